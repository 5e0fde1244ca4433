//! What one token is worth in another, exactly, and what a trade at that rate takes and gives.

use ethnum::U256;

use crate::{
    errors::ExchangeError,
    market::{Side, BPS},
};

/// A fraction: how many smallest units of the token paid out one smallest unit of the token paid in buys, the spread
/// taken off. Kept as factors, so that nothing is rounded before the one division of a trade.
#[derive(Clone, Copy)]
pub(crate) struct Rate {
    numerator: [u128; 3],
    denominator: [u128; 3],
}

impl Rate {
    /// The rate between two tokens whose positive prices come from the same feed.
    pub(crate) fn new(side_in: &Side, price_in: u128, side_out: &Side, price_out: u128, spread_bps: u32) -> Self {
        let scale_in = 10u128.pow(side_out.decimals.saturating_sub(side_in.decimals));
        let scale_out = 10u128.pow(side_in.decimals.saturating_sub(side_out.decimals));
        // Two numbers of less than 2^16 each.
        let weight_in = u64::from(side_in.weight) * u64::from(BPS - spread_bps);
        let weight_out = u64::from(side_out.weight) * u64::from(BPS);
        Rate {
            numerator: [price_in, weight_in.into(), scale_in],
            denominator: [price_out, weight_out.into(), scale_out],
        }
    }

    /// What `amount_in` (positive) buys, rounded down.
    pub(crate) fn amount_out(&self, amount_in: i128) -> Result<i128, ExchangeError> {
        ratio(amount_in, &self.numerator, &self.denominator, false)
    }

    /// What `amount_out` (positive) costs, rounded up.
    pub(crate) fn amount_in(&self, amount_out: i128) -> Result<i128, ExchangeError> {
        ratio(amount_out, &self.denominator, &self.numerator, true)
    }
}

/// `amount` × the factors of `top` ÷ the factors of `bottom`, which are positive. Where either product of factors needs
/// more than 128 bits, `ethnum` reckons.
fn ratio(amount: i128, top: &[u128], bottom: &[u128], up: bool) -> Result<i128, ExchangeError> {
    let amount = u128::try_from(amount).map_err(|_| ExchangeError::AmountNotPositive)?;
    let narrow = |factors: &[u128]| factors.iter().try_fold(1u128, |product, factor| product.checked_mul(*factor));
    let quotient = match (narrow(top), narrow(bottom)) {
        (Some(top), Some(bottom)) if up => wide_ratio::ceil(amount, top, bottom),
        (Some(top), Some(bottom)) => wide_ratio::floor(amount, top, bottom),
        _ => wider(amount, top, bottom, up),
    };
    quotient.and_then(|quotient| i128::try_from(quotient).ok()).ok_or(ExchangeError::AmountTooLarge)
}

fn wider(amount: u128, top: &[u128], bottom: &[u128], up: bool) -> Option<u128> {
    let wide = |factors: &[u128], start: u128| {
        factors.iter().try_fold(U256::from(start), |product, f| product.checked_mul(U256::from(*f)))
    };
    let (top, bottom) = (wide(top, amount)?, wide(bottom, 1)?);
    let floor = top / bottom;
    let rounded = if up && floor * bottom != top { floor + U256::ONE } else { floor };
    u128::try_from(rounded).ok()
}
