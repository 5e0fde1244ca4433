//! The only file that knows keys, durability and lifetimes of what is stored.
//!
//! Keys, values and durability are those of a Blend v2 pool, so that a program may read the entries directly.

use crate::types::{AuctionData, PoolConfig, Positions, QueuedReserveInit, ReserveConfig, ReserveData};
use soroban_sdk::{contracttype, symbol_short, Address, Env, IntoVal, String, Symbol, Val, Vec};

const DAY: u32 = 17_280;

/// When less than `threshold` ledgers are left, the lifetime becomes `to` ledgers.
struct Lifetime {
    threshold: u32,
    to: u32,
}

const INSTANCE: Lifetime = Lifetime { threshold: 30 * DAY, to: 31 * DAY };
const SHARED: Lifetime = Lifetime { threshold: 45 * DAY, to: 46 * DAY };
const USER: Lifetime = Lifetime { threshold: 100 * DAY, to: 120 * DAY };

const ADMIN: Symbol = symbol_short!("Admin");
const BACKSTOP: Symbol = symbol_short!("Backstop");
const BACKSTOP_TOKEN: Symbol = symbol_short!("BLNDTkn");
const CONFIG: Symbol = symbol_short!("Config");
const NAME: Symbol = symbol_short!("Name");
const PROPOSED_ADMIN: Symbol = symbol_short!("PropAdmin");
const RESERVE_LIST: Symbol = symbol_short!("ResList");

/// Key of an auction; written as a map inside the key.
#[contracttype]
#[derive(Clone)]
pub struct AuctionKey {
    /// 0 user liquidation, 1 bad debt, 2 interest.
    pub auct_type: u32,
    /// Account whose positions are auctioned, or the backstop.
    pub user: Address,
}

/// Keys that carry a value; each is written as a vector of its name and the value.
#[contracttype]
#[derive(Clone)]
pub enum PoolKey {
    /// Reserve settings.
    ResConfig(Address),
    /// Queued reserve settings.
    ResInit(Address),
    /// Reserve state.
    ResData(Address),
    /// Positions of an account.
    Positions(Address),
    /// An open auction.
    Auction(AuctionKey),
}

fn instance_value<T: soroban_sdk::TryFromVal<Env, Val>>(env: &Env, key: &Symbol) -> T {
    match env.storage().instance().get(key) {
        Some(value) => value,
        None => panic!("not constructed"),
    }
}

/// Keeps the instance alive; every call that changes something does.
pub fn extend_instance(env: &Env) {
    env.storage().instance().extend_ttl(INSTANCE.threshold, INSTANCE.to);
}

/// The administrator.
pub fn admin(env: &Env) -> Address {
    instance_value(env, &ADMIN)
}

/// Writes the administrator.
pub fn set_admin(env: &Env, admin: &Address) {
    env.storage().instance().set(&ADMIN, admin);
}

/// The account that stands for the backstop.
pub fn backstop(env: &Env) -> Address {
    instance_value(env, &BACKSTOP)
}

/// Writes the account that stands for the backstop.
pub fn set_backstop(env: &Env, backstop: &Address) {
    env.storage().instance().set(&BACKSTOP, backstop);
}

/// The token that stands for the backstop's own.
pub fn backstop_token(env: &Env) -> Address {
    instance_value(env, &BACKSTOP_TOKEN)
}

/// Writes the token that stands for the backstop's own.
pub fn set_backstop_token(env: &Env, token: &Address) {
    env.storage().instance().set(&BACKSTOP_TOKEN, token);
}

/// The pool's settings.
pub fn config(env: &Env) -> PoolConfig {
    instance_value(env, &CONFIG)
}

/// Writes the pool's settings.
pub fn set_config(env: &Env, config: &PoolConfig) {
    env.storage().instance().set(&CONFIG, config);
}

/// Writes the pool's name.
pub fn set_name(env: &Env, name: &String) {
    env.storage().instance().set(&NAME, name);
}

/// The proposed administrator, if any.
pub fn proposed_admin(env: &Env) -> Option<Address> {
    env.storage().temporary().get(&PROPOSED_ADMIN)
}

/// Writes the proposed administrator; the proposal lives for ten days.
pub fn set_proposed_admin(env: &Env, admin: &Address) {
    let storage = env.storage().temporary();
    storage.set(&PROPOSED_ADMIN, admin);
    storage.extend_ttl(&PROPOSED_ADMIN, 10 * DAY, 10 * DAY);
}

/// Reads a persistent entry and renews it.
fn persistent<K, T>(env: &Env, key: &K, lifetime: &Lifetime) -> Option<T>
where
    K: IntoVal<Env, Val>,
    T: soroban_sdk::TryFromVal<Env, Val>,
{
    let storage = env.storage().persistent();
    // One conversion of the key serves all three host calls.
    let key: Val = key.into_val(env);
    let value = storage.get(&key);
    if value.is_some() {
        storage.extend_ttl(&key, lifetime.threshold, lifetime.to);
    }
    value
}

fn set_persistent<K, T>(env: &Env, key: &K, value: &T, lifetime: &Lifetime)
where
    K: IntoVal<Env, Val>,
    T: IntoVal<Env, Val>,
{
    let storage = env.storage().persistent();
    let key: Val = key.into_val(env);
    storage.set(&key, value);
    storage.extend_ttl(&key, lifetime.threshold, lifetime.to);
}

/// Assets of the reserves; an asset's place is its reserve's index.
pub fn reserve_list(env: &Env) -> Vec<Address> {
    persistent(env, &RESERVE_LIST, &SHARED).unwrap_or_else(|| Vec::new(env))
}

/// Writes the list of reserves.
pub fn set_reserve_list(env: &Env, list: &Vec<Address>) {
    set_persistent(env, &RESERVE_LIST, list, &SHARED);
}

/// Settings of a reserve, if it exists.
pub fn reserve_config(env: &Env, asset: &Address) -> Option<ReserveConfig> {
    persistent(env, &PoolKey::ResConfig(asset.clone()), &SHARED)
}

/// Writes the settings of a reserve.
pub fn set_reserve_config(env: &Env, asset: &Address, config: &ReserveConfig) {
    set_persistent(env, &PoolKey::ResConfig(asset.clone()), config, &SHARED);
}

/// State of a reserve as it was stored, if it exists.
pub fn reserve_data(env: &Env, asset: &Address) -> Option<ReserveData> {
    persistent(env, &PoolKey::ResData(asset.clone()), &SHARED)
}

/// Writes the state of a reserve.
pub fn set_reserve_data(env: &Env, asset: &Address, data: &ReserveData) {
    set_persistent(env, &PoolKey::ResData(asset.clone()), data, &SHARED);
}

/// Positions of an account; empty when it has none.
pub fn positions(env: &Env, user: &Address) -> Positions {
    persistent(env, &PoolKey::Positions(user.clone()), &USER).unwrap_or_else(|| Positions::none(env))
}

/// Writes the positions of an account.
pub fn set_positions(env: &Env, user: &Address, positions: &Positions) {
    set_persistent(env, &PoolKey::Positions(user.clone()), positions, &USER);
}

fn auction_key(auction_type: u32, user: &Address) -> PoolKey {
    PoolKey::Auction(AuctionKey { auct_type: auction_type, user: user.clone() })
}

/// Whether an auction is open.
pub fn has_auction(env: &Env, auction_type: u32, user: &Address) -> bool {
    env.storage().temporary().has(&auction_key(auction_type, user))
}

/// An open auction, if there is one.
pub fn find_auction(env: &Env, auction_type: u32, user: &Address) -> Option<AuctionData> {
    let key: Val = auction_key(auction_type, user).into_val(env);
    env.storage().temporary().get(&key)
}

/// An open auction. Traps without a number when there is none, as Blend does.
pub fn auction(env: &Env, auction_type: u32, user: &Address) -> AuctionData {
    match find_auction(env, auction_type, user) {
        Some(auction) => auction,
        None => panic!("no such auction"),
    }
}

/// Writes an auction.
pub fn set_auction(env: &Env, auction_type: u32, user: &Address, auction: &AuctionData) {
    let storage = env.storage().temporary();
    let key: Val = auction_key(auction_type, user).into_val(env);
    storage.set(&key, auction);
    storage.extend_ttl(&key, SHARED.threshold, SHARED.to);
}

/// Removes an auction.
pub fn remove_auction(env: &Env, auction_type: u32, user: &Address) {
    env.storage().temporary().remove(&auction_key(auction_type, user));
}

/// Queued settings of a reserve, if any.
pub fn queued_reserve(env: &Env, asset: &Address) -> Option<QueuedReserveInit> {
    env.storage().temporary().get(&PoolKey::ResInit(asset.clone()))
}

/// Queues settings of a reserve.
pub fn set_queued_reserve(env: &Env, asset: &Address, queued: &QueuedReserveInit) {
    let storage = env.storage().temporary();
    let key: Val = PoolKey::ResInit(asset.clone()).into_val(env);
    storage.set(&key, queued);
    storage.extend_ttl(&key, USER.threshold, USER.to);
}

/// Drops queued settings of a reserve.
pub fn remove_queued_reserve(env: &Env, asset: &Address) {
    env.storage().temporary().remove(&PoolKey::ResInit(asset.clone()));
}
