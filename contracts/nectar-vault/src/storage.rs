//! The only file that knows the vault's keys.

use soroban_sdk::{contracttype, Address, Env, IntoVal, TryFromVal, Val};

use crate::{
    books::Books,
    config::Config,
    keeper_record::KeeperRecord,
    listing::{Asset, Pool},
};

const DAY: u32 = 17_280;
const INSTANCE_TTL: u32 = 30 * DAY;
const USER_TTL: u32 = 31 * DAY;

#[contracttype]
enum Key {
    Asset(Address),
    Books,
    Config,
    Cooldown(Address),
    Exchange(Address),
    Keeper(Address),
    Pool(Address),
    Registry,
    Usdc,
}

/// Keeps the instance (and the code) alive for 30 days more where less than 29 are left.
pub(crate) fn extend_instance(e: &Env) {
    e.storage().instance().extend_ttl(INSTANCE_TTL - DAY, INSTANCE_TTL);
}

fn extend(e: &Env, key: &Key) {
    e.storage().persistent().extend_ttl(key, USER_TTL - DAY, USER_TTL);
}

pub(crate) fn books(e: &Env) -> Books {
    e.storage().instance().get(&Key::Books).expect("set by the constructor")
}

pub(crate) fn set_books(e: &Env, books: &Books) {
    e.storage().instance().set(&Key::Books, books);
}

pub(crate) fn config(e: &Env) -> Config {
    e.storage().instance().get(&Key::Config).expect("set by the constructor")
}

pub(crate) fn set_config(e: &Env, config: &Config) {
    e.storage().instance().set(&Key::Config, config);
}

pub(crate) fn usdc(e: &Env) -> Address {
    e.storage().instance().get(&Key::Usdc).expect("set by the constructor")
}

pub(crate) fn set_usdc(e: &Env, usdc: &Address) {
    e.storage().instance().set(&Key::Usdc, usdc);
}

pub(crate) fn registry(e: &Env) -> Address {
    e.storage().instance().get(&Key::Registry).expect("set by the constructor")
}

pub(crate) fn set_registry(e: &Env, registry: &Address) {
    e.storage().instance().set(&Key::Registry, registry);
}

pub(crate) fn keeper_record(e: &Env, keeper: &Address) -> KeeperRecord {
    e.storage().persistent().get(&Key::Keeper(keeper.clone())).unwrap_or_else(KeeperRecord::new)
}

pub(crate) fn set_keeper_record(e: &Env, keeper: &Address, record: &KeeperRecord) {
    let key = Key::Keeper(keeper.clone());
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

pub(crate) fn asset(e: &Env, asset: &Address) -> Option<Asset> {
    listed(e, &Key::Asset(asset.clone()))
}

pub(crate) fn set_asset(e: &Env, asset: &Address, listing: Option<&Asset>) {
    list(e, &Key::Asset(asset.clone()), listing);
}

fn listed<T: TryFromVal<Env, Val>>(e: &Env, key: &Key) -> Option<T> {
    let listing = e.storage().persistent().get(key);
    if listing.is_some() {
        extend(e, key);
    }
    listing
}

fn list<T: IntoVal<Env, Val>>(e: &Env, key: &Key, listing: Option<&T>) {
    match listing {
        Some(listing) => {
            e.storage().persistent().set(key, listing);
            extend(e, key);
        }
        None => e.storage().persistent().remove(key),
    }
}
