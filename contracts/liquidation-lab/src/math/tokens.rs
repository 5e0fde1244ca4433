//! Underlying tokens and the pool's own bTokens and dTokens, with 12-decimal rates.
//!
//! What the pool owes is rounded down, what is owed to it is rounded up.

use super::fixed::{mul_ceil, mul_floor, SCALAR_12};
use crate::types::ReserveData;

impl ReserveData {
    /// Underlying tokens that `b_tokens` are worth, rounded down.
    pub fn supplied(&self, b_tokens: i128) -> i128 {
        mul_floor(b_tokens, self.b_rate, SCALAR_12)
    }

    /// Underlying tokens that `d_tokens` owe, rounded up.
    pub fn owed(&self, d_tokens: i128) -> i128 {
        mul_ceil(d_tokens, self.d_rate, SCALAR_12)
    }

    /// bTokens for `tokens` paid in, rounded down.
    pub fn b_tokens_down(&self, tokens: i128) -> i128 {
        mul_floor(tokens, SCALAR_12, self.b_rate)
    }

    /// bTokens for `tokens` paid out, rounded up.
    pub fn b_tokens_up(&self, tokens: i128) -> i128 {
        mul_ceil(tokens, SCALAR_12, self.b_rate)
    }

    /// dTokens for `tokens` repaid, rounded down.
    pub fn d_tokens_down(&self, tokens: i128) -> i128 {
        mul_floor(tokens, SCALAR_12, self.d_rate)
    }

    /// dTokens for `tokens` borrowed, rounded up.
    pub fn d_tokens_up(&self, tokens: i128) -> i128 {
        mul_ceil(tokens, SCALAR_12, self.d_rate)
    }

    /// Underlying tokens to be paid in for `b_tokens`, rounded up.
    pub fn supplied_up(&self, b_tokens: i128) -> i128 {
        mul_ceil(b_tokens, self.b_rate, SCALAR_12)
    }

    /// Underlying tokens to be paid out for `d_tokens`, rounded down.
    pub fn owed_down(&self, d_tokens: i128) -> i128 {
        mul_floor(d_tokens, self.d_rate, SCALAR_12)
    }
}
