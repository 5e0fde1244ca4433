//! Creation of an auction of an account's collateral for its debt.

use super::{starting_ledger, AuctionType};
use crate::errors::PoolError;
use crate::market::Market;
use crate::math::auction_size::{size, AuctionSize, Scope};
use crate::math::health::Health;
use crate::storage;
use crate::types::AuctionData;
use alloc::vec::Vec as List;
use soroban_sdk::{Address, Map, Vec};

/// Which side of an account a position is on.
#[derive(Clone, Copy)]
enum Side {
    Collateral,
    Liability,
}

/// One position of the account.
struct Leg {
    /// Place of the reserve in the market.
    reserve: usize,
    /// All bTokens or dTokens of it.
    amount: i128,
    /// Worth of them; of what the auction leaves once it has taken its part.
    value: Health,
    included: bool,
}

/// Sizes an auction and judges what it would leave.
pub fn create(
    market: &mut Market,
    user: &Address,
    bid: &Vec<Address>,
    lot: &Vec<Address>,
    percent: u32,
) -> Result<AuctionData, PoolError> {
    let env = market.env;
    if *user == env.current_contract_address() || *user == storage::backstop(env) {
        return Err(PoolError::InvalidLiquidation);
    }
    if storage::has_auction(env, AuctionType::UserLiquidation as u32, user) {
        return Err(PoolError::AuctionInProgress);
    }
    if percent == 0 || percent > 100 {
        return Err(PoolError::InvalidLiquidation);
    }
    if bid.len() + lot.len() > market.config.max_positions {
        return Err(PoolError::MaxPositionsExceeded);
    }

    let positions = storage::positions(env, user);
    let mut collateral = legs(market, &positions.collateral, Side::Collateral);
    let mut liabilities = legs(market, &positions.liabilities, Side::Liability);
    let account = sum(&collateral, &liabilities, |_| true);
    if account.liability_base <= account.collateral_base {
        return Err(PoolError::InvalidLiquidation);
    }
    include(market, &mut liabilities, bid, PoolError::InvalidBid)?;
    include(market, &mut collateral, lot, PoolError::InvalidLot)?;

    let size = size(&Scope {
        percent,
        included: sum(&collateral, &liabilities, |leg| leg.included),
        account,
        oracle_scalar: market.oracle_scalar(),
    })?;
    let mut auction = AuctionData {
        bid: take(market, &mut liabilities, Side::Liability, &size),
        block: starting_ledger(env),
        lot: take(market, &mut collateral, Side::Collateral, &size),
    };
    size.judge(&sum(&collateral, &liabilities, |_| true))?;
    if size.full {
        // Judged at 95 %, a full liquidation takes the included positions whole.
        auction.bid = whole(market, &liabilities);
        auction.lot = whole(market, &collateral);
    }
    Ok(auction)
}

fn legs(market: &mut Market, positions: &Map<u32, i128>, side: Side) -> List<Leg> {
    positions
        .iter()
        .map(|(index, amount)| {
            let reserve = market.by_index(index);
            Leg { reserve, amount, value: value(market, reserve, amount, side), included: false }
        })
        .collect()
}

fn value(market: &mut Market, reserve: usize, amount: i128, side: Side) -> Health {
    let mut value = Health::default();
    let valuation = market.valuation(reserve);
    match side {
        Side::Collateral => value.add_collateral(&valuation, amount),
        Side::Liability => value.add_liability(&valuation, amount),
    }
    value
}

fn sum(collateral: &[Leg], liabilities: &[Leg], counts: impl Fn(&Leg) -> bool) -> Health {
    let mut sum = Health::default();
    for leg in collateral.iter().chain(liabilities).filter(|l| counts(l)) {
        sum += leg.value;
    }
    sum
}

/// Marks the positions in `assets`; the account must have each. Traps for an asset without a reserve.
fn include(market: &mut Market, legs: &mut [Leg], assets: &Vec<Address>, unknown: PoolError) -> Result<(), PoolError> {
    if assets.is_empty() {
        return Err(unknown);
    }
    for asset in assets.iter() {
        let reserve = market.by_asset(&asset);
        let leg = legs.iter_mut().find(|leg| leg.reserve == reserve).ok_or(unknown)?;
        leg.included = true;
    }
    Ok(())
}

/// The auction's part of the included positions, which are then valued at what is left of them.
fn take(market: &mut Market, legs: &mut [Leg], side: Side, size: &AuctionSize) -> Map<Address, i128> {
    let mut taken = Map::new(market.env);
    for leg in legs.iter_mut().filter(|leg| leg.included) {
        let part = match side {
            Side::Collateral => size.lot(leg.amount),
            Side::Liability => size.bid(leg.amount),
        };
        taken.set(market.reserves[leg.reserve].asset.clone(), part);
        leg.value = value(market, leg.reserve, leg.amount - part, side);
    }
    taken
}

/// All of the included positions.
fn whole(market: &Market, legs: &[Leg]) -> Map<Address, i128> {
    let mut amounts = Map::new(market.env);
    for leg in legs.iter().filter(|leg| leg.included) {
        amounts.set(market.reserves[leg.reserve].asset.clone(), leg.amount);
    }
    amounts
}
