use soroban_sdk::{contractevent, Address};

use crate::config::Config;

/// USDC came in for shares.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deposit {
    /// The depositor.
    #[topic]
    pub user: Address,
    /// USDC in stroops.
    pub amount: i128,
    /// Shares issued, 13 decimals.
    pub shares: i128,
}

/// Shares went back for USDC.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdraw {
    /// The depositor.
    #[topic]
    pub user: Address,
    /// USDC in stroops.
    pub amount: i128,
    /// Shares redeemed, 13 decimals.
    pub shares: i128,
}

/// More was asked than is idle. Only seen in the diagnostics of the call that failed for it.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapitalShort {
    /// What was asked for, in stroops.
    pub asked: i128,
    /// What there is, in stroops.
    pub available: i128,
}

/// A keeper took capital out against its stake.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draw {
    /// The keeper.
    #[topic]
    pub keeper: Address,
    /// USDC in stroops.
    pub amount: i128,
    /// The keeper's whole debt from now on, in stroops.
    pub debt: i128,
    /// Ledger after which anyone may settle it.
    pub due: u32,
}

/// A keeper brought capital back.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Return {
    /// The keeper.
    #[topic]
    pub keeper: Address,
    /// What the keeper returned, fee included, in stroops.
    pub amount: i128,
    /// What went off the debt, in stroops.
    pub repaid: i128,
    /// What was profit, fee included, in stroops.
    pub profit: i128,
    /// What of the profit the keeper kept, in stroops.
    pub fee: i128,
    /// The debt that is left, in stroops.
    pub debt: i128,
}

/// An overdue debt was settled from the stake.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settle {
    /// The keeper that did not return.
    #[topic]
    pub keeper: Address,
    /// The debt, in stroops.
    pub debt: i128,
    /// What the stake paid, in stroops.
    pub taken: i128,
    /// What was written off, in stroops.
    pub loss: i128,
}

/// An atomic liquidation ended with the vault richer.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Liquidated {
    /// The keeper whose plan it was.
    #[topic]
    pub keeper: Address,
    /// The pool.
    #[topic]
    pub pool: Address,
    /// Whose position it was.
    #[topic]
    pub user: Address,
    /// Percent of the auction.
    pub percent: u32,
    /// USDC that went out on the way, in stroops.
    pub spent: i128,
    /// Profit measured, fee included, in stroops.
    pub profit: i128,
    /// What of it the keeper got, in stroops.
    pub fee: i128,
    /// USDC from tokens that were there before, everybody's, in stroops.
    pub surplus: i128,
}

/// The owner set the config.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigSet {
    /// The settings from now on.
    pub config: Config,
}

/// The owner let plans use a pool.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolListed {
    /// The pool.
    #[topic]
    pub pool: Address,
    /// The pool's oracle.
    pub oracle: Address,
}

/// The owner took a pool off the list.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolUnlisted {
    /// The pool.
    #[topic]
    pub pool: Address,
}

/// The owner let plans use an exchange.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeListed {
    /// The exchange.
    #[topic]
    pub exchange: Address,
}

/// The owner took an exchange off the list.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeUnlisted {
    /// The exchange.
    #[topic]
    pub exchange: Address,
}

/// The owner let plans use an asset, or changed how its price is checked.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssetListed {
    /// The asset.
    #[topic]
    pub asset: Address,
    /// Its own SEP-40 oracle.
    pub oracle: Address,
    /// Oldest usable price, in seconds.
    pub max_age: u64,
    /// How far a pool's price may be off, in basis points.
    pub max_deviation_bps: u32,
}

/// The owner took an asset off the list.
#[contractevent]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssetUnlisted {
    /// The asset.
    #[topic]
    pub asset: Address,
}
