//! Nectar's vault: pooled USDC that keepers liquidate bad Blend positions with.
//!
//! Capital leaves in two ways only: inside one transaction that must end with the vault richer (`liquidate`), or as a
//! staged draw that the keeper's own locked stake covers with a penalty on top (`draw`, `return_proceeds`,
//! `settle_overdue`).
#![no_std]

mod books;
mod callee;
mod capital;
mod config;
mod contract;
mod cooldown;
mod deposits;
mod errors;
mod events;
mod exchange;
mod keeper_record;
mod liquidate;
mod listing;
mod oracle;
mod plan;
mod pool;
mod price;
mod registry;
mod shares;
mod state;
mod storage;
mod token;
mod wide;

#[cfg(test)]
mod test;

pub use books::{Books, PRICE_SCALE, VIRTUAL_ASSETS, VIRTUAL_SHARES};
pub use config::{Config, MAX_AMOUNT};
pub use contract::{NectarVault, NectarVaultClient};
pub use deposits::SEED;
pub use errors::VaultError;
pub use events::{
    AssetListed, AssetUnlisted, CapitalShort, ConfigSet, Deposit, Draw, ExchangeListed, ExchangeUnlisted, Liquidated,
    PoolListed, PoolUnlisted, Return, Settle, Withdraw,
};
pub use keeper_record::KeeperRecord;
pub use listing::{Asset, Pool};
pub use plan::{Plan, Purchase, Repayment, Sale, MAX_BIDS, MAX_LOTS};
pub use shares::SHARE_DECIMALS;
pub use state::VaultState;
