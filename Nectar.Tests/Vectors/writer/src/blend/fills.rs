//! What fills take at any ledger, and what comes of whole fills.

use super::auctions::{auction_json, by_asset, Opened};
use super::pool_entries;
use super::state::{by_index, State};
use super::{amounts, number};
use crate::files::xdr_base64;
use crate::random::Random;
use serde_json::{json, Value};
use soroban_sdk::Map;
use test_suites::ledger::{env, from_scval, Account, Addressed, Failure, Ledger, ToScVal};
use test_suites::pool::{all, AuctionData, AuctionType, Positions, Request};

/// The corners of the curve, in ledgers since its first; two random ones are added.
const CORNERS: [u32; 10] = [0, 1, 57, 100, 199, 200, 201, 300, 399, 400];
/// The largest worth of any user's collateral, in whole units of the oracle, is far below.
const WHALE: i128 = 10_000_000_000;
const PLENTY: i128 = 1_000_000_000_000_000_000;

/// What a fill of the whole auction takes at twelve ledgers.
pub fn curve(state: &State, opened: &Opened, random: &mut Random) -> Result<Value, Failure> {
    let mut elapsed = CORNERS.to_vec();
    elapsed.extend([2 + random.below(197) as u32, 202 + random.below(197) as u32]);
    elapsed.sort_unstable();
    let mut ledger = opened.ledger.clone();
    let mut points = Vec::new();
    feed_whale(&mut ledger, state);
    for ledgers in elapsed {
        let mut ledger = ledger.clone();
        ledger.close(1 + ledgers);
        let fill = [Request::fill(&state.world.user, 100)];
        let receipt = state.pool().submit(&mut ledger, &state.world.whale, &fill)?;
        let event = receipt.events_named("fill_auction").next().expect("a fill tells of itself");
        let (_, _, taken): (soroban_sdk::Address, i128, AuctionData) = from_scval(&event.data).expect("Blend's event");
        points.push(json!({ "ledgers": ledgers, "bid": by_asset(&taken.bid), "lot": by_asset(&taken.lot) }));
    }
    Ok(points.into())
}

/// Gives the whale so much collateral that it stays healthy with any debt.
fn feed_whale(ledger: &mut Ledger, state: &State) {
    let usable = |(_, (config, _)): &(u32, &(test_suites::pool::ReserveConfig, _))| config.c_factor > 0;
    let (index, (config, _)) = (0..).zip(&state.reserves).find(usable).expect("some asset is worth something");
    let worth = WHALE * 10_i128.pow(state.decimals);
    let units = worth / state.prices[index as usize] * 10_i128.pow(config.decimals);
    let nothing = Map::new(&env());
    let collateral = by_index(&[(index, units)]);
    let positions = Positions { collateral, liabilities: nothing.clone(), supply: nothing };
    pool_entries::set_positions(ledger, &state.pool(), &state.world.whale, &positions);
}

/// Three fills of the same auction in the same ledger, each as if it were alone: a part, all, and one more.
pub fn fills(state: &State, opened: &Opened, random: &mut Random) -> Result<Value, Failure> {
    let elapsed = 1 + random.below(420) as u32;
    let (user, filler) = (&state.world.user, &state.world.filler);
    let mut fills = vec![
        fill(state, opened, elapsed, filler, 1 + random.below(99) as i128, true)?,
        fill(state, opened, elapsed, filler, 100, true)?,
    ];
    let percent = 1 + random.below(99) as i128;
    fills.push(match random.below(6) {
        0 => fill(state, opened, elapsed, user, percent, false)?,
        1 => fill(state, opened, elapsed, filler, 0, false)?,
        2 => fill(state, opened, elapsed, filler, 101, false)?,
        3 => at_once(state, opened, percent)?,
        _ => fill(state, opened, elapsed, filler, percent, false)?,
    });
    Ok(fills.into())
}

/// A fill in the ledger in which the auction was opened.
fn at_once(state: &State, opened: &Opened, percent: i128) -> Result<Value, Failure> {
    let mut ledger = opened.ledger.clone();
    outcome(state, opened, &mut ledger, &state.world.filler, percent, false)
}

fn fill(
    state: &State,
    opened: &Opened,
    elapsed: u32,
    by: &Account,
    percent: i128,
    clears: bool,
) -> Result<Value, Failure> {
    let mut ledger = opened.ledger.clone();
    ledger.close(1 + elapsed);
    outcome(state, opened, &mut ledger, by, percent, clears)
}

/// Submits the fill; with `clears`, all debts taken over are repaid and all collateral is withdrawn in the same call.
fn outcome(
    state: &State,
    opened: &Opened,
    ledger: &mut Ledger,
    by: &Account,
    percent: i128,
    clears: bool,
) -> Result<Value, Failure> {
    let pool = state.pool();
    let mut requests = vec![Request { amount: percent, ..Request::fill(&state.world.user, 0) }];
    if clears {
        requests.extend(opened.auction.bid.keys().iter().map(|asset| Request::repay(&asset, PLENTY)));
        requests.extend(opened.auction.lot.keys().iter().map(|asset| Request::withdraw_collateral(&asset, all())));
    }
    let (sequence, time) = (ledger.sequence(), ledger.timestamp());
    let assets = state.world.market.all_assets();
    let balances = |ledger: &Ledger| assets.map(|asset| ledger.balance(asset, by));
    let before = balances(ledger);
    let outcome = match pool.submit(ledger, by, &requests) {
        Err(failure) => json!({ "error": number(&failure) }),
        Ok(_) => {
            let after = balances(ledger);
            let moved = assets.iter().zip(before).zip(after).filter(|((_, before), after)| before != after);
            let kind = AuctionType::UserLiquidation;
            json!({
                "user": xdr_base64(&pool.get_positions(ledger, &state.world.user)?.to_scval()),
                "filler": xdr_base64(&pool.get_positions(ledger, by)?.to_scval()),
                "remainder": pool.stored_auction(ledger, kind, &state.world.user).as_ref().map(auction_json),
                "moved": amounts(moved.map(|((asset, before), after)| (asset.strkey(), after - before))),
            })
        }
    };
    let by = by.strkey();
    Ok(json!({ "ledger": sequence, "time": time, "by": by, "percent": percent, "clears": clears, "outcome": outcome }))
}
