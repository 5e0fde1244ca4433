//! The pool's settings and its administrator.

use crate::errors::PoolError;
use crate::events::{SetAdmin, UpdatePool};
use crate::market::Market;
use crate::math::reserve_rules::pool_settings_are_valid;
use crate::status::SETUP;
use crate::storage;
use crate::types::PoolConfig;
use soroban_sdk::{panic_with_error, Address, Env, String};

/// Arguments of the constructor.
pub struct Construction {
    /// Administrator.
    pub admin: Address,
    /// Name of the pool.
    pub name: String,
    /// SEP-40 oracle.
    pub oracle: Address,
    /// Share of the interest for the backstop, 7 decimals.
    pub bstop_rate: u32,
    /// Most positions of one account.
    pub max_positions: u32,
    /// Least collateral value of an account with debt, in the oracle's decimals.
    pub min_collateral: i128,
    /// Account that stands for the backstop.
    pub backstop: Address,
    /// Token that stands for the backstop's.
    pub backstop_token: Address,
}

/// Writes a new pool's settings; it starts in the set-up status. The administrator signs.
pub fn construct(env: &Env, new: Construction) {
    new.admin.require_auth();
    require_valid(env, new.bstop_rate, new.max_positions, new.min_collateral);
    storage::set_admin(env, &new.admin);
    storage::set_name(env, &new.name);
    storage::set_backstop(env, &new.backstop);
    storage::set_backstop_token(env, &new.backstop_token);
    storage::set_config(
        env,
        &PoolConfig {
            bstop_rate: new.bstop_rate,
            max_positions: new.max_positions,
            min_collateral: new.min_collateral,
            oracle: new.oracle,
            status: SETUP,
        },
    );
}

/// Changes the pool's settings. What has accrued until now is shared with the backstop at the old rate.
pub fn update(env: &Env, bstop_rate: u32, max_positions: u32, min_collateral: i128) {
    let admin = require_admin(env);
    require_valid(env, bstop_rate, max_positions, min_collateral);
    let mut config = storage::config(env);
    if bstop_rate != config.bstop_rate {
        accrue_all(env);
    }
    config.bstop_rate = bstop_rate;
    config.max_positions = max_positions;
    config.min_collateral = min_collateral;
    storage::set_config(env, &config);
    UpdatePool { admin, backstop_take_rate: bstop_rate, max_positions, min_collateral }.publish(env);
}

/// Accrues every reserve and writes it.
fn accrue_all(env: &Env) {
    let mut market = Market::load(env);
    for asset in storage::reserve_list(env).iter() {
        let place = market.by_asset(&asset);
        market.reserves[place].changed = true;
    }
    market.store();
}

/// Proposes a new administrator, who has to accept.
pub fn propose_admin(env: &Env, new_admin: &Address) {
    require_admin(env);
    storage::set_proposed_admin(env, new_admin);
}

/// Makes the proposed account the administrator. The proposal stays until it expires, as it does in Blend.
pub fn accept_admin(env: &Env) {
    let Some(new_admin) = storage::proposed_admin(env) else {
        panic_with_error!(env, PoolError::BadRequest);
    };
    new_admin.require_auth();
    let admin = storage::admin(env);
    storage::set_admin(env, &new_admin);
    SetAdmin { admin, new_admin }.publish(env);
}

/// The administrator, who must have signed.
pub fn require_admin(env: &Env) -> Address {
    let admin = storage::admin(env);
    admin.require_auth();
    storage::extend_instance(env);
    admin
}

fn require_valid(env: &Env, bstop_rate: u32, max_positions: u32, min_collateral: i128) {
    if !pool_settings_are_valid(bstop_rate, max_positions, min_collateral) {
        panic_with_error!(env, PoolError::InvalidPoolConfigArgs);
    }
}
