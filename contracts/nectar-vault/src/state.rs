//! What the vault shows of itself at a ledger.

use soroban_sdk::{contracttype, Env};

use crate::storage;

/// The vault at the ledger of the call. Amounts in USDC stroops.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VaultState {
    /// What keepers have out.
    pub drawn: i128,
    /// What is in the vault, booked.
    pub idle: i128,
    /// Losses booked since the start.
    pub loss: i128,
    /// Profit booked for depositors since the start, fees taken off.
    pub profit: i128,
    /// USDC per share with 12 decimals, at the withdrawal price, rounded down.
    pub share_price: i128,
    /// What withdrawals are priced at: idle and drawn less unvested.
    pub total_assets: i128,
    /// Shares in existence, 13 decimals.
    pub total_shares: i128,
    /// Profit that is not the depositors' yet, rounded up.
    pub unvested: i128,
    /// Ledger at which all of it has vested.
    pub vest_until: u32,
}

/// Reads it.
pub(crate) fn read(e: &Env) -> VaultState {
    let ledger = e.ledger().sequence();
    let books = storage::books(e);
    VaultState {
        drawn: books.drawn,
        idle: books.idle,
        loss: books.loss,
        profit: books.profit,
        share_price: books.share_price(ledger).unwrap_or(i128::MAX),
        total_assets: books.total_assets(ledger),
        total_shares: books.shares,
        unvested: books.unvested(ledger),
        vest_until: books.vest_until,
    }
}
