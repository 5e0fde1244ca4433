//! What the vault is given for nothing is everybody's, or nobody's; never somebody's fee.

use crate::solvent;
use soroban_sdk::{Map, Vec};
use test_suites::args;
use test_suites::ledger::env;
use test_suites::market::{Market, PoolKind, ONE, POOLS};
use test_suites::pool::{Positions, Request};

#[test]
fn surplus_of_a_token_from_earlier_is_sold_and_booked_as_everybodys() {
    let (mut ledger, market) = Market::with_auction(PoolKind::Lab, 190);
    let alpha = &market.people.alpha;
    let mut without = ledger.clone();
    let plan = market.plan(&ledger, 100).unwrap();
    let plain: i128 = market.liquidate(&mut without, alpha, &plan).unwrap().value();

    ledger.mint(market.xlm(), &market.vault, 1_000 * ONE).unwrap();
    let keeper_had = ledger.balance(&market.usdc, alpha);
    let profit: i128 = market.liquidate(&mut ledger, alpha, &plan).unwrap().value();
    let fee = ledger.balance(&market.usdc, alpha) - keeper_had;
    assert!(profit <= plain && plain - profit <= 1, "{profit} against {plain} without the donation");
    assert_eq!(fee, profit / 10);
    let gained = market.state(&ledger).profit - market.state(&without).profit;
    // 1,000 XLM at 0.34 less the spread of 0.3 %.
    assert!((gained - 338_9800000).abs() <= 2, "everybody gained {gained}");
    solvent(&ledger, &market);
}

#[test]
fn donated_usdc_earns_nobody_a_fee_and_is_never_spent() {
    let (mut ledger, market) = Market::with_auction(PoolKind::Lab, 190);
    let alpha = &market.people.alpha;
    let mut without = ledger.clone();
    let plan = market.plan(&ledger, 100).unwrap();
    let plain: i128 = market.liquidate(&mut without, alpha, &plan).unwrap().value();
    ledger.mint(&market.usdc, &market.vault, 10_000 * ONE).unwrap();
    let profit: i128 = market.liquidate(&mut ledger, alpha, &plan).unwrap().value();
    assert_eq!(profit, plain);
    assert_eq!(market.state(&ledger), market.state(&without));
}

#[test]
fn nobody_can_give_the_vault_a_position_in_a_pool() {
    for kind in POOLS {
        let (mut ledger, market) = Market::funded(kind);
        let giver = &market.people.alice;
        let gift = Vec::from_array(&env(), [Request::supply_collateral(&market.usdc, 100 * ONE)]);
        for function in ["submit", "submit_with_allowance"] {
            let arguments = args![market.vault, giver, giver, gift];
            assert!(ledger.invoke(giver, &market.pool, function, arguments).is_err(), "{function} at {kind:?}");
        }
    }
    // Nor can the lab's own owner by its convenience: the receiver has to sign.
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let none = Map::new(&env());
    let gift =
        Positions { collateral: Map::from_array(&env(), [(0, 500 * ONE)]), liabilities: none.clone(), supply: none };
    let admin = &market.people.admin;
    assert!(ledger.invoke(admin, &market.pool, "set_position", args![market.vault, gift]).is_err());
    let signed = [&market.people.bob];
    let arguments = args![market.people.bob, gift];
    ledger.invoke_signed(admin, &signed, &market.pool, "set_position", arguments).unwrap();
}
