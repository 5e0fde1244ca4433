//! Stake in and out, as the token's refusals become one number of ours.

use soroban_sdk::{token::TokenClient, Address, Env};

use crate::errors::RegistryError;

/// Takes `amount` from the keeper, whose authorisation covers it.
pub(crate) fn lock(e: &Env, token: &Address, keeper: &Address, amount: i128) -> Result<(), RegistryError> {
    transfer(e, token, keeper, &e.current_contract_address(), amount)
}

/// Pays `amount` out to `to`.
pub(crate) fn release(e: &Env, token: &Address, to: &Address, amount: i128) -> Result<(), RegistryError> {
    transfer(e, token, &e.current_contract_address(), to, amount)
}

/// What the registry really holds: less than the sum of stakes where the issuer clawed back.
pub(crate) fn held(e: &Env, token: &Address) -> Result<i128, RegistryError> {
    match TokenClient::new(e, token).try_balance(&e.current_contract_address()) {
        Ok(Ok(balance)) => Ok(balance),
        _ => Err(RegistryError::TokenRefused),
    }
}

fn transfer(e: &Env, token: &Address, from: &Address, to: &Address, amount: i128) -> Result<(), RegistryError> {
    match TokenClient::new(e, token).try_transfer(from, to, &amount) {
        Ok(Ok(())) => Ok(()),
        _ => Err(RegistryError::TokenRefused),
    }
}
