//! Creation of an auction of the backstop's tokens for its debt.

use super::{backstop_tokens, starting_ledger, AuctionType};
use crate::errors::PoolError;
use crate::market::Market;
use crate::storage;
use crate::types::AuctionData;
use soroban_sdk::{token, Address, Map, Vec};

/// All the backstop's debt in the `bid` assets, for backstop tokens worth 120 % of it, or all it has.
pub fn create(
    market: &mut Market,
    user: &Address,
    bid: &Vec<Address>,
    lot: &Vec<Address>,
    percent: u32,
) -> Result<AuctionData, PoolError> {
    let env = market.env;
    let backstop = storage::backstop(env);
    let token = storage::backstop_token(env);
    if *user != backstop || percent != 100 {
        return Err(PoolError::BadRequest);
    }
    if storage::has_auction(env, AuctionType::BadDebt as u32, user) {
        return Err(PoolError::AuctionInProgress);
    }
    if bid.len() >= market.config.max_positions {
        return Err(PoolError::MaxPositionsExceeded);
    }
    if lot.len() != 1 || lot.get_unchecked(0) != token {
        return Err(PoolError::InvalidLot);
    }

    let debts = storage::positions(env, user).liabilities;
    let mut bids = Map::new(env);
    let mut value = 0;
    for asset in bid.iter() {
        let place = market.by_asset(&asset);
        let Some(d_tokens) = debts.get(market.reserves[place].config.index) else {
            return Err(PoolError::InvalidBid);
        };
        // The debt is rounded up, its value down.
        let owed = market.reserves[place].data.owed(d_tokens);
        value += market.token_value(place, owed);
        bids.set(asset, d_tokens);
    }
    if value == 0 {
        return Err(PoolError::InvalidBid);
    }

    let held = token::TokenClient::new(env, &token).balance(&backstop);
    let amount = backstop_tokens(market, &token, value).min(held);
    if amount <= 0 {
        return Err(PoolError::InvalidLot);
    }
    let mut lots = Map::new(env);
    lots.set(token.clone(), amount);
    Ok(AuctionData { bid: bids, block: starting_ledger(env), lot: lots })
}
