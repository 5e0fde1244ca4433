//! SEP-40 price feeds, as much of them as the exchange asks.

use soroban_sdk::{contractclient, contracttype, Address, Env, Symbol};

use crate::{callee::is_contract, errors::ExchangeError};

/// SEP-40's name of an asset.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asset {
    /// A token contract.
    Stellar(Address),
    /// Anything else, by symbol. The exchange never asks for one.
    Other(Symbol),
}

/// SEP-40's price.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceData {
    /// Price of one whole unit, in the feed's decimals.
    pub price: i128,
    /// When it held.
    pub timestamp: u64,
}

/// The part of SEP-40 that the exchange calls.
#[allow(dead_code, reason = "only the client made from it is used")]
#[contractclient(name = "OracleClient")]
trait Oracle {
    fn decimals(e: Env) -> u32;
    fn lastprice(e: Env, asset: Asset) -> Option<PriceData>;
}

/// The address, if a feed answers there. Its decimals are of no interest: they cancel out in every rate.
pub(crate) fn checked(e: &Env, oracle: Address) -> Result<Address, ExchangeError> {
    if !is_contract(e, &oracle) {
        return Err(ExchangeError::OracleUnreadable);
    }
    match OracleClient::new(e, &oracle).try_decimals() {
        Ok(Ok(_)) => Ok(oracle),
        _ => Err(ExchangeError::OracleUnreadable),
    }
}

/// The last price of one whole `token`, positive.
pub(crate) fn price(e: &Env, oracle: &Address, token: &Address) -> Result<u128, ExchangeError> {
    match OracleClient::new(e, oracle).try_lastprice(&Asset::Stellar(token.clone())) {
        Ok(Ok(Some(data))) if data.price > 0 => Ok(data.price.unsigned_abs()),
        _ => Err(ExchangeError::NoPrice),
    }
}
