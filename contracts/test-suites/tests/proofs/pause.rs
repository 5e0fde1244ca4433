//! A pause stops what could cost capital, and never what lets people leave.

use crate::refused;
use test_suites::args;
use test_suites::market::{Market, PoolKind, ONE};

#[test]
fn a_pause_stops_register_draw_and_liquidate() {
    let (mut ledger, market) = Market::with_auction(PoolKind::Lab, 190);
    let people = &market.people;
    ledger.invoke(&people.admin, &market.registry, "pause", args![]).unwrap();
    refused(market.register(&mut ledger, &people.bob, "bob", 200 * ONE), 300);
    refused(market.draw(&mut ledger, &people.alpha, ONE), 206);
    let plan = market.plan(&ledger, 100).unwrap();
    refused(market.liquidate(&mut ledger, &people.alpha, &plan), 206);
    ledger.invoke(&people.admin, &market.registry, "unpause", args![]).unwrap();
    market.liquidate(&mut ledger, &people.alpha, &plan).unwrap();
}

#[test]
fn a_pause_never_stops_deposit_withdraw_return_settle_add_stake_or_deregister() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let people = &market.people;
    for keeper in [&people.alpha, &people.beta] {
        market.draw(&mut ledger, keeper, 1_000 * ONE).unwrap();
    }
    ledger.invoke(&people.admin, &market.registry, "pause", args![]).unwrap();
    let shares: i128 = market.deposit(&mut ledger, &people.alice, 10 * ONE).unwrap().value();
    market.withdraw(&mut ledger, &people.alice, shares).unwrap();
    ledger.invoke(&people.beta, &market.registry, "add_stake", args![people.beta, ONE]).unwrap();
    market.return_proceeds(&mut ledger, &people.beta, 1_000 * ONE).unwrap();
    market.deregister(&mut ledger, &people.beta).unwrap();
    ledger.close(361);
    market.settle(&mut ledger, &people.stranger, &people.alpha).unwrap();
}

#[test]
fn only_the_owner_pauses() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    assert!(ledger.invoke(&market.people.alpha, &market.registry, "pause", args![]).is_err());
    refused(ledger.invoke(&market.people.admin, &market.registry, "unpause", args![]), 314);
}
