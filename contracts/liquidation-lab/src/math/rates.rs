//! Utilisation, interest rate and accrual of a reserve.

use super::fixed::{mul_ceil, mul_floor, SCALAR_12, SCALAR_7};
use crate::types::{ReserveConfig, ReserveData};

const SECONDS_PER_YEAR: i128 = 31_536_000;
/// Utilisation at which the steepest part of the rate curve begins, 7 decimals.
const STEEP_FROM: i128 = 9_500_000;
const IR_MOD_MIN: i128 = 1_000_000;
const IR_MOD_MAX: i128 = 100_000_000;

/// Share of the supplied tokens that is lent out, 7 decimals, rounded up, at most one.
pub fn utilisation(data: &ReserveData) -> i128 {
    utilisation_of(data.supplied(data.b_supply), data.owed(data.d_supply))
}

fn utilisation_of(supplied: i128, owed: i128) -> i128 {
    if owed == 0 {
        0
    } else if owed >= supplied {
        SCALAR_7
    } else {
        mul_ceil(owed, SCALAR_7, supplied)
    }
}

/// Yearly interest rate at a utilisation, 7 decimals; every step is rounded up.
pub fn interest_rate(config: &ReserveConfig, utilisation: i128, ir_mod: i128) -> i128 {
    let target = i128::from(config.util);
    let base = i128::from(config.r_base);
    let (one, two, three) = (i128::from(config.r_one), i128::from(config.r_two), i128::from(config.r_three));
    if utilisation <= target {
        let slope = mul_ceil(utilisation, SCALAR_7, target);
        mul_ceil(mul_ceil(slope, one, SCALAR_7) + base, ir_mod, SCALAR_7)
    } else if utilisation <= STEEP_FROM {
        let slope = mul_ceil(utilisation - target, SCALAR_7, STEEP_FROM - target);
        mul_ceil(mul_ceil(slope, two, SCALAR_7) + one + base, ir_mod, SCALAR_7)
    } else {
        let slope = mul_ceil(utilisation - STEEP_FROM, SCALAR_7, SCALAR_7 - STEEP_FROM);
        // The steepest part is not scaled by the modifier.
        mul_ceil(slope, three, SCALAR_7) + mul_ceil(ir_mod, two + one + base, SCALAR_7)
    }
}

/// Growth of the debt over `seconds` (12 decimals, rounded up) and the rate modifier after them.
pub fn growth(config: &ReserveConfig, utilisation: i128, ir_mod: i128, seconds: u64) -> (i128, i128) {
    let rate = interest_rate(config, utilisation, ir_mod);
    let seconds = i128::from(seconds);

    let drift = seconds * (utilisation - i128::from(config.util));
    // Truncation towards zero, whichever way the modifier moves.
    let shift = drift * i128::from(config.reactivity) / SCALAR_7;
    let new_ir_mod = (ir_mod + shift).clamp(IR_MOD_MIN, IR_MOD_MAX);

    let years = mul_floor(seconds, SCALAR_12, SECONDS_PER_YEAR);
    (SCALAR_12 + mul_ceil(years, rate, SCALAR_7), new_ir_mod)
}

/// Brings a reserve to time `now`: debt grows, the backstop takes `bstop_rate` (7 decimals) of the interest and
/// the suppliers get the rest.
pub fn accrue(config: &ReserveConfig, data: &mut ReserveData, bstop_rate: u32, now: u64) {
    if now == data.last_time {
        return;
    }
    let seconds = now - data.last_time;
    data.last_time = now;
    if data.b_supply == 0 {
        return;
    }
    let supplied = data.supplied(data.b_supply);
    let owed = data.owed(data.d_supply);
    let utilisation = utilisation_of(supplied, owed);
    if utilisation == 0 {
        return;
    }
    let (growth, ir_mod) = growth(config, utilisation, data.ir_mod, seconds);
    data.ir_mod = ir_mod;
    data.d_rate = mul_ceil(growth, data.d_rate, SCALAR_12);

    let interest = data.owed(data.d_supply) - owed;
    if interest == 0 {
        // The suppliers' rate keeps the digits that are below one token.
        return;
    }
    let credit = mul_floor(interest, i128::from(bstop_rate), SCALAR_7);
    data.backstop_credit += credit;
    data.b_rate = mul_floor(supplied + interest - credit, SCALAR_12, data.b_supply);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn config() -> ReserveConfig {
        ReserveConfig {
            c_factor: 7_500_000,
            decimals: 7,
            enabled: true,
            index: 0,
            l_factor: 7_500_000,
            max_util: 9_500_000,
            r_base: 100_000,
            r_one: 500_000,
            r_three: 15_000_000,
            r_two: 5_000_000,
            reactivity: 20,
            supply_cap: i128::MAX,
            util: 7_500_000,
        }
    }

    fn data() -> ReserveData {
        ReserveData {
            b_rate: 1_123_456_789_000,
            b_supply: 99_0000000,
            backstop_credit: 0,
            d_rate: 1_345_678_123_000,
            d_supply: 65_0000000,
            ir_mod: 10_000_000,
            last_time: 0,
        }
    }

    #[test]
    fn growth_matches_blends_numbers_on_all_three_slopes() {
        for (utilisation, expected) in [
            (6_565_656, (1_000_000_852_536, 9_999_066)),
            (7_979_797, (1_000_002_853_078, 10_000_479)),
            (9_696_969, (1_000_018_247_510, 10_002_196)),
        ] {
            assert_eq!(growth(&config(), utilisation, 10_000_000, 500), expected);
        }
    }

    #[test]
    fn accrual_matches_blends_numbers_to_the_last_digit() {
        let mut reserve = data();
        accrue(&config(), &mut reserve, 2_000_000, 617_280);
        assert_eq!(reserve.d_rate, 1_349_657_798_173);
        assert_eq!(reserve.b_rate, 1_125_547_124_242);
        assert_eq!(reserve.ir_mod, 10_449_815);
        assert_eq!(reserve.backstop_credit, 517_357);
        assert_eq!(reserve.last_time, 617_280);
    }

    #[test]
    fn without_debt_or_supply_only_the_clock_moves() {
        for (b_supply, d_supply) in [(0, 5), (99_0000000, 0)] {
            let mut reserve = ReserveData { b_supply, d_supply, ..data() };
            let before = reserve.clone();
            accrue(&config(), &mut reserve, 2_000_000, 1_000);
            assert_eq!(reserve, ReserveData { last_time: 1_000, ..before });
        }
    }

    proptest! {
        #[test]
        fn interest_never_lowers_a_rate_and_suppliers_never_get_more_than_debtors_pay(
            b_supply in 1i128..10_000_000_000_000_000,
            d_share in 0i128..10_000_000,
            seconds in 1u64..31_536_000,
            bstop_rate in 0u32..9_000_000,
        ) {
            let mut reserve = ReserveData { b_supply, d_supply: b_supply * d_share / SCALAR_7, ..data() };
            let before = reserve.clone();
            accrue(&config(), &mut reserve, bstop_rate, seconds);
            prop_assert!(reserve.d_rate >= before.d_rate);
            prop_assert!((IR_MOD_MIN..=IR_MOD_MAX).contains(&reserve.ir_mod));
            let paid = reserve.owed(reserve.d_supply) - before.owed(before.d_supply);
            let earned = reserve.supplied(reserve.b_supply) - before.supplied(before.b_supply);
            let credited = reserve.backstop_credit - before.backstop_credit;
            prop_assert!(earned + credited <= paid);
        }
    }
}
