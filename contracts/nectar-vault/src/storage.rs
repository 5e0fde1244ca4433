//! The only file that knows the vault's keys.

use soroban_sdk::{contracttype, symbol_short, Address, Env, IntoVal, Symbol, TryFromVal, Val, Vec};

use crate::{
    books::Books,
    config::Config,
    keeper_record::KeeperRecord,
    listing::{Asset, Pool},
};

const DAY: u32 = 17_280;
const INSTANCE_TTL: u32 = 30 * DAY;
const USER_TTL: u32 = 31 * DAY;

// Instance keys are short symbols, which cost no host call to make.
const BOOKS: Symbol = symbol_short!("Books");
const CONFIG: Symbol = symbol_short!("Config");
const REGISTRY: Symbol = symbol_short!("Registry");
const USDC: Symbol = symbol_short!("Usdc");

#[contracttype]
enum Key {
    Asset(Address),
    Cooldown(Address),
    Exchange(Address),
    Keeper(Address),
    Pairs(Address),
    Pool(Address),
}

/// Keeps the instance (and the code) alive for 30 days more where less than 29 are left.
pub(crate) fn extend_instance(e: &Env) {
    e.storage().instance().extend_ttl(INSTANCE_TTL - DAY, INSTANCE_TTL);
}

// A key that is used more than once in a call is made once: every making is two host calls.
fn extend<K: IntoVal<Env, Val>>(e: &Env, key: &K) {
    e.storage().persistent().extend_ttl(key, USER_TTL - DAY, USER_TTL);
}

pub(crate) fn books(e: &Env) -> Books {
    e.storage().instance().get(&BOOKS).expect("set by the constructor")
}

pub(crate) fn set_books(e: &Env, books: &Books) {
    e.storage().instance().set(&BOOKS, books);
}

pub(crate) fn config(e: &Env) -> Config {
    e.storage().instance().get(&CONFIG).expect("set by the constructor")
}

pub(crate) fn set_config(e: &Env, config: &Config) {
    e.storage().instance().set(&CONFIG, config);
}

pub(crate) fn usdc(e: &Env) -> Address {
    e.storage().instance().get(&USDC).expect("set by the constructor")
}

pub(crate) fn set_usdc(e: &Env, usdc: &Address) {
    e.storage().instance().set(&USDC, usdc);
}

pub(crate) fn registry(e: &Env) -> Address {
    e.storage().instance().get(&REGISTRY).expect("set by the constructor")
}

pub(crate) fn set_registry(e: &Env, registry: &Address) {
    e.storage().instance().set(&REGISTRY, registry);
}

pub(crate) fn keeper_record(e: &Env, keeper: &Address) -> KeeperRecord {
    e.storage().persistent().get(&Key::Keeper(keeper.clone())).unwrap_or_else(KeeperRecord::new)
}

pub(crate) fn set_keeper_record(e: &Env, keeper: &Address, record: &KeeperRecord) {
    let key: Val = Key::Keeper(keeper.clone()).into_val(e);
    e.storage().persistent().set(&key, record);
    extend(e, &key);
}

/// Keeps a depositor's shares alive for 31 days (OpenZeppelin's token gives them 30 at every touch).
pub(crate) fn extend_shares(e: &Env, user: &Address) {
    let key = stellar_tokens::fungible::FungibleStorageKey::Balance(user.clone());
    e.storage().persistent().extend_ttl(&key, USER_TTL - DAY, USER_TTL);
}

/// Ledger from which `user` may withdraw; 0 without a cooldown. The entry is temporary: it ends with the cooldown.
pub(crate) fn cooldown(e: &Env, user: &Address) -> u32 {
    e.storage().temporary().get(&Key::Cooldown(user.clone())).unwrap_or(0)
}

pub(crate) fn set_cooldown(e: &Env, user: &Address, until: u32) {
    let key = Key::Cooldown(user.clone());
    let ledgers = until.saturating_sub(e.ledger().sequence());
    if ledgers == 0 {
        e.storage().temporary().remove(&key);
    } else {
        e.storage().temporary().set(&key, &until);
        e.storage().temporary().extend_ttl(&key, ledgers, ledgers);
    }
}

/// The pool's listing. Listings are entries of their own, so that a deposit does not pay for reading them.
pub(crate) fn pool(e: &Env, pool: &Address) -> Option<Pool> {
    listed(e, &Key::Pool(pool.clone()))
}

pub(crate) fn set_pool(e: &Env, pool: &Address, listing: Option<&Pool>) {
    list(e, &Key::Pool(pool.clone()), listing);
}

pub(crate) fn exchange_listed(e: &Env, exchange: &Address) -> bool {
    listed::<bool>(e, &Key::Exchange(exchange.clone())).is_some()
}

pub(crate) fn set_exchange(e: &Env, exchange: &Address, listed: bool) {
    list(e, &Key::Exchange(exchange.clone()), listed.then_some(&true));
}

/// What `exchange` has named as its pairs with USDC: an asset, its pair, the next asset, and so on. One entry an
/// exchange, so that it is forgotten as a whole.
pub(crate) fn pairs(e: &Env, exchange: &Address) -> Vec<Address> {
    listed(e, &Key::Pairs(exchange.clone())).unwrap_or_else(|| Vec::from_array(e, []))
}

pub(crate) fn set_pairs(e: &Env, exchange: &Address, pairs: Option<&Vec<Address>>) {
    list(e, &Key::Pairs(exchange.clone()), pairs);
}

pub(crate) fn asset(e: &Env, asset: &Address) -> Option<Asset> {
    listed(e, &Key::Asset(asset.clone()))
}

pub(crate) fn set_asset(e: &Env, asset: &Address, listing: Option<&Asset>) {
    list(e, &Key::Asset(asset.clone()), listing);
}

fn listed<T: TryFromVal<Env, Val>>(e: &Env, key: &Key) -> Option<T> {
    let key: Val = key.into_val(e);
    let listing = e.storage().persistent().get(&key);
    if listing.is_some() {
        extend(e, &key);
    }
    listing
}

fn list<T: IntoVal<Env, Val>>(e: &Env, key: &Key, listing: Option<&T>) {
    match listing {
        Some(listing) => {
            let key: Val = key.into_val(e);
            e.storage().persistent().set(&key, listing);
            extend(e, &key);
        }
        None => e.storage().persistent().remove(key),
    }
}
