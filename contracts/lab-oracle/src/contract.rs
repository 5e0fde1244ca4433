use lean_ownership::HandOverRefusal;
use soroban_sdk::{contract, contractimpl, Address, BytesN, Env, Vec};

use crate::{
    errors::OracleError,
    events::{FeedSet, PriceSet},
    feed::Feed,
    history,
    history::MAX_ASSETS,
    sep40::{Asset, PriceData},
    storage,
};

/// The feed.
#[contract]
pub struct LabOracle;

#[contractimpl]
impl LabOracle {
    /// A feed without prices. `decimals` at most 18; `resolution` 1 to 86,400 seconds.
    pub fn __constructor(
        e: Env,
        admin: Address,
        base: Asset,
        decimals: u32,
        resolution: u32,
    ) -> Result<(), OracleError> {
        lean_ownership::set_owner(&e, &admin);
        storage::set_feed(&e, &Feed { base, decimals, resolution }.checked()?);
        Ok(())
    }

    /// SEP-40: the asset that prices are in.
    pub fn base(e: Env) -> Asset {
        storage::base(&e)
    }

    /// SEP-40: every asset that has a price, in the order of their first.
    pub fn assets(e: Env) -> Vec<Asset> {
        storage::assets(&e)
    }

    /// SEP-40: decimals of every price.
    pub fn decimals(e: Env) -> u32 {
        storage::decimals(&e)
    }

    /// SEP-40: seconds between two prices, as announced.
    pub fn resolution(e: Env) -> u32 {
        storage::resolution(&e)
    }

    /// SEP-40: the price in force at `timestamp` (seconds), i.e. the newest record not younger. `None` for an unknown
    /// asset, a time before the oldest record kept, and a time that is yet to come.
    pub fn price(e: Env, asset: Asset, timestamp: u64) -> Option<PriceData> {
        if timestamp > e.ledger().timestamp() {
            return None;
        }
        history::in_force(&storage::history(&e, &asset), timestamp)
    }

    /// SEP-40: the last records, newest first: as many as asked for or kept (32). `None` when there are none to give.
    pub fn prices(e: Env, asset: Asset, records: u32) -> Option<Vec<PriceData>> {
        history::newest(&e, &storage::history(&e, &asset), records)
    }

    /// SEP-40: the last price set, however old. `None` for an unknown asset.
    pub fn lastprice(e: Env, asset: Asset) -> Option<PriceData> {
        storage::last(&e, &asset)
    }

    /// The last price of each asset, in their order: what [`Self::lastprice`] says of each, in one call. Not SEP-40's.
    pub fn lastprices(e: Env, assets: Vec<Asset>) -> Vec<Option<PriceData>> {
        let mut prices = Vec::from_array(&e, []);
        for asset in assets.iter() {
            prices.push_back(storage::last(&e, &asset));
        }
        prices
    }

    /// Sets the price of one whole `asset`, as of now. Owner only. Errors: `PriceNotPositive`, `PriceTooHigh`,
    /// `TooManyAssets`.
    pub fn set_price(e: Env, asset: Asset, price: i128) -> Result<(), OracleError> {
        lean_ownership::enforce_owner_auth(&e);
        record(&e, asset, price, e.ledger().timestamp())
    }

    /// Sets up to 32 prices at once, as of now: `prices[i]` is of `assets[i]`, and all are set or none. Of an asset that
    /// stands there twice the last price counts. Owner only. Errors: those of `set_price`, `LengthsDiffer`.
    pub fn set_prices(e: Env, assets: Vec<Asset>, prices: Vec<i128>) -> Result<(), OracleError> {
        lean_ownership::enforce_owner_auth(&e);
        if assets.len() != prices.len() {
            return Err(OracleError::LengthsDiffer);
        }
        if assets.len() > MAX_ASSETS {
            return Err(OracleError::TooManyAssets);
        }
        for (asset, price) in assets.iter().zip(prices.iter()) {
            record(&e, asset, price, e.ledger().timestamp())?;
        }
        Ok(())
    }

    /// Sets the price of one whole `asset` as of `timestamp` (seconds), so that the feed looks as if nothing came in
    /// since: records of that time or later are dropped. Owner only. Errors: those of `set_price`,
    /// `TimestampInFuture`.
    pub fn set_price_at(e: Env, asset: Asset, price: i128, timestamp: u64) -> Result<(), OracleError> {
        lean_ownership::enforce_owner_auth(&e);
        record(&e, asset, price, timestamp)
    }

    /// Sets what prices are in; bounds as in the constructor. Every price is dropped, since its number would mean
    /// something else. Owner only. Error: `DecimalsTooHigh`.
    pub fn set_unit(e: Env, base: Asset, decimals: u32) -> Result<(), OracleError> {
        lean_ownership::enforce_owner_auth(&e);
        set_feed(&e, Feed { base, decimals, ..storage::feed(&e) })?;
        for asset in storage::assets(&e).iter() {
            storage::forget(&e, &asset);
        }
        storage::set_assets(&e, &Vec::from_array(&e, []));
        Ok(())
    }

    /// Sets the announced seconds between two prices; bounds as in the constructor. Owner only.
    /// Error: `ResolutionOutOfRange`.
    pub fn set_resolution(e: Env, resolution: u32) -> Result<(), OracleError> {
        lean_ownership::enforce_owner_auth(&e);
        set_feed(&e, Feed { resolution, ..storage::feed(&e) })
    }

    /// Proposes a wasm to upgrade to, and returns the first ledger in which [`Self::upgrade`] may install it. Owner
    /// only.
    pub fn propose_upgrade(e: Env, wasm_hash: BytesN<32>) -> u32 {
        lean_ownership::enforce_owner_auth(&e);
        delayed_upgrade::propose(&e, wasm_hash)
    }

    /// Installs the proposed wasm and returns its hash. Owner only. Errors: `UpgradeNotProposed`, `UpgradeTooEarly`.
    pub fn upgrade(e: Env) -> Result<BytesN<32>, OracleError> {
        lean_ownership::enforce_owner_auth(&e);
        Ok(delayed_upgrade::upgrade(&e)?)
    }

    /// The owner.
    pub fn get_owner(e: Env) -> Option<Address> {
        lean_ownership::owner(&e)
    }

    /// Offers ownership to `new_owner` until ledger `live_until_ledger`, at most 31 days ahead; 0 withdraws the offer.
    /// Owner only.
    pub fn transfer_ownership(e: Env, new_owner: Address, live_until_ledger: u32) -> Result<(), HandOverRefusal> {
        lean_ownership::transfer_ownership(&e, &new_owner, live_until_ledger)
    }

    /// Accepts an offer. The new owner signs.
    pub fn accept_ownership(e: Env) -> Result<(), HandOverRefusal> {
        lean_ownership::accept_ownership(&e)
    }

    /// Always refused with `RenounceRefused`.
    pub fn renounce_ownership() -> Result<(), OracleError> {
        Err(OracleError::RenounceRefused)
    }
}

fn set_feed(e: &Env, feed: Feed) -> Result<(), OracleError> {
    let feed = feed.checked()?;
    storage::set_feed(e, &feed);
    let Feed { base, decimals, resolution } = feed;
    FeedSet { base, decimals, resolution }.publish(e);
    Ok(())
}

fn record(e: &Env, asset: Asset, price: i128, timestamp: u64) -> Result<(), OracleError> {
    let record = history::checked(price, timestamp, e.ledger().timestamp())?;
    if storage::last(e, &asset).is_none() {
        let mut assets = storage::assets(e);
        if assets.len() >= MAX_ASSETS {
            return Err(OracleError::TooManyAssets);
        }
        assets.push_back(asset.clone());
        storage::set_assets(e, &assets);
    }
    storage::set_history(e, &asset, &history::with(e, storage::history(e, &asset), record.clone()));
    storage::set_last(e, &asset, &record);
    PriceSet { asset, price, timestamp }.publish(e);
    Ok(())
}
