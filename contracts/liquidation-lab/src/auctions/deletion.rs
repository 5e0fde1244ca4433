//! Removal of auctions that nobody filled.

use crate::errors::PoolError;
use crate::events::DeleteAuction;
use crate::storage;
use soroban_sdk::{panic_with_error, Address, Env};

/// Ledgers after its start at which anyone may remove an auction.
const STALE_AFTER: u32 = 500;

/// Removes an auction that started 500 ledgers ago or earlier; refuses a younger one. Traps without a number
/// when there is none.
pub fn delete_stale(env: &Env, auction_type: u32, user: &Address) {
    let auction = storage::auction(env, auction_type, user);
    if auction.block + STALE_AFTER > env.ledger().sequence() {
        panic_with_error!(env, PoolError::BadRequest);
    }
    delete(env, auction_type, user);
}

/// Removes an auction. Traps without a number when there is none.
pub fn delete(env: &Env, auction_type: u32, user: &Address) {
    storage::remove_auction(env, auction_type, user);
    DeleteAuction { auction_type, user: user.clone() }.publish(env);
}
