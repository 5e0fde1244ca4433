//! Auctions: creation, fill, removal, and the bad debt that they leave.

pub mod bad_debt;
pub mod bad_debt_auction;
pub mod deletion;
pub mod fill;
pub mod interest_auction;
pub mod user_auction;

use crate::errors::PoolError;
use crate::events::NewAuction;
use crate::market::Market;
use crate::math::auction_size::with_backstop_incentive;
use crate::math::fixed::{mul_floor, pow10, SCALAR_7};
use crate::storage;
use crate::types::AuctionData;
use soroban_sdk::{panic_with_error, token::TokenClient, Address, Env, Vec};

/// Kind of an auction.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(u32)]
pub enum AuctionType {
    /// An account's collateral for its debt.
    UserLiquidation = 0,
    /// The backstop's tokens for its debt.
    BadDebt = 1,
    /// The backstop's interest for its tokens.
    Interest = 2,
}

impl AuctionType {
    /// The kind with a number; refuses an unknown one.
    pub fn from_number(number: u32) -> Result<Self, PoolError> {
        match number {
            0 => Ok(AuctionType::UserLiquidation),
            1 => Ok(AuctionType::BadDebt),
            2 => Ok(AuctionType::Interest),
            _ => Err(PoolError::BadRequest),
        }
    }
}

/// Creates an auction of `percent` of the `bid` and `lot` assets, which starts in the next ledger.
pub fn create(
    env: &Env,
    auction_type: u32,
    user: &Address,
    bid: &Vec<Address>,
    lot: &Vec<Address>,
    percent: u32,
) -> AuctionData {
    let kind = AuctionType::from_number(auction_type).unwrap_or_else(|e| panic_with_error!(env, e));
    if has_duplicates(bid) || has_duplicates(lot) {
        panic_with_error!(env, PoolError::BadRequest);
    }
    let mut market = Market::load(env);
    let created = match kind {
        AuctionType::UserLiquidation => user_auction::create(&mut market, user, bid, lot, percent),
        AuctionType::BadDebt => bad_debt_auction::create(&mut market, user, bid, lot, percent),
        AuctionType::Interest => interest_auction::create(&mut market, user, bid, lot, percent),
    };
    let auction = created.unwrap_or_else(|e| panic_with_error!(env, e));
    storage::set_auction(env, auction_type, user, &auction);
    NewAuction { auction_type, user: user.clone(), percent, auction: auction.clone() }.publish(env);
    auction
}

fn has_duplicates(assets: &Vec<Address>) -> bool {
    let same = |i, j| assets.get_unchecked(i) == assets.get_unchecked(j);
    (1..assets.len()).any(|i| (0..i).any(|j| same(i, j)))
}

/// Backstop tokens worth 120 % of `value`, which has the oracle's decimals. As in Blend, value and price are brought to
/// seven decimals before they are divided.
fn backstop_tokens(market: &mut Market, token: &Address, value: i128) -> i128 {
    let scalar = market.oracle_scalar();
    let to_seven = |amount| mul_floor(amount, SCALAR_7, scalar);
    let price = to_seven(market.price_of(token));
    let decimals = TokenClient::new(market.env, token).decimals();
    mul_floor(to_seven(with_backstop_incentive(value)), pow10(decimals), price)
}

/// Ledger in which an auction created now starts.
fn starting_ledger(env: &Env) -> u32 {
    env.ledger().sequence() + 1
}
