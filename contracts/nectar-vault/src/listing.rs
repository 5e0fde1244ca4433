//! The allow-lists: pools, exchanges and assets that a plan may name. Only the owner changes them.

use soroban_sdk::{contracttype, Address, Env};

use crate::{
    callee,
    config::BPS,
    errors::VaultError,
    events::{AssetListed, AssetUnlisted, ExchangeListed, ExchangeUnlisted, PoolListed, PoolUnlisted},
    exchange, oracle,
    pool::PoolClient,
    storage, token,
};

/// Longest `max_age` of a price, in seconds: the day after which Blend itself refuses one.
const MAX_AGE: u64 = 86_400;

/// An asset's own price source, apart from any pool's.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Decimals of the token, as it told when it was listed.
    pub decimals: u32,
    /// Oldest price that is used, in seconds: 1 to 86,400.
    pub max_age: u64,
    /// How far a pool's price may be off, in basis points of the own price: 1 to 10,000.
    pub max_deviation_bps: u32,
    /// SEP-40 oracle, asked for `Asset::Stellar(asset)`.
    pub oracle: Address,
    /// Decimals of the oracle's prices, as it told when it was listed.
    pub oracle_decimals: u32,
}

/// A pool's price source, as it told when it was listed: Blend fixes it at the pool's construction.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool {
    /// SEP-40 oracle of the pool.
    pub oracle: Address,
    /// Decimals of its prices.
    pub oracle_decimals: u32,
}

/// Lists `pool` after asking it for its oracle.
pub(crate) fn list_pool(e: &Env, pool: Address) -> Result<(), VaultError> {
    callee::check(e, &pool)?;
    let Ok(Ok(config)) = PoolClient::new(e, &pool).try_get_config() else {
        return Err(VaultError::NotAsExpected);
    };
    let oracle_decimals = oracle::decimals(e, &config.oracle)?;
    let listing = Pool { oracle: config.oracle, oracle_decimals };
    storage::set_pool(e, &pool, Some(&listing));
    PoolListed { pool, oracle: listing.oracle }.publish(e);
    Ok(())
}

/// Takes `pool`, which is listed, off the list.
pub(crate) fn unlist_pool(e: &Env, pool: Address) -> Result<(), VaultError> {
    storage::pool(e, &pool).ok_or(VaultError::PoolNotAllowed)?;
    storage::set_pool(e, &pool, None);
    PoolUnlisted { pool }.publish(e);
    Ok(())
}

/// Lists an exchange with Soroswap's router functions, after it answered one of them.
pub(crate) fn list_exchange(e: &Env, exchange: Address) -> Result<(), VaultError> {
    exchange::check(e, &exchange, &storage::usdc(e))?;
    storage::set_exchange(e, &exchange, true);
    ExchangeListed { exchange }.publish(e);
    Ok(())
}

/// Takes `exchange`, which is listed, off the list.
pub(crate) fn unlist_exchange(e: &Env, exchange: Address) -> Result<(), VaultError> {
    if !storage::exchange_listed(e, &exchange) {
        return Err(VaultError::ExchangeNotAllowed);
    }
    storage::set_exchange(e, &exchange, false);
    storage::set_pairs(e, &exchange, None);
    ExchangeUnlisted { exchange }.publish(e);
    Ok(())
}

/// Lists `asset` with its own oracle after asking both for their decimals.
pub(crate) fn list_asset(
    e: &Env,
    asset: Address,
    oracle: Address,
    max_age: u64,
    max_deviation_bps: u32,
) -> Result<(), VaultError> {
    if !(1..=MAX_AGE).contains(&max_age) || !(1..=BPS).contains(&i128::from(max_deviation_bps)) {
        return Err(VaultError::InvalidConfig);
    }
    let decimals = token::decimals(e, &asset)?;
    let oracle_decimals = oracle::decimals(e, &oracle)?;
    let listing = Asset { decimals, max_age, max_deviation_bps, oracle: oracle.clone(), oracle_decimals };
    storage::set_asset(e, &asset, Some(&listing));
    AssetListed { asset, oracle, max_age, max_deviation_bps }.publish(e);
    Ok(())
}

/// Takes `asset`, which is listed, off the list.
pub(crate) fn unlist_asset(e: &Env, asset: Address) -> Result<(), VaultError> {
    storage::asset(e, &asset).ok_or(VaultError::AssetNotAllowed)?;
    storage::set_asset(e, &asset, None);
    AssetUnlisted { asset }.publish(e);
    Ok(())
}
