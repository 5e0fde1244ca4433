//! Debt that no collateral secures: it moves to the backstop, and what the backstop cannot bear is written off.

use super::AuctionType;
use crate::errors::PoolError;
use crate::events::{BadDebt, DefaultedDebt};
use crate::market::Market;
use crate::math::fixed::{mul_ceil, SCALAR_12};
use crate::positions::{add, Account};
use crate::storage;
use soroban_sdk::{panic_with_error, token, Address, Env, Map};

/// Moves an account's bad debt to the backstop, or writes the backstop's own off; refuses when there is none, or while
/// the account is in auction.
pub fn settle(env: &Env, user: &Address) {
    let mut market = Market::load(env);
    let is_backstop = *user == storage::backstop(env);
    let auction = if is_backstop { AuctionType::BadDebt } else { AuctionType::UserLiquidation };
    if storage::has_auction(env, auction as u32, user) {
        panic_with_error!(env, PoolError::AuctionInProgress);
    }
    let mut account = Account::load(env, user);
    let settled =
        if is_backstop { write_off(&mut market, &mut account) } else { move_to_backstop(&mut market, &mut account) };
    if !settled {
        panic_with_error!(env, PoolError::BadRequest);
    }
    account.store(env);
    market.store();
}

/// Moves the debt of an account without collateral to the backstop. Tells whether there was any.
pub fn move_to_backstop(market: &mut Market, account: &mut Account) -> bool {
    let env = market.env;
    if !account.positions.collateral.is_empty() || account.positions.liabilities.is_empty() {
        return false;
    }
    let mut backstop = Account::load(env, &storage::backstop(env));
    for (index, d_tokens) in account.positions.liabilities.iter() {
        let place = market.by_index(index);
        market.reserves[place].changed = true;
        add(&mut backstop.positions.liabilities, index, d_tokens);
        BadDebt { user: account.address.clone(), asset: market.reserves[place].asset.clone(), d_tokens }.publish(env);
    }
    account.positions.liabilities = Map::new(env);
    backstop.store(env);
    true
}

/// Writes the backstop's debt off when the account that stands for it holds no backstop token: the suppliers
/// bear the loss through the bToken rate. Tells whether there was any.
pub fn write_off(market: &mut Market, backstop: &mut Account) -> bool {
    let env = market.env;
    if backstop.positions.liabilities.is_empty() {
        return false;
    }
    let token = token::TokenClient::new(env, &storage::backstop_token(env));
    if token.balance(&backstop.address) > 0 {
        return false;
    }
    for (index, d_tokens) in backstop.positions.liabilities.iter() {
        let place = market.by_index(index);
        let reserve = &mut market.reserves[place];
        let lost = reserve.data.owed(d_tokens);
        reserve.data.d_supply -= d_tokens;
        let loss = mul_ceil(lost, SCALAR_12, reserve.data.b_supply);
        // More can be lost than was supplied: the debt contains what the backstop was credited.
        reserve.data.b_rate = (reserve.data.b_rate - loss).max(0);
        reserve.changed = true;
        DefaultedDebt { asset: reserve.asset.clone(), d_tokens }.publish(env);
    }
    backstop.positions.liabilities = Map::new(env);
    true
}
