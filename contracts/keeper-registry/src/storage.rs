//! The only file that knows the registry's keys.

use soroban_sdk::{contracttype, Address, Env, Vec};

use crate::keeper::{Config, KeeperInfo};

const DAY: u32 = 17_280;
const INSTANCE_TTL: u32 = 30 * DAY;
const KEEPER_TTL: u32 = 31 * DAY;

#[contracttype]
enum Key {
    Config,
    Count,
    Keeper(Address),
    Page(u32),
    Paused,
}

/// Keeps the instance (and the code) alive for 30 days more where less than 29 are left.
pub(crate) fn extend_instance(e: &Env) {
    e.storage().instance().extend_ttl(INSTANCE_TTL - DAY, INSTANCE_TTL);
}

fn extend(e: &Env, key: &Key) {
    e.storage().persistent().extend_ttl(key, KEEPER_TTL - DAY, KEEPER_TTL);
}

pub(crate) fn config(e: &Env) -> Config {
    e.storage().instance().get(&Key::Config).expect("set by the constructor")
}

pub(crate) fn set_config(e: &Env, config: &Config) {
    e.storage().instance().set(&Key::Config, config);
}

pub(crate) fn count(e: &Env) -> u32 {
    e.storage().instance().get(&Key::Count).unwrap_or(0)
}

pub(crate) fn set_count(e: &Env, count: u32) {
    e.storage().instance().set(&Key::Count, &count);
}

pub(crate) fn paused(e: &Env) -> bool {
    e.storage().instance().has(&Key::Paused)
}

pub(crate) fn set_paused(e: &Env, paused: bool) {
    if paused {
        e.storage().instance().set(&Key::Paused, &());
    } else {
        e.storage().instance().remove(&Key::Paused);
    }
}

pub(crate) fn keeper(e: &Env, keeper: &Address) -> Option<KeeperInfo> {
    e.storage().persistent().get(&Key::Keeper(keeper.clone()))
}

pub(crate) fn set_keeper(e: &Env, keeper: &Address, info: &KeeperInfo) {
    let key = Key::Keeper(keeper.clone());
    e.storage().persistent().set(&key, info);
    extend(e, &key);
}

/// Keeps a keeper's record alive where it is only read.
pub(crate) fn extend_keeper(e: &Env, keeper: &Address) {
    extend(e, &Key::Keeper(keeper.clone()));
}

pub(crate) fn remove_keeper(e: &Env, keeper: &Address) {
    e.storage().persistent().remove(&Key::Keeper(keeper.clone()));
}

pub(crate) fn page(e: &Env, number: u32) -> Vec<Address> {
    e.storage().persistent().get(&Key::Page(number)).unwrap_or_else(|| Vec::new(e))
}

/// Writes a page of the index; an empty one is removed.
pub(crate) fn set_page(e: &Env, number: u32, keepers: &Vec<Address>) {
    let key = Key::Page(number);
    if keepers.is_empty() {
        e.storage().persistent().remove(&key);
    } else {
        e.storage().persistent().set(&key, keepers);
        extend(e, &key);
    }
}
