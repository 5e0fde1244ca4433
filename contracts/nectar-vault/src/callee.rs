//! Which addresses can be called at all.

use soroban_sdk::{Address, Env, String};

use crate::errors::VaultError;

/// Refuses an address that is not a contract's, deployed or not. The host does not let a caller recover from calling an
/// account, so that `try_` calls would trap; a contract that is not there, or does not answer, they report.
pub(crate) fn check(e: &Env, address: &Address) -> Result<(), VaultError> {
    let key = address.to_string();
    if key > String::from_str(e, "C") && key < String::from_str(e, "D") {
        Ok(())
    } else {
        Err(VaultError::NotAsExpected)
    }
}
