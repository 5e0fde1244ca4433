//! Numbers that the tests share.

use liquidation_lab::ReserveConfig;

/// One whole token of 7 decimals.
pub const ONE: i128 = 10_000_000;
/// Scale of Blend's rates.
pub const SCALAR_12: i128 = 1_000_000_000_000;
/// Price scale of the oracle.
pub const ORACLE_ONE: i128 = 10_000_000;
/// Seconds between two ledgers.
pub const LEDGER_SECONDS: u64 = 5;

/// Request kinds by their numbers on the wire.
pub const SUPPLY: u32 = 0;
pub const WITHDRAW: u32 = 1;
pub const SUPPLY_COLLATERAL: u32 = 2;
pub const WITHDRAW_COLLATERAL: u32 = 3;
pub const BORROW: u32 = 4;
pub const REPAY: u32 = 5;
pub const FILL_USER: u32 = 6;
pub const FILL_BAD_DEBT: u32 = 7;
pub const FILL_INTEREST: u32 = 8;
pub const DELETE: u32 = 9;

/// Ordinary reserve settings.
pub fn reserve_config() -> ReserveConfig {
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
        supply_cap: 1_000_000_000 * ONE,
        util: 7_500_000,
    }
}
