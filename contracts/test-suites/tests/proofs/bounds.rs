//! Bounds of money to the stroop: what reaches a bound is let through, what passes it is refused.

use crate::{refused, solvent};
use soroban_sdk::{Map, Vec};
use test_suites::args;
use test_suites::ledger::{env, Ledger, ToScVal};
use test_suites::market::{terms, Market, PoolKind, ONE};
use test_suites::pool::Positions;

/// Shares of a stroop while no profit was made.
const SHARES: i128 = 1_000_000;

/// What the pool takes of `asset` when `plan` is carried out, to the stroop.
fn taken(ledger: &Ledger, market: &Market, asset: &test_suites::ledger::Asset, plan: &nectar_vault::Plan) -> i128 {
    let mut tried = ledger.clone();
    let before = tried.balance(asset, &market.pool.0);
    market.liquidate(&mut tried, &market.people.alpha, plan).unwrap();
    tried.balance(asset, &market.pool.0) - before
}

#[test]
fn a_plan_may_spend_all_that_is_idle_and_not_a_stroop_more() {
    let (mut ledger, market) = Market::with_auction(PoolKind::Lab, 190);
    let people = &market.people;
    let mut plan = market.plan(&ledger, 100).unwrap();
    let debt = taken(&ledger, &market, &market.usdc, &plan);
    let exact = nectar_vault::Repayment { amount: debt, asset: market.usdc.address() };
    plan.repay = Vec::from_array(&env(), [exact]);
    market.withdraw(&mut ledger, &people.alice, 60_000 * ONE * SHARES).unwrap();
    market.withdraw(&mut ledger, &people.bob, (40_010 * ONE - debt) * SHARES).unwrap();
    assert_eq!(market.state(&ledger).idle, debt);
    let mut poorer = ledger.clone();
    market.withdraw(&mut poorer, &people.bob, SHARES).unwrap();
    refused(market.liquidate(&mut poorer, &people.alpha, &plan), 201);
    market.liquidate(&mut ledger, &people.alpha, &plan).unwrap();
    solvent(&ledger, &market);
}

#[test]
fn a_profit_of_exactly_the_plans_floor_is_enough() {
    let (mut ledger, market) = Market::with_auction(PoolKind::Lab, 190);
    let alpha = &market.people.alpha;
    let mut plan = market.plan(&ledger, 100).unwrap();
    let profit: i128 = market.liquidate(&mut ledger.clone(), alpha, &plan).unwrap().value();
    plan.min_profit = profit + 1;
    refused(market.liquidate(&mut ledger, alpha, &plan), 235);
    plan.min_profit = profit;
    assert_eq!(market.liquidate(&mut ledger, alpha, &plan).unwrap().value::<i128>(), profit);
}

#[test]
fn the_vaults_least_profit_is_a_part_of_what_was_spent_rounded_up() {
    let (mut ledger, market) = Market::with_auction(PoolKind::Lab, 190);
    let alpha = &market.people.alpha;
    let plan = market.plan(&ledger, 100).unwrap();
    let spent = taken(&ledger, &market, &market.usdc, &plan);
    let profit: i128 = market.liquidate(&mut ledger.clone(), alpha, &plan).unwrap().value();
    let enough = (profit * 10_000 / spent) as u32;
    for (min_profit_bps, passes) in [(enough, true), (enough + 1, false)] {
        let config = nectar_vault::Config { min_profit_bps, ..terms() };
        market.configure(&mut ledger, config).unwrap();
        let outcome = market.liquidate(&mut ledger.clone(), alpha, &plan);
        if passes {
            outcome.unwrap();
        } else {
            refused(outcome, 235);
        }
    }
}

#[test]
fn without_a_fee_nothing_is_sent_to_the_keeper() {
    let (mut ledger, market) = Market::with_auction(PoolKind::Lab, 190);
    let alpha = &market.people.alpha;
    let config = nectar_vault::Config { keeper_fee_bps: 0, ..terms() };
    market.configure(&mut ledger, config).unwrap();
    let plan = market.plan(&ledger, 100).unwrap();
    let receipt = market.liquidate(&mut ledger, alpha, &plan).unwrap();
    assert_eq!(market.state(&ledger).profit, receipt.value::<i128>());
    let sent = receipt.events_named("transfer").filter(|event| event.topics.contains(&alpha.to_scval()));
    assert_eq!(sent.count(), 0);
}

/// An auction of the borrower's 10,000 USDC for a debt in the asset with this index.
fn dollars_for(debt: (u32, i128)) -> (Ledger, Market) {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let (admin, borrower) = (&market.people.admin, &market.people.borrower);
    ledger.mint(&market.usdc, admin, 10_000 * ONE).unwrap();
    let positions = Positions {
        collateral: Map::from_array(&env(), [(0, 10_000 * ONE)]),
        liabilities: Map::from_array(&env(), [debt]),
        supply: Map::new(&env()),
    };
    let arguments = args![borrower, positions];
    ledger.invoke_signed(admin, &[borrower], &market.pool, "set_position", arguments).unwrap();
    market.open_auction(&mut ledger, &market.people.alpha).unwrap();
    ledger.close(201);
    market.refresh_prices(&mut ledger).unwrap();
    (ledger, market)
}

#[test]
fn dollars_for_a_debt_in_dollars_need_no_sale_and_their_profit_is_booked() {
    let (mut ledger, market) = dollars_for((0, 9_400 * ONE));
    let plan = market.plan(&ledger, 100).unwrap();
    assert!(plan.swaps_before.is_empty() && plan.swaps_after.is_empty());
    let before = ledger.balance(&market.usdc, &market.vault);
    let profit: i128 = market.liquidate(&mut ledger, &market.people.alpha, &plan).unwrap().value();
    assert!(profit > 0);
    assert_eq!(market.state(&ledger).profit, ledger.balance(&market.usdc, &market.vault) - before);
    solvent(&ledger, &market);
}

#[test]
fn what_is_worth_less_than_a_stroop_is_not_sold_and_waits() {
    let (ledger, market) = dollars_for((1, 18_500 * ONE));
    let mut plan = market.plan(&ledger, 100).unwrap();
    let debt = taken(&ledger, &market, market.xlm(), &plan);
    let mut purchase = plan.swaps_before.get_unchecked(0);
    let mut repayment = plan.repay.get_unchecked(0);
    (purchase.amount, repayment.amount) = (debt, debt);
    plan.swaps_before = Vec::from_array(&env(), [purchase]);
    plan.repay = Vec::from_array(&env(), [repayment]);
    plan.swaps_after = Vec::new(&env());
    market.liquidate(&mut ledger.clone(), &market.people.alpha, &plan).unwrap();
    for (dust, waits) in [(2, true), (3, false)] {
        // At 0.40 the third stroop of XLM is the first that is worth one of USDC.
        let mut ledger = ledger.clone();
        ledger.mint(market.xlm(), &market.vault, dust).unwrap();
        let outcome = market.liquidate(&mut ledger, &market.people.alpha, &plan);
        if waits {
            outcome.unwrap();
            assert_eq!(ledger.balance(market.xlm(), &market.vault), dust);
        } else {
            refused(outcome, 233);
        }
    }
}

#[test]
fn the_vault_takes_ten_billion_dollars_and_not_a_stroop_more() {
    let (mut ledger, market) = Market::open(PoolKind::Lab);
    let alice = &market.people.alice;
    ledger.mint(&market.usdc, alice, nectar_vault::MAX_AMOUNT).unwrap();
    market.deposit(&mut ledger, alice, nectar_vault::MAX_AMOUNT - nectar_vault::SEED).unwrap();
    refused(market.deposit(&mut ledger, alice, 1), 204);
    assert_eq!(market.state(&ledger).idle, nectar_vault::MAX_AMOUNT);
}

#[test]
fn all_that_is_idle_can_be_withdrawn_and_not_a_stroop_more() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let people = &market.people;
    market.draw(&mut ledger, &people.alpha, 18_000 * ONE).unwrap();
    market.withdraw(&mut ledger, &people.bob, 40_000 * ONE * SHARES).unwrap();
    let idle = 42_010 * ONE;
    refused(market.withdraw(&mut ledger, &people.alice, (idle + 1) * SHARES), 201);
    market.withdraw(&mut ledger, &people.alice, idle * SHARES).unwrap();
    assert_eq!(market.state(&ledger).idle, 0);
}
