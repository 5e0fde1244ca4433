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
    numerator: [u128; 4],
    denominator: [u128; 4],
}

impl Rate {
    /// The rate between two tokens whose positive prices come from the same feed.
    pub(crate) fn new(side_in: &Side, price_in: u128, side_out: &Side, price_out: u128, spread_bps: u32) -> Self {
        let scale_in = 10u128.pow(side_out.decimals.saturating_sub(side_in.decimals));
        let scale_out = 10u128.pow(side_in.decimals.saturating_sub(side_out.decimals));
        Rate {
            numerator: [price_in, side_in.weight.into(), (BPS - spread_bps).into(), scale_in],
            denominator: [price_out, side_out.weight.into(), BPS.into(), scale_out],
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

/// `amount` × the factors of `top` ÷ the factors of `bottom`, which are positive; in 128 bits where they do, in 256
/// where not.
fn ratio(amount: i128, top: &[u128], bottom: &[u128], up: bool) -> Result<i128, ExchangeError> {
    let amount = u128::try_from(amount).map_err(|_| ExchangeError::AmountNotPositive)?;
    let narrow = |factors: &[u128], start: u128| factors.iter().try_fold(start, |product, f| product.checked_mul(*f));
    let quotient = match (narrow(top, amount), narrow(bottom, 1)) {
        (Some(top), Some(bottom)) => {
            let floor = top / bottom;
            floor.checked_add(u128::from(up && floor * bottom != top))
        }
        _ => wide_ratio(amount, top, bottom, up),
    };
    quotient.and_then(|quotient| i128::try_from(quotient).ok()).ok_or(ExchangeError::AmountTooLarge)
}

fn wide_ratio(amount: u128, top: &[u128], bottom: &[u128], up: bool) -> Option<u128> {
    let wide = |factors: &[u128], start: u128| {
        factors.iter().try_fold(U256::from(start), |product, f| product.checked_mul(U256::from(*f)))
    };
    let (top, bottom) = (wide(top, amount)?, wide(bottom, 1)?);
    let floor = top / bottom;
    let rounded = if up && floor * bottom != top { floor + U256::ONE } else { floor };
    u128::try_from(rounded).ok()
}
