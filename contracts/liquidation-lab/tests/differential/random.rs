//! Random sequences of calls; a failing one is shrunk to the shortest that still differs.

use crate::constants::*;
use crate::steps::{Ask, Step, Who};
use crate::twins::Twins;
use crate::world::Settings;
use liquidation_lab::ReserveConfig;
use proptest::prelude::*;

fn who() -> impl Strategy<Value = Who> {
    (0..3usize).prop_map(Who::User)
}

fn amount() -> impl Strategy<Value = i128> {
    prop_oneof![
        6 => ONE..200_000 * ONE,
        2 => 0..ONE,
        1 => Just(i64::MAX as i128),
        1 => -2..3i128,
    ]
}

fn ask() -> impl Strategy<Value = Ask> {
    prop_oneof![
        10 => (0..6u32, 0..3usize, amount()).prop_map(|(k, a, n)| Ask::Asset(k, a, n)),
        4 => (who(), 1..=100i128).prop_map(|(w, p)| Ask::Account(FILL_USER, w, p)),
        1 => who().prop_map(|w| Ask::Account(DELETE, w, 0)),
    ]
}

fn asks() -> impl Strategy<Value = Vec<Ask>> {
    prop::collection::vec(ask(), 1..5)
}

fn assets() -> impl Strategy<Value = Vec<usize>> {
    prop::sample::subsequence(vec![0, 1, 2], 1..=3)
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        10 => (who(), asks()).prop_map(|(w, a)| Step::Submit(w, a)),
        5 => (who(), asks()).prop_map(|(w, a)| Step::SubmitWithAllowance(w, a)),
        2 => (who(), 0..3usize, amount(), asks())
            .prop_map(|(w, s, n, a)| Step::FlashLoan(w, s, n, a)),
        6 => (who(), assets(), assets(), 1..=100u32).prop_map(|(user, bid, lot, percent)| {
            Step::NewAuction { kind: 0, user, bid, lot, percent }
        }),
        1 => who().prop_map(|w| Step::DelAuction(0, w)),
        1 => who().prop_map(Step::BadDebt),
        4 => (0..3usize, 1_000_000..30_000_000i128).prop_map(|(a, p)| Step::Price(a, p)),
        3 => (1..450u32).prop_map(Step::Ledgers),
        1 => (1..40_000_000u64).prop_map(Step::Seconds),
    ]
}

fn config() -> impl Strategy<Value = ReserveConfig> {
    (
        prop::sample::select(vec![7u32, 7, 7, 6, 9]),
        0..=9_800_000u32,
        5_000_000..=10_000_000u32,
        1_000_000..=9_500_000u32,
        prop::bool::weighted(0.95),
        0..=1_000u32,
    )
        .prop_map(|(decimals, c_factor, l_factor, util, enabled, reactivity)| ReserveConfig {
            c_factor,
            decimals,
            enabled,
            l_factor,
            max_util: (util + 500_000).min(10_000_000),
            reactivity,
            util,
            ..reserve_config()
        })
}

fn settings() -> impl Strategy<Value = Settings> {
    (0..9_000_000u32, 2..8u32, 0..50 * ONE, prop::sample::select(vec![7u32, 14])).prop_map(
        |(bstop_rate, max_positions, min_collateral, oracle_decimals)| Settings {
            bstop_rate,
            max_positions,
            min_collateral,
            oracle_decimals,
        },
    )
}

/// Number of sequences: `DIFFERENTIAL_CASES`, or a handful.
fn cases() -> u32 {
    let wanted = std::env::var("DIFFERENTIAL_CASES").ok();
    wanted.map_or(24, |n| n.parse().expect("DIFFERENTIAL_CASES is a number"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_calls_matches_blend(
        settings in settings(),
        configs in [config(), config(), config()],
        steps in prop::collection::vec(step(), 1..30),
    ) {
        let mut twins = Twins::active(&settings, configs);
        for step in steps {
            // Prices must not be too old: the other tests cover that.
            let refresh = matches!(step, Step::Seconds(_));
            twins.step(step);
            if refresh {
                for asset in 0..3 {
                    twins.quick_step(Step::Price(asset, ONE));
                }
            }
        }
    }
}
