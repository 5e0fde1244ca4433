//! Keeper registry: who may touch the vault's capital, and the USDC stake each of them has locked for it.
//!
//! A keeper's stake covers its open draws with a penalty on top; the vault asks for it with every draw and takes it
//! where a draw is overdue. Amounts are in units of the stake token (USDC: 7 decimals, "stroops").
#![no_std]

#[cfg(test)]
extern crate std;

mod contract;
mod errors;
mod events;
mod index;
mod keeper;
mod name;
mod stake_token;
mod storage;
mod vault;

#[cfg(test)]
mod test;

pub use contract::{KeeperRegistry, KeeperRegistryClient};
pub use errors::RegistryError;
pub use events::{
    KeeperDeregistered, KeeperRegistered, KeeperSlashed, MinStakeSet, RegistryPaused, RegistryUnpaused, StakeAdded,
    StakeRemoved,
};
pub use index::PAGE_SIZE;
pub use keeper::{Clearance, Config, KeeperInfo, MAX_STAKE, MIN_STAKE_FLOOR};
