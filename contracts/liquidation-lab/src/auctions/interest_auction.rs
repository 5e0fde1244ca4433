//! Creation of an auction of the backstop's interest for its tokens.

use super::{backstop_tokens, starting_ledger, AuctionType};
use crate::errors::PoolError;
use crate::market::Market;
use crate::storage;
use crate::types::AuctionData;
use soroban_sdk::{Address, Map, Vec};

/// Least value of an auctioned interest, in whole units of the oracle's base.
const MIN_VALUE: i128 = 200;

/// All the interest credited to the backstop in the `lot` assets, for backstop tokens worth 120 % of it.
pub fn create(
    market: &mut Market,
    user: &Address,
    bid: &Vec<Address>,
    lot: &Vec<Address>,
    percent: u32,
) -> Result<AuctionData, PoolError> {
    let env = market.env;
    let token = storage::backstop_token(env);
    if *user != storage::backstop(env) || percent != 100 {
        return Err(PoolError::BadRequest);
    }
    if storage::has_auction(env, AuctionType::Interest as u32, user) {
        return Err(PoolError::AuctionInProgress);
    }
    if lot.len() >= market.config.max_positions {
        return Err(PoolError::MaxPositionsExceeded);
    }
    if bid.len() != 1 || bid.get_unchecked(0) != token {
        return Err(PoolError::InvalidBid);
    }

    let mut lots = Map::new(env);
    let mut value = 0;
    for asset in lot.iter() {
        let place = market.by_asset(&asset);
        let credit = market.reserves[place].data.backstop_credit;
        // An asset without interest is left out.
        if credit > 0 {
            value += market.token_value(place, credit);
            lots.set(asset, credit);
        }
    }
    if lots.is_empty() {
        return Err(PoolError::InvalidLot);
    }
    if value < MIN_VALUE * market.oracle_scalar() {
        return Err(PoolError::InterestTooSmall);
    }

    let mut bids = Map::new(env);
    bids.set(token.clone(), backstop_tokens(market, &token, value));
    Ok(AuctionData { bid: bids, block: starting_ledger(env), lot: lots })
}
