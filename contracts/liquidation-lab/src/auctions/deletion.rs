//! Removal of auctions that nobody filled.

use super::AuctionType;
use crate::errors::PoolError;
use crate::events::DeleteAuction;
use crate::storage;
use soroban_sdk::{Address, Env};

/// Ledgers after its start at which anyone may remove an auction.
const STALE_AFTER: u32 = 500;

/// Removes an auction that started 500 ledgers ago or earlier; refuses when there is none.
pub fn delete_stale(env: &Env, auction_type: u32, user: &Address) -> Result<(), PoolError> {
    let auction = storage::find_auction(env, auction_type, user).ok_or(PoolError::BadRequest)?;
    if auction.block + STALE_AFTER > env.ledger().sequence() {
        return Err(PoolError::BadRequest);
    }
    remove(env, auction_type, user);
    Ok(())
}

/// Removes the auction of an account's collateral; refuses when there is none.
pub fn delete_own(env: &Env, user: &Address) -> Result<(), PoolError> {
    let auction_type = AuctionType::UserLiquidation as u32;
    if !storage::has_auction(env, auction_type, user) {
        return Err(PoolError::BadRequest);
    }
    remove(env, auction_type, user);
    Ok(())
}

fn remove(env: &Env, auction_type: u32, user: &Address) {
    storage::remove_auction(env, auction_type, user);
    DeleteAuction { auction_type, user: user.clone() }.publish(env);
}
