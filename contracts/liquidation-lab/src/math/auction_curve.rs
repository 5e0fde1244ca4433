//! How an auction's terms change with time, and how a partial fill divides it.

use super::fixed::{mul_ceil, mul_floor, SCALAR_7};

/// Ledgers over which the lot grows, and then the bid shrinks.
const PHASE: u32 = 200;
/// Change of a modifier in one ledger, 7 decimals.
const STEP: i128 = SCALAR_7 / PHASE as i128;

/// Shares of the lot and of the bid that change hands, 7 decimals.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Modifiers {
    /// Share of the bid.
    pub bid: i128,
    /// Share of the lot.
    pub lot: i128,
}

/// Terms after `elapsed` ledgers: the lot grows from nothing over 200 ledgers, then the bid shrinks to nothing
/// over 200 more.
pub fn modifiers(elapsed: u32) -> Modifiers {
    if elapsed <= PHASE {
        Modifiers { bid: SCALAR_7, lot: i128::from(elapsed) * STEP }
    } else if elapsed < 2 * PHASE {
        Modifiers { bid: SCALAR_7 - i128::from(elapsed - PHASE) * STEP, lot: SCALAR_7 }
    } else {
        Modifiers { bid: 0, lot: SCALAR_7 }
    }
}

/// One asset of an auction after a fill.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Division {
    /// What changes hands now.
    pub exchanged: i128,
    /// What stays in the auction, untouched by the modifier.
    pub remainder: i128,
}

/// Divides a bid: the filled part is rounded up, against the filler.
pub fn divide_bid(amount: i128, percent: u32, modifiers: Modifiers) -> Division {
    let part = mul_ceil(amount, i128::from(percent) * 100_000, SCALAR_7);
    Division { exchanged: mul_ceil(part, modifiers.bid, SCALAR_7), remainder: amount - part }
}

/// Divides a lot: the filled part is rounded down, against the filler.
pub fn divide_lot(amount: i128, percent: u32, modifiers: Modifiers) -> Division {
    let part = mul_floor(amount, i128::from(percent) * 100_000, SCALAR_7);
    Division { exchanged: mul_floor(part, modifiers.lot, SCALAR_7), remainder: amount - part }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn partial_fills_match_blends_numbers() {
        let amount = 25_0000005;
        for (elapsed, percent, bid, lot, bid_left, lot_left) in [
            (0, 50, 12_5000003, 0, 12_5000002, 12_5000003),
            (100, 60, 15_0000003, 7_5000001, 10_0000002, 10_0000002),
            (300, 60, 7_5000002, 15_0000003, 10_0000002, 10_0000002),
            (400, 50, 0, 12_5000002, 12_5000002, 12_5000003),
        ] {
            let at = modifiers(elapsed);
            let division = |exchanged, remainder| Division { exchanged, remainder };
            assert_eq!(divide_bid(amount, percent, at), division(bid, bid_left));
            assert_eq!(divide_lot(amount, percent, at), division(lot, lot_left));
        }
    }

    #[test]
    fn the_curve_has_two_straight_halves_and_then_stays() {
        let at = |elapsed| (modifiers(elapsed).bid, modifiers(elapsed).lot);
        assert_eq!(at(0), (SCALAR_7, 0));
        assert_eq!(at(1), (SCALAR_7, 50_000));
        assert_eq!(at(199), (SCALAR_7, 9_950_000));
        assert_eq!(at(200), (SCALAR_7, SCALAR_7));
        assert_eq!(at(201), (9_950_000, SCALAR_7));
        assert_eq!(at(399), (50_000, SCALAR_7));
        assert_eq!(at(400), (0, SCALAR_7));
        assert_eq!(at(u32::MAX), (0, SCALAR_7));
    }

    proptest! {
        #[test]
        fn waiting_never_worsens_the_terms(elapsed in 0u32..500) {
            let (now, later) = (modifiers(elapsed), modifiers(elapsed + 1));
            prop_assert!(later.lot >= now.lot && later.bid <= now.bid);
        }

        #[test]
        fn a_fill_creates_nothing(amount in 1i128..i64::MAX as i128, percent in 1u32..=100, elapsed in 0u32..500) {
            let at = modifiers(elapsed);
            for division in [divide_bid(amount, percent, at), divide_lot(amount, percent, at)] {
                prop_assert!(division.exchanged >= 0 && division.remainder >= 0);
                prop_assert!(division.exchanged + division.remainder <= amount);
            }
            prop_assert_eq!(divide_bid(amount, 100, at).remainder, 0);
            prop_assert_eq!(divide_lot(amount, 100, at).remainder, 0);
        }
    }
}
