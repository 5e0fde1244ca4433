//! SEP-40 price feeds, as much of them as the vault asks.

use soroban_sdk::{contractclient, contracttype, Address, Env, Symbol};

use crate::{callee, errors::VaultError};

/// Most decimals of a price or a token that the vault reckons with.
pub(crate) const MAX_DECIMALS: u32 = 18;

/// SEP-40's name of an asset.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PricedAsset {
    /// A token contract.
    Stellar(Address),
    /// Anything else, by symbol. The vault never asks for one.
    Other(Symbol),
}

/// SEP-40's price: `price` in the feed's decimals, `timestamp` in seconds.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceData {
    /// Price of one whole unit of the asset.
    pub price: i128,
    /// When it held.
    pub timestamp: u64,
}

/// The part of SEP-40 that the vault calls.
#[allow(dead_code, reason = "only the client made from it is used")]
#[contractclient(name = "OracleClient")]
pub trait Oracle {
    fn decimals(e: Env) -> u32;
    fn lastprice(e: Env, asset: PricedAsset) -> Option<PriceData>;
}

/// Decimals of the feed's prices: at most 18.
pub(crate) fn decimals(e: &Env, oracle: &Address) -> Result<u32, VaultError> {
    callee::check(e, oracle)?;
    match OracleClient::new(e, oracle).try_decimals() {
        Ok(Ok(decimals)) if decimals <= MAX_DECIMALS => Ok(decimals),
        _ => Err(VaultError::NotAsExpected),
    }
}

/// The feed's last price of `asset`, positive and at most 10^30.
pub(crate) fn last_price(e: &Env, oracle: &Address, asset: &Address) -> Result<PriceData, VaultError> {
    match OracleClient::new(e, oracle).try_lastprice(&PricedAsset::Stellar(asset.clone())) {
        Ok(Ok(Some(data))) if data.price > 0 && data.price <= 10i128.pow(30) => Ok(data),
        _ => Err(VaultError::PriceUnusable),
    }
}
