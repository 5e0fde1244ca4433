//! What the exchange knows of itself and of each pair, and the bounds.

use soroban_sdk::{contracttype, Address, BytesN};

use crate::errors::ExchangeError;

/// One whole in basis points.
pub(crate) const BPS: u32 = 10_000;

/// Highest spread: a tenth.
pub const MAX_SPREAD_BPS: u32 = 1_000;

/// Farthest that a pair's price can be moved from the oracle's, up or down.
pub const MAX_SKEW_BPS: i32 = 9_000;

/// Most pairs of the exchange: all of them are loaded with it.
pub const MAX_PAIRS: u32 = 32;

/// The exchange's terms.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The SEP-40 feed that prices come from.
    pub oracle: Address,
    /// Hash of the wasm that new pairs run.
    pub pair_wasm: BytesN<32>,
    /// What every trade pays, in basis points of its output.
    pub spread_bps: u32,
}

/// One token's side of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Side {
    /// The token's decimals, read when the pair was created.
    pub decimals: u32,
    /// The token's price in this pair, in basis points of the oracle's.
    pub weight: u32,
}

/// A pair with its sides in the order of the tokens' addresses. Flat and with short names, since every call of the
/// exchange loads all pairs.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Market {
    /// The pair contract.
    pub pair: Address,
    /// Decimals of the lower token address.
    pub decimal_0: u32,
    /// Decimals of the higher token address.
    pub decimal_1: u32,
    /// Weight of the lower token address.
    pub weight_0: u32,
    /// Weight of the higher token address.
    pub weight_1: u32,
}

impl Market {
    /// A pair at the oracle's price, of tokens with these decimals.
    pub(crate) fn new(pair: Address, decimal_0: u32, decimal_1: u32) -> Self {
        Market { pair, decimal_0, decimal_1, weight_0: BPS, weight_1: BPS }
    }

    /// The sides of the token that is paid in and of the one that is paid out.
    pub(crate) fn sides(&self, in_is_0: bool) -> (Side, Side) {
        let side_0 = Side { decimals: self.decimal_0, weight: self.weight_0 };
        let side_1 = Side { decimals: self.decimal_1, weight: self.weight_1 };
        if in_is_0 {
            (side_0, side_1)
        } else {
            (side_1, side_0)
        }
    }

    /// The market with token a's price moved by `skew_bps` from the oracle's; an earlier skew is forgotten.
    pub(crate) fn skewed(mut self, a_is_0: bool, skew_bps: i32) -> Result<Self, ExchangeError> {
        if !(-MAX_SKEW_BPS..=MAX_SKEW_BPS).contains(&skew_bps) {
            return Err(ExchangeError::SkewOutOfRange);
        }
        let moved = BPS.saturating_add_signed(skew_bps);
        (self.weight_0, self.weight_1) = if a_is_0 { (moved, BPS) } else { (BPS, moved) };
        Ok(self)
    }
}

/// The spread, if it is within its bounds.
pub(crate) fn checked_spread(spread_bps: u32) -> Result<u32, ExchangeError> {
    if spread_bps > MAX_SPREAD_BPS {
        return Err(ExchangeError::SpreadOutOfRange);
    }
    Ok(spread_bps)
}
