//! The pool's status.
//!
//! A Blend pool's status follows its backstop's deposits and queued withdrawals. There is no backstop module here:
//! the rules are those of a pool whose backstop is above the threshold and has no withdrawal queued.

use super::pool::require_admin;
use crate::errors::PoolError;
use crate::events::{StatusSet, StatusUpdated};
use crate::status::{ACTIVE, ADMIN_ACTIVE, ADMIN_FROZEN, ADMIN_ON_ICE, ON_ICE, SETUP};
use crate::storage;
use soroban_sdk::{panic_with_error, Env};

/// Sets the status that the backstop allows; gives it. Refuses a status that only the administrator ends.
pub fn update(env: &Env) -> u32 {
    storage::extend_instance(env);
    let status = match storage::config(env).status {
        ADMIN_FROZEN | SETUP => panic_with_error!(env, PoolError::StatusNotAllowed),
        kept @ (ADMIN_ACTIVE | ADMIN_ON_ICE) => kept,
        _ => ACTIVE,
    };
    write(env, status);
    StatusUpdated { status }.publish(env);
    status
}

/// Sets one of the statuses 0, 2, 3 and 4; refuses others.
pub fn set(env: &Env, status: u32) {
    let admin = require_admin(env);
    if !matches!(status, ADMIN_ACTIVE | ADMIN_ON_ICE | ON_ICE | ADMIN_FROZEN) {
        panic_with_error!(env, PoolError::BadRequest);
    }
    write(env, status);
    StatusSet { admin, status }.publish(env);
}

fn write(env: &Env, status: u32) {
    let mut config = storage::config(env);
    config.status = status;
    storage::set_config(env, &config);
}
