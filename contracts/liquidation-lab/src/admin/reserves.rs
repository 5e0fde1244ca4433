//! Reserves are queued by the administrator and set by anyone once their time has come.

use super::pool::require_admin;
use crate::errors::PoolError;
use crate::events::{CancelSetReserve, QueueSetReserve, SetReserve};
use crate::market::LoadedReserve;
use crate::math::fixed::{SCALAR_12, SCALAR_7};
use crate::math::reserve_rules::{reserve_settings_are_valid, same_rate_curve};
use crate::status::SETUP;
use crate::storage;
use crate::types::{QueuedReserveInit, ReserveConfig, ReserveData};
use soroban_sdk::{panic_with_error, Address, Env};

/// Time between queueing and setting, seconds; none while the pool is being set up.
const QUEUE_TIME: u64 = 7 * 24 * 60 * 60;
const MAX_RESERVES: u32 = 30;

/// Queues settings of a new or an existing reserve.
pub fn queue(env: &Env, asset: &Address, config: &ReserveConfig) {
    let admin = require_admin(env);
    if storage::queued_reserve(env, asset).is_some() {
        panic_with_error!(env, PoolError::BadRequest);
    }
    require_valid(env, asset, config);
    let now = env.ledger().timestamp();
    let unlock_time = if storage::config(env).status == SETUP { now } else { now + QUEUE_TIME };
    let queued = QueuedReserveInit { new_config: config.clone(), unlock_time };
    storage::set_queued_reserve(env, asset, &queued);
    QueueSetReserve { admin, asset: asset.clone(), metadata: config.clone() }.publish(env);
}

/// Drops queued settings.
pub fn cancel(env: &Env, asset: &Address) {
    let admin = require_admin(env);
    storage::remove_queued_reserve(env, asset);
    CancelSetReserve { admin, asset: asset.clone() }.publish(env);
}

/// Applies queued settings; gives the reserve's index. Traps without a number when nothing is queued.
pub fn set_queued(env: &Env, asset: &Address) -> u32 {
    let Some(queued) = storage::queued_reserve(env, asset) else { panic!("nothing is queued") };
    if queued.unlock_time > env.ledger().timestamp() {
        panic_with_error!(env, PoolError::InitNotUnlocked);
    }
    storage::remove_queued_reserve(env, asset);
    apply(env, asset, queued.new_config)
}

/// Writes settings of a new or an existing reserve; gives its index.
pub fn apply(env: &Env, asset: &Address, mut config: ReserveConfig) -> u32 {
    config.index = match storage::reserve_config(env, asset) {
        Some(existing) => {
            adapt(env, asset, &existing, &config);
            existing.index
        }
        None => append(env, asset),
    };
    storage::set_reserve_config(env, asset, &config);
    SetReserve { asset: asset.clone(), index: config.index }.publish(env);
    config.index
}

/// Accrues an existing reserve by its old settings; a new rate curve starts with a neutral modifier.
fn adapt(env: &Env, asset: &Address, existing: &ReserveConfig, new: &ReserveConfig) {
    let bstop_rate = storage::config(env).bstop_rate;
    let now = env.ledger().timestamp();
    let mut reserve = LoadedReserve::load(env, asset.clone(), bstop_rate, now);
    if !same_rate_curve(existing, new) {
        reserve.data.ir_mod = SCALAR_7;
    }
    storage::set_reserve_data(env, asset, &reserve.data);
}

/// Appends a new reserve to the list; gives its index.
fn append(env: &Env, asset: &Address) -> u32 {
    let mut list = storage::reserve_list(env);
    let index = list.len();
    if index >= MAX_RESERVES {
        panic_with_error!(env, PoolError::BadRequest);
    }
    list.push_back(asset.clone());
    storage::set_reserve_list(env, &list);
    storage::set_reserve_data(
        env,
        asset,
        &ReserveData {
            b_rate: SCALAR_12,
            b_supply: 0,
            backstop_credit: 0,
            d_rate: SCALAR_12,
            d_supply: 0,
            ir_mod: SCALAR_7,
            last_time: env.ledger().timestamp(),
        },
    );
    index
}

/// Refuses settings out of their bounds, and other decimals than an existing reserve has.
pub fn require_valid(env: &Env, asset: &Address, config: &ReserveConfig) {
    let fits = |existing: ReserveConfig| existing.decimals == config.decimals;
    if !reserve_settings_are_valid(config) || !storage::reserve_config(env, asset).is_none_or(fits) {
        panic_with_error!(env, PoolError::InvalidReserveMetadata);
    }
}
