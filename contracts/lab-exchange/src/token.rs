//! SEP-41 tokens, as much of them as the exchange asks.

use soroban_sdk::{token::TokenClient, Address, Env};

use crate::{callee::is_contract, errors::ExchangeError};

/// Most decimals of a token that is traded.
pub const MAX_DECIMALS: u32 = 18;

/// The token's decimals.
pub(crate) fn decimals(e: &Env, token: &Address) -> Result<u32, ExchangeError> {
    if !is_contract(e, token) {
        return Err(ExchangeError::TokenUnreadable);
    }
    match TokenClient::new(e, token).try_decimals() {
        Ok(Ok(decimals)) if decimals <= MAX_DECIMALS => Ok(decimals),
        _ => Err(ExchangeError::TokenUnreadable),
    }
}

/// Moves `amount` from a trader, whose authorisation covers exactly this, to a pair.
pub(crate) fn transfer(
    e: &Env,
    token: &Address,
    from: &Address,
    pair: &Address,
    amount: i128,
) -> Result<(), ExchangeError> {
    match TokenClient::new(e, token).try_transfer(from, pair, &amount) {
        Ok(Ok(())) => Ok(()),
        _ => Err(ExchangeError::TransferRefused),
    }
}
