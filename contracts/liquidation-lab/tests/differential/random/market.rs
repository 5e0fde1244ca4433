//! What a sequence starts with: the pool's settings and its reserves.

use crate::constants::*;
use crate::world::Settings;
use liquidation_lab::ReserveConfig;
use proptest::prelude::*;

#[derive(Clone, Debug)]
pub struct Market {
    pub settings: Settings,
    pub reserves: [ReserveConfig; 3],
    /// Whole units that user 3 supplies of each.
    pub supplied: [i128; 3],
}

/// Any market with a pool that can be used.
pub fn market() -> impl Strategy<Value = Market> {
    let supplied = || prop::sample::select(vec![1_000_000i128, 200_000, 30_000]);
    let reserves = [reserve(), reserve(), reserve()];
    (settings(), reserves, [supplied(), supplied(), supplied()]).prop_map(|(settings, reserves, supplied)| Market {
        settings,
        reserves,
        supplied,
    })
}

fn settings() -> impl Strategy<Value = Settings> {
    (0..9_000_000u32, prop_oneof![1 => 2..4u32, 3 => 4..9u32], 0..50 * ONE, prop::sample::select(vec![7u32, 14]))
        .prop_map(|(bstop_rate, max_positions, min_collateral, oracle_decimals)| Settings {
            bstop_rate,
            max_positions,
            min_collateral: min_collateral * 10i128.pow(oracle_decimals - 7),
            oracle_decimals,
        })
}

/// A reserve's settings within Blend's bounds.
pub fn reserve() -> impl Strategy<Value = ReserveConfig> {
    let decimals = prop::sample::select(vec![7u32, 7, 7, 6, 8, 2, 12]);
    let factors = (prop_oneof![4 => 6_000_000..=9_500_000u32, 1 => 0..=9_800_000u32], 6_000_000..=10_000_000u32);
    let util = prop_oneof![4 => 5_000_000..=9_000_000u32, 1 => 10_000..=9_000_000u32];
    // Above the optimum by 5 %, or up to everything.
    let room = prop_oneof![2 => Just(500_000u32), 2 => Just(10_000_000), 1 => 1..5_000_000u32];
    let rates = (1_000..500_000u32, 0..1_000_000u32, 0..10_000_000u32, 0..50_000_000u32);
    let cap = prop_oneof![4 => Just(1_000_000_000i128), 1 => Just(1_050_000)];
    (decimals, factors, util, room, rates, 0..=1_000u32, cap).prop_map(
        |(decimals, (c_factor, l_factor), util, room, (r_base, r_one, more, most), reactivity, cap)| ReserveConfig {
            c_factor,
            decimals,
            enabled: true,
            index: 0,
            l_factor,
            max_util: (util + room).min(10_000_000),
            r_base,
            r_one,
            r_two: r_one + more,
            r_three: r_one + more + most,
            reactivity,
            supply_cap: cap * 10i128.pow(decimals),
            util,
        },
    )
}
