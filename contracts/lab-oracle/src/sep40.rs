//! The types of SEP-40, exactly as other contracts know them.

use soroban_sdk::{contracttype, Address, Symbol};

/// What a price is of.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asset {
    /// A token contract.
    Stellar(Address),
    /// Anything else, by symbol.
    Other(Symbol),
}

/// A price and when it held.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceData {
    /// Price of one whole unit in the base asset, with the feed's decimals.
    pub price: i128,
    /// Seconds since 1970.
    pub timestamp: u64,
}
