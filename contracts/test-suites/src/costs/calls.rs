//! The calls whose cost is watched, each on the state it is usually made in.

use super::{isolated, Cost};
use crate::args;
use crate::ledger::xdr::{HostFunction, ScVal};
use crate::ledger::{env, Account, Addressed, Failure, Ledger};
use crate::market::{Market, PoolKind, ONE};
use crate::pool::{all, AuctionType, Request};
use soroban_sdk::{String, Vec};

/// A call to measure: who calls what with which arguments.
struct Call<'a> {
    name: &'static str,
    source: &'a Account,
    contract: &'a dyn Addressed,
    function: &'static str,
    args: std::vec::Vec<ScVal>,
    goal: Option<u64>,
    original: Option<u64>,
}

/// Measures every watched call; `progress` is told which.
pub fn measure_all(progress: impl Fn(&str)) -> Result<std::vec::Vec<Cost>, Failure> {
    let mut costs = std::vec::Vec::new();
    progress("vault and registry");
    vault_calls(&mut costs)?;
    registry_calls(&mut costs)?;
    part_calls(&mut costs)?;
    for kind in [PoolKind::Lab, PoolKind::Blend] {
        progress(&format!("liquidations at {kind:?}"));
        pool_calls(kind, &mut costs)?;
    }
    Ok(costs)
}

fn vault_calls(costs: &mut std::vec::Vec<Cost>) -> Result<(), Failure> {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let people = market.people.clone();
    let vault = &market.vault;
    let user_call = |name, function, amount: i128, goal, original| Call {
        name,
        source: &people.alice,
        contract: vault,
        function,
        args: args![people.alice, amount],
        goal: Some(goal),
        original: Some(original),
    };
    costs.push(measure(&ledger, user_call("deposit, repeated", "deposit", 100 * ONE, 950_000, 1_184_709))?);
    costs.push(measure(&ledger, user_call("withdraw", "withdraw", 100 * ONE * 1_000_000, 950_000, 1_183_146))?);
    let keeper_call = |name, function, amount: i128, goal, original| Call {
        name,
        source: &people.alpha,
        contract: vault,
        function,
        args: args![people.alpha, amount],
        goal: Some(goal),
        original: Some(original),
    };
    costs.push(measure(&ledger, keeper_call("draw", "draw", 1_000 * ONE, 1_250_000, 2_473_304))?);
    market.draw(&mut ledger, &people.alpha, 1_000 * ONE)?;
    let back = keeper_call("return_proceeds with profit", "return_proceeds", 1_010 * ONE, 1_000_000, 2_539_152);
    costs.push(measure(&ledger, back)?);
    let position = Call {
        name: "position",
        source: &people.alice,
        contract: vault,
        function: "position",
        args: args![people.alice],
        goal: Some(577_190),
        original: Some(577_190),
    };
    costs.push(measure(&ledger, position)?);
    Ok(())
}

fn registry_calls(costs: &mut std::vec::Vec<Cost>) -> Result<(), Failure> {
    let (mut ledger, market) = Market::open(PoolKind::Lab);
    let register = |ledger: &Ledger, name, keeper: &Account, goal, original| {
        let title = String::from_str(&env(), keeper.name());
        measure(
            ledger,
            Call {
                name,
                source: keeper,
                contract: &market.registry,
                function: "register",
                args: args![keeper, title, 100 * ONE],
                goal,
                original,
            },
        )
    };
    for number in 1..=50 {
        let keeper = ledger.account(&format!("keeper-{number:02}"));
        ledger.trust(&keeper, &market.usdc);
        ledger.mint(&market.usdc, &keeper, 100 * ONE)?;
        if number == 2 {
            costs.push(register(&ledger, "register, the 2nd", &keeper, Some(700_000), Some(1_258_939))?);
        }
        if number == 50 {
            let second = costs.last().map(|cost| cost.isolated * 105 / 100);
            costs.push(register(&ledger, "register, the 50th", &keeper, second, None)?);
        }
        market.register(&mut ledger, &keeper, keeper.name(), 100 * ONE)?;
    }
    let list = Call {
        name: "get_keepers, 50 of them",
        source: &market.people.alice,
        contract: &market.registry,
        function: "get_keepers",
        args: args![],
        goal: Some(514_162),
        original: Some(514_162),
    };
    costs.push(measure(&ledger, list)?);
    Ok(())
}

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

fn pool_calls(kind: PoolKind, costs: &mut std::vec::Vec<Cost>) -> Result<(), Failure> {
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

/// Draw, fill, sell and return of one keeper.
fn staged_path(ledger: &Ledger, market: &Market, fill: &'static str) -> Result<[Cost; 4], Failure> {
    let mut ledger = ledger.clone();
    let keeper = &market.people.alpha;
    let terms = market.terms_of_fill(&ledger, 100)?;
    let needed: i128 = terms.debts.iter().map(|(_, amount)| amount).sum();
    let vault_call = |name, function, amount: i128| Call {
        name,
        source: keeper,
        contract: &market.vault,
        function,
        args: args![keeper, amount],
        goal: None,
        original: None,
    };
    let draw = measure(&ledger, vault_call("draw", "draw", needed))?;
    market.draw(&mut ledger, keeper, needed)?;
    let requests = [
        Request::fill(&market.people.borrower, 100),
        Request::repay(&market.usdc, needed),
        Request::withdraw_collateral(market.xlm(), all()),
    ];
    let call = Call {
        name: fill,
        source: keeper,
        contract: &market.pool,
        function: "submit",
        args: args![keeper, keeper, keeper, Vec::from_slice(&env(), &requests)],
        goal: None,
        original: None,
    };
    let filled = measure(&ledger, call)?;
    market.pool.submit(&mut ledger, keeper, &requests)?;
    let amount = ledger.balance(market.xlm(), keeper);
    let path = Vec::from_array(&env(), [market.xlm().address(), market.usdc.address()]);
    let call = Call {
        name: "exchange: swap_exact_tokens_for_tokens",
        source: keeper,
        contract: &market.exchange,
        function: "swap_exact_tokens_for_tokens",
        args: args![amount, 1_i128, path, keeper, ledger.timestamp() + 60],
        goal: None,
        original: None,
    };
    let sold = measure(&ledger, call)?;
    market.sell_xlm(&mut ledger, keeper)?;
    let returned = measure(&ledger, vault_call("return", "return_proceeds", needed + 100 * ONE))?;
    Ok([draw, filled, sold, returned])
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

fn measure(ledger: &Ledger, call: Call) -> Result<Cost, Failure> {
    let mut after = ledger.clone();
    let receipt = after.invoke(call.source, &call.contract.sc_address(), call.function, call.args)?;
    let applied = after.transactions().next_back().expect("one was applied just now");
    let HostFunction::InvokeContract(invoked) = applied.host_function() else {
        unreachable!("a call is an invocation");
    };
    Ok(Cost {
        call: call.name,
        isolated: isolated::instructions(ledger, call.source, invoked, applied.auth()),
        network: receipt.resources,
        fee: ledger.settings().fee(&receipt.resources).total(),
        goal: call.goal,
        original: call.original,
    })
}

/// What a liquidation is made of, apart from the pool's own work.
fn part_calls(costs: &mut std::vec::Vec<Cost>) -> Result<(), Failure> {
    let (ledger, market) = Market::funded(PoolKind::Lab);
    let keeper = &market.people.alpha;
    let part = |name, contract, function, args| Call {
        name,
        source: keeper,
        contract,
        function,
        args,
        goal: None,
        original: None,
    };
    let asset = lab_oracle::Asset::Stellar(market.xlm().address());
    let tokens = args![market.xlm(), market.usdc];
    costs.push(measure(&ledger, part("registry: clearance", &market.registry, "clearance", args![keeper]))?);
    costs.push(measure(&ledger, part("feed: lastprice", &market.own_feed, "lastprice", args![asset]))?);
    costs.push(measure(&ledger, part("exchange: router_pair_for", &market.exchange, "router_pair_for", tokens))?);
    costs.push(measure(&ledger, part("USDC: balance", &market.usdc, "balance", args![keeper]))?);
    Ok(())
}
