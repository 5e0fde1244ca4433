//! Auctions and liquidations, at the lab's pool and at Blend's.

use super::staged::staged_path;
use super::{measure, Call};
use crate::args;
use crate::costs::Cost;
use crate::ledger::{env, Failure, Ledger};
use crate::market::{Market, PoolKind, ONE};
use crate::pool::AuctionType;
use soroban_sdk::Vec;

/// The names of a pool's calls: at the lab's, at Blend's.
struct Names {
    new_auction: &'static str,
    fill: &'static str,
    liquidate: &'static str,
    liquidate_four: &'static str,
    staged: &'static str,
}

const LAB: Names = Names {
    new_auction: "lab: new_auction",
    fill: "lab: submit with fill, repay, withdraw",
    liquidate: "liquidate, 1 lot, at the lab",
    liquidate_four: "liquidate, 4 lots, at the lab",
    staged: "staged path, both keepers, at the lab",
};
const BLEND: Names = Names {
    new_auction: "Blend: new_auction",
    fill: "Blend: submit with fill, repay, withdraw",
    liquidate: "liquidate, 1 lot, at Blend",
    liquidate_four: "liquidate, 4 lots, at Blend",
    staged: "staged path, both keepers, at Blend",
};

pub(super) fn measure_calls(kind: PoolKind, costs: &mut std::vec::Vec<Cost>) -> Result<(), Failure> {
    let names = match kind {
        PoolKind::Lab => LAB,
        PoolKind::Blend => BLEND,
    };
    costs.push(new_auction(kind, names.new_auction)?);
    let (ledger, market) = Market::with_auction(kind, 185);
    let path = staged_path(&ledger, &market, names.fill)?;
    costs.push(path[1].clone());
    if kind == PoolKind::Lab {
        costs.push(path[2].clone());
    }
    let staged = path.iter().chain(&path).map(|cost| cost.isolated).sum::<u64>();
    // The loser neither fills nor sells: its fill fails, and it returns.
    let staged = staged - path[1].isolated - path[2].isolated;
    let atomic = liquidate(&ledger, &market, names.liquidate, Some(8_500_000.min(staged)))?;
    costs.push(atomic);
    costs.push(Cost { call: names.staged, isolated: staged, goal: None, original: None, ..path[1].clone() });
    let (ledger, market) = four_lots(kind)?;
    costs.push(liquidate(&ledger, &market, names.liquidate_four, None)?);
    Ok(())
}

fn new_auction(kind: PoolKind, name: &'static str) -> Result<Cost, Failure> {
    let (mut ledger, market) = Market::funded(kind);
    market.borrow_against_xlm(&mut ledger)?;
    market.let_xlm_fall(&mut ledger)?;
    let (bid, lot) = market.borrower_sides(&ledger)?;
    let found = market.pool.smallest_liquidation(&ledger, &market.people.borrower, &bid, &lot);
    let (percent, _) = found.ok_or_else(|| Failure::unexpected("no percent is accepted"))?;
    let sides = [Vec::from_slice(&env(), &bid), Vec::from_slice(&env(), &lot)];
    let call = Call {
        name,
        source: &market.people.alpha,
        contract: &market.pool,
        function: "new_auction",
        args: args![AuctionType::UserLiquidation as u32, market.people.borrower, sides[0], sides[1], percent],
        goal: None,
        original: None,
    };
    measure(&ledger, call)
}

fn liquidate(ledger: &Ledger, market: &Market, name: &'static str, goal: Option<u64>) -> Result<Cost, Failure> {
    let keeper = &market.people.alpha;
    // The very first sale of an asset also asks the exchange for its pair; every later one is measured here.
    let mut ledger = ledger.clone();
    let first = market.plan(&ledger, 1)?;
    market.liquidate(&mut ledger, keeper, &first)?;
    let plan = market.plan(&ledger, 100)?;
    let ledger = &ledger;
    let call = Call {
        name,
        source: keeper,
        contract: &market.vault,
        function: "liquidate",
        args: args![keeper, plan],
        goal,
        original: None,
    };
    measure(ledger, call)
}

/// A borrower with four collateral assets and a debt in USDC, under water, its auction paying.
fn four_lots(kind: PoolKind) -> Result<(Ledger, Market), Failure> {
    let (mut ledger, market) = Market::funded(kind);
    let [xlm, btc, eth, eurc] = &market.assets;
    let collateral = [(xlm, 50_000 * ONE), (btc, ONE / 4), (eth, 5 * ONE), (eurc, 10_000 * ONE)];
    market.borrow(&mut ledger, &collateral, &[(&market.usdc, 44_000 * ONE)])?;
    for (asset, price) in [(xlm, 3_000_000), (btc, 48_000 * ONE), (eth, 2_400 * ONE)] {
        market.set_price(&mut ledger, asset, price)?;
    }
    market.open_auction(&mut ledger, &market.people.alpha)?;
    ledger.close(195);
    market.refresh_prices(&mut ledger)?;
    Ok((ledger, market))
}
