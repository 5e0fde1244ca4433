//! The vault's settings and their bounds.

use soroban_sdk::contracttype;

use crate::errors::VaultError;

/// Largest amount that any call takes, and most that the vault takes deposits up to: 10 billion USDC in stroops.
pub const MAX_AMOUNT: i128 = 100_000_000_000_000_000;
/// One as basis points.
pub const BPS: i128 = 10_000;

const DAY: u32 = 17_280;

/// The vault's settings, all set together by the owner. 0 turns a limit off where the bounds allow it.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// On top of the debt, taken from the stake of a keeper that does not return, in basis points: 1 to 10,000.
    pub default_penalty_bps: u32,
    /// Deposits are refused beyond this gross, in stroops: 0 (off) to 10^17.
    pub deposit_cap: i128,
    /// Ledgers from a draw until anyone may settle it: 12 to 17,280.
    pub draw_deadline: u32,
    /// The keeper's part of a profit, in basis points: 0 to 9,999.
    pub keeper_fee_bps: u32,
    /// Most that one keeper may have out, in stroops: 0 (off) to 10^17.
    pub max_draw_per_keeper: i128,
    /// Most that all keepers may have out, in basis points of total assets: 0 (no draws) to 10,000.
    pub max_drawn_bps: u32,
    /// How far a swap may fall short of the oracle price, in basis points: 0 to 100.
    pub max_slippage_bps: u32,
    /// Least profit of an atomic liquidation, in basis points of the USDC spent: 0 to 10,000.
    pub min_profit_bps: u32,
    /// Ledgers over which a profit vests: 1 to 518,400.
    pub vesting_ledgers: u32,
    /// Ledgers from a deposit until its shares can be redeemed: 0 (off) to 120,960.
    pub withdraw_cooldown: u32,
}

impl Config {
    /// Refuses a field outside its bounds.
    pub(crate) fn check(&self) -> Result<(), VaultError> {
        let within = (1..=10_000).contains(&self.default_penalty_bps)
            && (0..=MAX_AMOUNT).contains(&self.deposit_cap)
            && (12..=DAY).contains(&self.draw_deadline)
            && self.keeper_fee_bps <= 9_999
            && (0..=MAX_AMOUNT).contains(&self.max_draw_per_keeper)
            && self.max_drawn_bps <= 10_000
            && self.max_slippage_bps <= 100
            && self.min_profit_bps <= 10_000
            && (1..=30 * DAY).contains(&self.vesting_ledgers)
            && self.withdraw_cooldown <= 7 * DAY;
        if within {
            Ok(())
        } else {
            Err(VaultError::InvalidConfig)
        }
    }
}

/// Refuses an amount that is not 1 to [`MAX_AMOUNT`].
pub(crate) fn check_amount(amount: i128) -> Result<(), VaultError> {
    if (1..=MAX_AMOUNT).contains(&amount) {
        Ok(())
    } else {
        Err(VaultError::InvalidAmount)
    }
}
