//! The only file that knows the registry's keys.

use soroban_sdk::{contracttype, symbol_short, Address, Env, IntoVal, Symbol, Val, Vec};

use crate::keeper::{Config, KeeperInfo};

const DAY: u32 = 17_280;
const INSTANCE_TTL: u32 = 30 * DAY;
const KEEPER_TTL: u32 = 31 * DAY;

// Instance keys are short symbols, which cost no host call to make.
const CONFIG: Symbol = symbol_short!("Config");
const COUNT: Symbol = symbol_short!("Count");
const PAUSED: Symbol = symbol_short!("Paused");

#[contracttype]
enum Key {
    Keeper(Address),
}

/// Keeps the instance (and the code) alive for 30 days more where less than 29 are left.
pub(crate) fn extend_instance(e: &Env) {
    e.storage().instance().extend_ttl(INSTANCE_TTL - DAY, INSTANCE_TTL);
}

fn extend<K: IntoVal<Env, Val>>(e: &Env, key: &K) {
    e.storage().persistent().extend_ttl(key, KEEPER_TTL - DAY, KEEPER_TTL);
}

pub(crate) fn config(e: &Env) -> Config {
    e.storage().instance().get(&CONFIG).expect("set by the constructor")
}

pub(crate) fn set_config(e: &Env, config: &Config) {
    e.storage().instance().set(&CONFIG, config);
}

pub(crate) fn count(e: &Env) -> u32 {
    e.storage().instance().get(&COUNT).unwrap_or(0)
}

pub(crate) fn set_count(e: &Env, count: u32) {
    e.storage().instance().set(&COUNT, &count);
}

pub(crate) fn paused(e: &Env) -> bool {
    e.storage().instance().has(&PAUSED)
}

pub(crate) fn set_paused(e: &Env, paused: bool) {
    if paused {
        e.storage().instance().set(&PAUSED, &());
    } else {
        e.storage().instance().remove(&PAUSED);
    }
}

pub(crate) fn keeper(e: &Env, keeper: &Address) -> Option<KeeperInfo> {
    e.storage().persistent().get(&Key::Keeper(keeper.clone()))
}

pub(crate) fn set_keeper(e: &Env, keeper: &Address, info: &KeeperInfo) {
    let key: Val = Key::Keeper(keeper.clone()).into_val(e);
    e.storage().persistent().set(&key, info);
    extend(e, &key);
}

/// A keeper's record, kept alive where it is only read.
pub(crate) fn touched_keeper(e: &Env, keeper: &Address) -> Option<KeeperInfo> {
    let key: Val = Key::Keeper(keeper.clone()).into_val(e);
    let info = e.storage().persistent().get(&key);
    if info.is_some() {
        extend(e, &key);
    }
    info
}

pub(crate) fn remove_keeper(e: &Env, keeper: &Address) {
    e.storage().persistent().remove(&Key::Keeper(keeper.clone()));
}

/// A page of the index. Its key is its plain number, which costs no host call to make.
pub(crate) fn page(e: &Env, number: u32) -> Vec<Address> {
    e.storage().persistent().get(&number).unwrap_or_else(|| Vec::from_array(e, []))
}

/// Writes a page of the index; an empty one is removed.
pub(crate) fn set_page(e: &Env, number: u32, keepers: &Vec<Address>) {
    if keepers.is_empty() {
        e.storage().persistent().remove(&number);
    } else {
        e.storage().persistent().set(&number, keepers);
        extend(e, &number);
    }
}
