//! Bounds of the pool's and the reserves' settings.

use crate::types::ReserveConfig;

/// Whether a pool may have these settings: backstop rate below 100 % (7 decimals), 2 to 60 positions, no
/// negative collateral floor.
pub fn pool_settings_are_valid(bstop_rate: u32, max_positions: u32, min_collateral: i128) -> bool {
    bstop_rate < 10_000_000 && (2..=60).contains(&max_positions) && min_collateral >= 0
}

/// Whether a reserve may have these settings. Any supply cap is allowed, as in Blend: a negative one forbids supplying.
pub fn reserve_settings_are_valid(config: &ReserveConfig) -> bool {
    const ONE: u32 = 10_000_000;
    config.decimals <= 18
        && config.c_factor <= ONE
        && config.l_factor <= ONE
        && config.util <= 9_000_000
        && config.max_util <= ONE
        && config.max_util > config.util
        && (1_000..ONE).contains(&config.r_base)
        && config.r_one <= config.r_two
        && config.r_two <= config.r_three
        && config.reactivity <= 1_000
}

/// Whether two settings describe the same interest rate curve.
pub fn same_rate_curve(a: &ReserveConfig, b: &ReserveConfig) -> bool {
    (a.r_base, a.r_one, a.r_two, a.r_three, a.util, a.reactivity)
        == (b.r_base, b.r_one, b.r_two, b.r_three, b.util, b.reactivity)
}
