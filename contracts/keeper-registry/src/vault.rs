//! What the registry asks of the vault: only when a keeper wants stake back.

use soroban_sdk::{contractclient, Address, Env};

use crate::errors::RegistryError;

/// Characters of an account's or a contract's address (SEP-23).
const STRKEY_LENGTH: usize = 56;

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

/// Refuses an account, which could never answer [`stake_needed`], so that nobody could take a stake back. A contract
/// passes, deployed or not. The host lets no caller recover from calling an account, so the address itself must tell.
pub(crate) fn check(vault: &Address) -> Result<(), RegistryError> {
    let mut key = [0; STRKEY_LENGTH];
    vault.to_string().copy_into_slice(&mut key);
    if key[0] == b'C' {
        Ok(())
    } else {
        Err(RegistryError::VaultRefused)
    }
}
