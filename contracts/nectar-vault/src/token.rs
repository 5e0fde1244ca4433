//! SEP-41 tokens, whose refusals become one number of ours.

use soroban_sdk::{token::TokenClient, Address, Env};

use crate::{callee, errors::VaultError, oracle::MAX_DECIMALS};

/// Moves `amount` of `token`.
pub(crate) fn transfer(e: &Env, token: &Address, from: &Address, to: &Address, amount: i128) -> Result<(), VaultError> {
    match TokenClient::new(e, token).try_transfer(from, to, &amount) {
        Ok(Ok(())) => Ok(()),
        _ => Err(VaultError::TokenRefused),
    }
}

/// Lets `spender` take `amount` of the vault's `token` in this ledger only.
pub(crate) fn approve_now(e: &Env, token: &Address, spender: &Address, amount: i128) -> Result<(), VaultError> {
    let vault = e.current_contract_address();
    match TokenClient::new(e, token).try_approve(&vault, spender, &amount, &e.ledger().sequence()) {
        Ok(Ok(())) => Ok(()),
        _ => Err(VaultError::TokenRefused),
    }
}

/// What the vault holds of `token`, booked or not.
pub(crate) fn held(e: &Env, token: &Address) -> Result<i128, VaultError> {
    match TokenClient::new(e, token).try_balance(&e.current_contract_address()) {
        Ok(Ok(balance)) => Ok(balance),
        _ => Err(VaultError::TokenRefused),
    }
}

/// Decimals of `token`: at most 18.
pub(crate) fn decimals(e: &Env, token: &Address) -> Result<u32, VaultError> {
    callee::check(e, token)?;
    match TokenClient::new(e, token).try_decimals() {
        Ok(Ok(decimals)) if decimals <= MAX_DECIMALS => Ok(decimals),
        _ => Err(VaultError::NotAsExpected),
    }
}
