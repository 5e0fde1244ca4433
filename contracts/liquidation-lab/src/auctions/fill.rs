//! Filling an auction, in part or whole.

use super::{bad_debt, AuctionType};
use crate::errors::PoolError;
use crate::events::FillAuction;
use crate::market::Market;
use crate::math::auction_curve::{divide_bid, divide_lot, modifiers, Division, Modifiers};
use crate::positions::{add, take, Account};
use crate::storage;
use crate::types::AuctionData;
use soroban_sdk::{token, Address, Env, Map};

/// Fills `percent` of what remains of an auction: the filler takes over the bid and receives the lot, on the
/// terms of the current ledger. Traps without a number when there is no such auction, or in the ledger of its
/// creation.
pub fn fill(
    market: &mut Market,
    filler: &mut Account,
    kind: AuctionType,
    user: &Address,
    percent: i128,
) -> Result<(), PoolError> {
    let env = market.env;
    if *user == filler.address {
        return Err(PoolError::InvalidLiquidation);
    }
    let auction_type = kind as u32;
    let auction = storage::auction(env, auction_type, user);
    // Blend keeps the low 64 bits of what was asked for.
    let percent = percent as u64;
    if !(1..=100).contains(&percent) {
        return Err(PoolError::BadRequest);
    }
    let (exchanged, remainder) = divide(env, &auction, percent as u32);

    match kind {
        AuctionType::UserLiquidation => exchange_positions(market, filler, user, &exchanged, remainder.is_none()),
        AuctionType::BadDebt => exchange_bad_debt(market, filler, user, &exchanged, remainder.is_none()),
        AuctionType::Interest => exchange_interest(market, filler, user, &exchanged),
    }

    match remainder {
        Some(remainder) => storage::set_auction(env, auction_type, user, &remainder),
        None => storage::remove_auction(env, auction_type, user),
    }
    FillAuction {
        auction_type,
        user: user.clone(),
        filler: filler.address.clone(),
        percent: percent.into(),
        exchanged,
    }
    .publish(env);
    Ok(())
}

/// What changes hands now, and what stays in the auction unless everything is filled.
fn divide(env: &Env, auction: &AuctionData, percent: u32) -> (AuctionData, Option<AuctionData>) {
    let sequence = env.ledger().sequence();
    assert!(sequence >= auction.block);
    let terms = modifiers(sequence - auction.block);
    let (bid, bid_left) = divide_map(env, &auction.bid, percent, terms, divide_bid);
    let (lot, lot_left) = divide_map(env, &auction.lot, percent, terms, divide_lot);
    let part = |bid, lot| AuctionData { bid, block: auction.block, lot };
    let remainder = (percent < 100).then(|| part(bid_left, lot_left));
    (part(bid, lot), remainder)
}

fn divide_map(
    env: &Env,
    amounts: &Map<Address, i128>,
    percent: u32,
    terms: Modifiers,
    divide: fn(i128, u32, Modifiers) -> Division,
) -> (Map<Address, i128>, Map<Address, i128>) {
    let mut exchanged = Map::new(env);
    let mut left = Map::new(env);
    for (asset, amount) in amounts.iter() {
        let division = divide(amount, percent, terms);
        if division.exchanged > 0 {
            exchanged.set(asset.clone(), division.exchanged);
        }
        if division.remainder > 0 {
            left.set(asset, division.remainder);
        }
    }
    (exchanged, left)
}

/// dTokens and bTokens move from the account to the filler.
fn exchange_positions(
    market: &mut Market,
    filler: &mut Account,
    user: &Address,
    exchanged: &AuctionData,
    closes: bool,
) {
    let env = market.env;
    let mut account = Account::load(env, user);
    for (asset, d_tokens) in exchanged.bid.iter() {
        let index = touch(market, &asset);
        take(env, &mut account.positions.liabilities, index, d_tokens);
        add(&mut filler.positions.liabilities, index, d_tokens);
    }
    for (asset, b_tokens) in exchanged.lot.iter() {
        let index = touch(market, &asset);
        take(env, &mut account.positions.collateral, index, b_tokens);
        add(&mut filler.positions.collateral, index, b_tokens);
    }
    if closes {
        bad_debt::move_to_backstop(market, &mut account);
    }
    account.store(env);
}

/// dTokens move from the backstop to the filler, and backstop tokens are drawn from it for the filler.
fn exchange_bad_debt(
    market: &mut Market,
    filler: &mut Account,
    backstop: &Address,
    exchanged: &AuctionData,
    closes: bool,
) {
    let env = market.env;
    let mut account = Account::load(env, backstop);
    for (asset, d_tokens) in exchanged.bid.iter() {
        let index = touch(market, &asset);
        take(env, &mut account.positions.liabilities, index, d_tokens);
        add(&mut filler.positions.liabilities, index, d_tokens);
    }
    for (asset, amount) in exchanged.lot.iter() {
        token::TokenClient::new(env, &asset).transfer_from(
            &env.current_contract_address(),
            backstop,
            &filler.address,
            &amount,
        );
    }
    if closes {
        bad_debt::write_off(market, &mut account);
    }
    account.store(env);
}

/// The filler pays backstop tokens to the backstop, and the pool pays the credited interest to the filler.
fn exchange_interest(market: &mut Market, filler: &Account, backstop: &Address, exchanged: &AuctionData) {
    let env = market.env;
    for (asset, amount) in exchanged.bid.iter() {
        token::TokenClient::new(env, &asset).transfer(&filler.address, backstop, &amount);
    }
    for (asset, amount) in exchanged.lot.iter() {
        let place = market.by_asset(&asset);
        let reserve = &mut market.reserves[place];
        reserve.data.backstop_credit -= amount;
        reserve.changed = true;
        token::TokenClient::new(env, &asset).transfer(&env.current_contract_address(), &filler.address, &amount);
    }
}

/// Marks a reserve to be written, as Blend does with those whose positions change hands; gives its index.
fn touch(market: &mut Market, asset: &Address) -> u32 {
    let place = market.by_asset(asset);
    let reserve = &mut market.reserves[place];
    reserve.changed = true;
    reserve.config.index
}
