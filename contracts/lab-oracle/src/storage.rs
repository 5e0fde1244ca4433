//! The only file that knows keys and lifetimes.
//!
//! Last prices live in the instance, a token's under its bare address: a liquidation asks for several, and so each costs
//! neither a ledger entry of its own nor a key to build.

use soroban_sdk::{contracttype, symbol_short, Env, IntoVal, Symbol, Val, Vec};

use crate::{
    feed::Feed,
    sep40::{Asset, PriceData},
};

/// Ledgers that data is kept alive from a write on: 30 days at 5 s.
const EXTEND_TO: u32 = 518_400;
/// Extended when less than this is left: 29 days at 5 s.
const THRESHOLD: u32 = 501_120;

// Instance keys other than assets' are short symbols, which cost no host call to make.
const BASE: Symbol = symbol_short!("Base");
const DECIMALS: Symbol = symbol_short!("Decimals");
const RESOLUTION: Symbol = symbol_short!("Interval");

#[contracttype]
pub(crate) enum Key {
    /// Persistent: `Vec<Asset>`, in the order of their first price.
    Assets,
    /// Persistent: `Vec<PriceData>`, oldest first.
    History(Asset),
}

fn last_key(e: &Env, asset: &Asset) -> Val {
    match asset {
        Asset::Stellar(address) => address.into_val(e),
        // Not the bare symbol, which could be one of the keys above.
        other => other.into_val(e),
    }
}

pub(crate) fn feed(e: &Env) -> Feed {
    Feed { base: base(e), decimals: decimals(e), resolution: resolution(e) }
}

// The constructor sets these before anything else can run.

pub(crate) fn base(e: &Env) -> Asset {
    e.storage().instance().get(&BASE).unwrap()
}

pub(crate) fn decimals(e: &Env) -> u32 {
    e.storage().instance().get(&DECIMALS).unwrap()
}

pub(crate) fn resolution(e: &Env) -> u32 {
    e.storage().instance().get(&RESOLUTION).unwrap()
}

pub(crate) fn set_feed(e: &Env, feed: &Feed) {
    e.storage().instance().set(&BASE, &feed.base);
    e.storage().instance().set(&DECIMALS, &feed.decimals);
    e.storage().instance().set(&RESOLUTION, &feed.resolution);
    extend_instance(e);
}

pub(crate) fn last(e: &Env, asset: &Asset) -> Option<PriceData> {
    e.storage().instance().get(&last_key(e, asset)).unwrap_or(None)
}

pub(crate) fn set_last(e: &Env, asset: &Asset, record: &PriceData) {
    e.storage().instance().set(&last_key(e, asset), record);
    extend_instance(e);
}

/// Forgets the asset's prices. Entries are emptied, since removing would be one host function more to import.
pub(crate) fn forget(e: &Env, asset: &Asset) {
    e.storage().instance().set(&last_key(e, asset), &None::<PriceData>);
    set_history(e, asset, &Vec::from_array(e, []));
}

pub(crate) fn assets(e: &Env) -> Vec<Asset> {
    e.storage().persistent().get(&Key::Assets).unwrap_or_else(|| Vec::from_array(e, []))
}

pub(crate) fn set_assets(e: &Env, assets: &Vec<Asset>) {
    e.storage().persistent().set(&Key::Assets, assets);
    extend_persistent(e, &Key::Assets);
}

pub(crate) fn history(e: &Env, asset: &Asset) -> Vec<PriceData> {
    e.storage().persistent().get(&Key::History(asset.clone())).unwrap_or_else(|| Vec::from_array(e, []))
}

pub(crate) fn set_history(e: &Env, asset: &Asset, history: &Vec<PriceData>) {
    let key = Key::History(asset.clone());
    e.storage().persistent().set(&key, history);
    extend_persistent(e, &key);
}

fn extend_instance(e: &Env) {
    e.storage().instance().extend_ttl(THRESHOLD, EXTEND_TO);
}

fn extend_persistent(e: &Env, key: &Key) {
    e.storage().persistent().extend_ttl(key, THRESHOLD, EXTEND_TO);
}
