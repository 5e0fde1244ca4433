//! Differential: every trade against the same fraction in integers without limit.

use num_bigint::BigInt;
use proptest::prelude::*;

use crate::{
    market::{Side, BPS, MAX_SKEW_BPS, MAX_SPREAD_BPS},
    rate::Rate,
    ExchangeError, MAX_DECIMALS,
};

#[derive(Clone, Debug)]
struct Terms {
    side_in: (u32, u32),
    side_out: (u32, u32),
    price_in: u128,
    price_out: u128,
    spread_bps: u32,
}

impl Terms {
    fn rate(&self) -> Rate {
        let side = |(decimals, weight)| Side { decimals, weight };
        Rate::new(&side(self.side_in), self.price_in, &side(self.side_out), self.price_out, self.spread_bps)
    }

    fn back(&self) -> Terms {
        Terms {
            side_in: self.side_out,
            side_out: self.side_in,
            price_in: self.price_out,
            price_out: self.price_in,
            spread_bps: self.spread_bps,
        }
    }

    /// How much of the token out one smallest unit of the token in buys, as a fraction of two integers.
    fn fraction(&self) -> (BigInt, BigInt) {
        let ten = |decimals: u32| BigInt::from(10).pow(decimals);
        let top = BigInt::from(self.price_in) * self.side_in.1 * (BPS - self.spread_bps) * ten(self.side_out.0);
        let bottom = BigInt::from(self.price_out) * self.side_out.1 * BPS * ten(self.side_in.0);
        (top, bottom)
    }
}

/// Prices up to 10^24, as the lab's oracle allows, and every other term within its bounds.
fn terms() -> impl Strategy<Value = Terms> {
    let bps = BPS as i32;
    let side = || (0..=MAX_DECIMALS, (bps - MAX_SKEW_BPS) as u32..=(bps + MAX_SKEW_BPS) as u32);
    let price = || prop_oneof![1u128..1_000, 1u128..10u128.pow(12), 1u128..=10u128.pow(24)];
    (side(), side(), price(), price(), 0..=MAX_SPREAD_BPS).prop_map(
        |(side_in, side_out, price_in, price_out, spread_bps)| Terms {
            side_in,
            side_out,
            price_in,
            price_out,
            spread_bps,
        },
    )
}

fn amount() -> impl Strategy<Value = i128> {
    prop_oneof![1i128..100, 1i128..10i128.pow(12), 1i128..10i128.pow(24), 1..=i128::MAX, Just(i128::MAX)]
}

/// Refused only for an amount that does not fit, or a product on the way that does not fit into 256 bits.
fn too_large(exact: &BigInt, top: &BigInt, bottom: &BigInt) -> bool {
    // The factors are reckoned with the decimals' common part taken out, at most 10^18.
    let limit = BigInt::from(2).pow(256);
    exact > &BigInt::from(i128::MAX) || top >= &limit || bottom >= &limit
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn an_amount_in_buys_the_exact_fraction_rounded_down(terms in terms(), amount_in in amount()) {
        let (top, bottom) = terms.fraction();
        let top = top * amount_in;
        let exact = &top / &bottom;
        match terms.rate().amount_out(amount_in) {
            Ok(amount_out) => prop_assert_eq!(BigInt::from(amount_out), exact),
            Err(error) => {
                prop_assert_eq!(error, ExchangeError::AmountTooLarge);
                prop_assert!(too_large(&exact, &top, &bottom));
            }
        }
    }

    #[test]
    fn an_amount_out_costs_the_exact_fraction_rounded_up(terms in terms(), amount_out in amount()) {
        let (bottom, top) = terms.fraction();
        let top = top * amount_out;
        let exact = (&top + &bottom - 1) / &bottom;
        match terms.rate().amount_in(amount_out) {
            Ok(amount_in) => prop_assert_eq!(BigInt::from(amount_in), exact),
            Err(error) => {
                prop_assert_eq!(error, ExchangeError::AmountTooLarge);
                prop_assert!(too_large(&exact, &top, &bottom));
            }
        }
    }

    #[test]
    fn there_and_back_never_profits(terms in terms(), amount_in in 1i128..10i128.pow(30)) {
        let back = terms.back().rate();
        if let Ok(amount_out) = terms.rate().amount_out(amount_in) {
            if let Ok(returned) = back.amount_out(amount_out) {
                prop_assert!(returned <= amount_in);
            }
        }
        if let Ok(bought) = terms.rate().amount_out(amount_in) {
            if bought > 0 {
                if let Ok(paid_back) = back.amount_in(amount_in) {
                    prop_assert!(paid_back >= bought);
                }
            }
        }
    }
}
