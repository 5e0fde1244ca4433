//! What the vault asks of the keeper registry.

use soroban_sdk::{contractclient, contracttype, Address, Env};

use crate::errors::VaultError;

/// Answer of the registry before capital moves.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clearance {
    /// Registered, not slashed, and the registry is not paused.
    pub cleared: bool,
    /// Stake that covers draws, in stroops.
    pub stake: i128,
}

/// The part of the registry that the vault calls.
#[allow(dead_code, reason = "only the client made from it is used")]
#[contractclient(name = "RegistryClient")]
pub trait Registry {
    fn clearance(e: Env, keeper: Address) -> Clearance;
    fn slash(e: Env, keeper: Address, amount: i128) -> i128;
}

/// The stake of a keeper that may move capital, in stroops.
pub(crate) fn cleared_stake(e: &Env, registry: &Address, keeper: &Address) -> Result<i128, VaultError> {
    match RegistryClient::new(e, registry).try_clearance(keeper) {
        Ok(Ok(Clearance { cleared: true, stake })) => Ok(stake),
        Ok(Ok(_)) => Err(VaultError::KeeperNotCleared),
        _ => Err(VaultError::RegistryRefused),
    }
}

/// Takes up to `amount` of the keeper's stake into the vault and returns what came, in stroops.
pub(crate) fn slash(e: &Env, registry: &Address, keeper: &Address, amount: i128) -> Result<i128, VaultError> {
    match RegistryClient::new(e, registry).try_slash(keeper, &amount) {
        Ok(Ok(taken)) => Ok(taken),
        _ => Err(VaultError::RegistryRefused),
    }
}
