//! What the registry asks of the vault: only when a keeper wants stake back.

use soroban_sdk::{contractclient, Address, Env};

use crate::errors::RegistryError;

/// The part of the vault that the registry calls.
#[allow(dead_code, reason = "only the client made from it is used")]
#[contractclient(name = "VaultClient")]
pub trait Vault {
    /// Stake that `keeper`'s open draws need, penalty included, in stroops; 0 when nothing is drawn.
    fn stake_needed(e: Env, keeper: Address) -> i128;
}

/// Stake that must stay for `keeper`'s open draws, in stroops.
pub(crate) fn stake_needed(e: &Env, vault: &Address, keeper: &Address) -> Result<i128, RegistryError> {
    match VaultClient::new(e, vault).try_stake_needed(keeper) {
        Ok(Ok(needed)) => Ok(needed),
        _ => Err(RegistryError::VaultRefused),
    }
}

/// Traps for an account, which could never answer [`stake_needed`], so that nobody could take a stake back. A contract
/// passes, deployed or not. The host itself refuses to call an account; telling accounts apart beforehand would be one
/// more host function that every call of the registry pays for.
pub(crate) fn check(e: &Env, vault: &Address) {
    let _ = VaultClient::new(e, vault).try_stake_needed(vault);
}
