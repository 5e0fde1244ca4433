//! Value and health of an account.

use super::fixed::{mul_ceil, mul_floor, SCALAR_7};
use crate::types::{ReserveConfig, ReserveData};

/// A reserve with its price: what is needed to value a position in it.
pub struct Valuation<'a> {
    /// Settings of the reserve.
    pub config: &'a ReserveConfig,
    /// State of the reserve, accrued.
    pub data: &'a ReserveData,
    /// 10 to the power of the asset's decimals.
    pub scalar: i128,
    /// Price of one whole token, in the oracle's decimals.
    pub price: i128,
}

/// Sums over an account's positions, in the oracle's decimals. Collateral is rounded down, debt up; tokens that
/// are supplied without being collateral do not count.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Health {
    /// Collateral after the collateral factors.
    pub collateral_base: i128,
    /// Collateral at the oracle's prices.
    pub collateral_raw: i128,
    /// Debt after the liability factors.
    pub liability_base: i128,
    /// Debt at the oracle's prices.
    pub liability_raw: i128,
}

impl Health {
    /// Adds `b_tokens` of collateral.
    pub fn add_collateral(&mut self, reserve: &Valuation, b_tokens: i128) {
        let tokens = reserve.data.supplied(b_tokens);
        let effective = mul_floor(tokens, i128::from(reserve.config.c_factor), SCALAR_7);
        self.collateral_base += mul_floor(reserve.price, effective, reserve.scalar);
        self.collateral_raw += mul_floor(reserve.price, tokens, reserve.scalar);
    }

    /// Adds `d_tokens` of debt.
    pub fn add_liability(&mut self, reserve: &Valuation, d_tokens: i128) {
        let tokens = reserve.data.owed(d_tokens);
        let effective = mul_ceil(tokens, SCALAR_7, i128::from(reserve.config.l_factor));
        self.liability_base += mul_ceil(reserve.price, effective, reserve.scalar);
        self.liability_raw += mul_ceil(reserve.price, tokens, reserve.scalar);
    }

    /// Whether the health factor is above `max` (7 decimals). True without debt.
    pub fn is_over(&self, max: i128, oracle_scalar: i128) -> bool {
        self.liability_base == 0 || self.factor(oracle_scalar) > mul_ceil(oracle_scalar, max, SCALAR_7)
    }

    /// Whether the health factor is below `min` (7 decimals). False without debt.
    pub fn is_under(&self, min: i128, oracle_scalar: i128) -> bool {
        self.liability_base != 0 && self.factor(oracle_scalar) < mul_floor(oracle_scalar, min, SCALAR_7)
    }

    /// Collateral over debt, in the oracle's decimals, rounded down. Panics without debt.
    fn factor(&self, oracle_scalar: i128) -> i128 {
        mul_floor(self.collateral_base, oracle_scalar, self.liability_base)
    }
}

impl core::ops::AddAssign for Health {
    fn add_assign(&mut self, other: Self) {
        self.collateral_base += other.collateral_base;
        self.collateral_raw += other.collateral_raw;
        self.liability_base += other.liability_base;
        self.liability_raw += other.liability_raw;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::auction_size::tests::sample;

    fn health(collateral_base: i128, liability_base: i128) -> Health {
        Health { collateral_base, liability_base, ..Health::default() }
    }

    #[test]
    fn collateral_is_rounded_down_and_debt_up_at_every_division() {
        let mut reserve = sample(110, 130, 80, 60, 3);
        // 11 bTokens are 12.1 tokens, 9 dTokens 11.7; the price is a third of a unit a token.
        reserve.price = SCALAR_7 / 3;
        let mut value = Health::default();
        value.add_collateral(&reserve.valuation(), 11);
        assert_eq!((value.collateral_base, value.collateral_raw), (2, 3));
        value.add_liability(&reserve.valuation(), 9);
        assert_eq!((value.liability_base, value.liability_raw), (7, 4));
    }

    #[test]
    fn values_add_up_side_by_side() {
        let part = Health { collateral_base: 1, collateral_raw: 10, liability_base: 100, liability_raw: 1_000 };
        let mut sum = part;
        sum += part;
        sum += Health { collateral_base: 2, collateral_raw: 3, liability_base: 4, liability_raw: 5 };
        let expected = Health { collateral_base: 4, collateral_raw: 23, liability_base: 204, liability_raw: 2_005 };
        assert_eq!(sum, expected);
        let reserve = sample(100, 100, 50, 50, 2);
        sum.add_collateral(&reserve.valuation(), 10);
        sum.add_liability(&reserve.valuation(), 10);
        let expected = Health { collateral_base: 14, collateral_raw: 43, liability_base: 244, liability_raw: 2_025 };
        assert_eq!(sum, expected);
    }

    #[test]
    fn an_account_without_debt_is_over_every_bound_and_under_none() {
        assert!(health(0, 0).is_over(11_500_000, SCALAR_7));
        assert!(!health(0, 0).is_under(10_300_000, SCALAR_7));
    }

    #[test]
    fn both_bounds_are_exclusive() {
        assert!(!health(115, 100).is_over(11_500_000, SCALAR_7));
        assert!(health(1_150_001, 1_000_000).is_over(11_500_000, SCALAR_7));
        assert!(!health(103, 100).is_under(10_300_000, SCALAR_7));
        assert!(health(1_029_999, 1_000_000).is_under(10_300_000, SCALAR_7));
    }

    #[test]
    fn bounds_are_scaled_to_the_oracles_decimals() {
        let scalar = 10i128.pow(14);
        assert!(!health(115, 100).is_over(11_500_000, scalar));
        assert!(health(11_500_000_000_001, 10_000_000_000_000).is_over(11_500_000, scalar));
    }
}
