//! How much collateral and debt a liquidation auction of an account takes.
//!
//! The percentage says how much debt; the collateral follows from an incentive that grows with the distance
//! between the collateral factor and the inverse of the liability factor.

use super::fixed::{mul_ceil, mul_floor, SCALAR_7};
use super::health::Health;
use crate::errors::PoolError;

/// Above this percentage an auction of all that is worth something is a full liquidation.
const FULL_FROM: u32 = 95;
/// Highest health factor that an auction may leave behind, 7 decimals.
const MAX_HEALTH_AFTER: i128 = 11_500_000;
/// Lowest health factor that an auction may leave behind, 7 decimals.
const MIN_HEALTH_AFTER: i128 = 10_300_000;

/// What an auction is asked to take.
pub struct Scope {
    /// Percentage of the included debt, 1 to 100.
    pub percent: u32,
    /// Value of the included positions alone.
    pub included: Health,
    /// Value of the whole account.
    pub account: Health,
    /// One in the oracle's decimals.
    pub oracle_scalar: i128,
}

/// Shares of the included positions that an auction takes.
#[derive(Debug, Eq, PartialEq)]
pub struct AuctionSize {
    /// Whether the included positions are to be liquidated whole; the shares are then those of the 95 % that are judged.
    pub full: bool,
    debt_share: i128,
    lot_share: i128,
    lot_value: i128,
    account: Health,
    oracle_scalar: i128,
}

/// Sizes an auction. Refuses one that needs more collateral than is included while the account has more.
/// Panics when the included collateral or debt is worth nothing.
pub fn size(scope: &Scope) -> Result<AuctionSize, PoolError> {
    let one = scope.oracle_scalar;
    let included = &scope.included;
    // By worth, as in Blend: a position that is worth nothing need not be included.
    let all_collateral = included.collateral_raw == scope.account.collateral_raw;
    let all_liabilities = included.liability_raw == scope.account.liability_raw;
    let full = all_collateral && all_liabilities && scope.percent > FULL_FROM;
    let percent = if full { FULL_FROM } else { scope.percent };
    let debt_share = mul_floor(i128::from(percent), one, 100);

    let collateral_factor = mul_floor(included.collateral_base, one, included.collateral_raw);
    let inverse_liability_factor = mul_floor(included.liability_base, one, included.liability_raw);
    let margin = one - mul_ceil(collateral_factor, one, inverse_liability_factor);
    let incentive = one + mul_ceil(margin, one, 2 * one);

    let debt_value = mul_floor(included.liability_raw, debt_share, one);
    let lot_value = mul_floor(debt_value, incentive, one);
    let mut lot_share = mul_ceil(lot_value, one, included.collateral_raw);
    if lot_share > one {
        if !all_collateral {
            return Err(PoolError::InvalidLiquidation);
        }
        lot_share = one;
    }
    Ok(AuctionSize { full, debt_share, lot_share, lot_value, account: scope.account, oracle_scalar: one })
}

impl AuctionSize {
    /// bTokens taken from a collateral position, rounded up.
    pub fn lot(&self, b_tokens: i128) -> i128 {
        mul_ceil(b_tokens, self.lot_share, self.oracle_scalar)
    }

    /// dTokens taken from a liability, rounded up.
    pub fn bid(&self, d_tokens: i128) -> i128 {
        mul_ceil(d_tokens, self.debt_share, self.oracle_scalar)
    }

    /// Judges by the health of what [`Self::lot`] and [`Self::bid`] would leave behind: too healthy is too large
    /// an auction, too unhealthy too small. A full liquidation can only be too large, and is not when the
    /// account's collateral does not cover it.
    pub fn judge(&self, after: &Health) -> Result<(), PoolError> {
        if after.is_over(MAX_HEALTH_AFTER, self.oracle_scalar) {
            if !self.full || self.lot_value < self.account.collateral_raw {
                return Err(PoolError::InvalidLiqTooLarge);
            }
        } else if !self.full && after.is_under(MIN_HEALTH_AFTER, self.oracle_scalar) {
            return Err(PoolError::InvalidLiqTooSmall);
        }
        Ok(())
    }
}

/// Value of an auctioned debt or interest with the backstop's incentive of 20 %, rounded down.
pub fn with_backstop_incentive(value: i128) -> i128 {
    mul_floor(value, 12_000_000, SCALAR_7)
}

#[cfg(test)]
#[path = "auction_size_test.rs"]
pub mod tests;
