//! What is known of a keeper, and the bounds of its stake.

use soroban_sdk::{contracttype, Address, String};

/// Largest amount that any call takes: 10 billion USDC in stroops, so that no sum of stakes can overflow.
pub const MAX_STAKE: i128 = 100_000_000_000_000_000;

/// Smallest minimum stake that the owner can set: 1 USDC in stroops.
pub const MIN_STAKE_FLOOR: i128 = 10_000_000;

/// The registry's settings. `vault` and `stake_token` are fixed by the constructor: stakes are held for that vault and
/// in that token, so changing either under open stakes would take them from their owners.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Smallest stake of a registered keeper, in stroops.
    pub min_stake: i128,
    /// The token that stakes are paid in (USDC).
    pub stake_token: Address,
    /// The vault that may ask for clearance and slash.
    pub vault: Address,
}

/// A keeper's record. It survives a slash, so that the address stays barred.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeeperInfo {
    /// Name shown beside the address; not unique.
    pub name: String,
    /// Ledger of registration.
    pub registered: u32,
    /// Slashed once, barred for ever.
    pub slashed: bool,
    /// Position in the index of active keepers; meaningless once slashed.
    pub slot: u32,
    /// Stake held here, in stroops.
    pub stake: i128,
}

/// What the vault asks before capital moves.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clearance {
    /// Registered, not slashed, and the registry is not paused.
    pub cleared: bool,
    /// Stake that covers draws, in stroops; 0 for an unknown address.
    pub stake: i128,
}
