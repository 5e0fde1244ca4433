//! Draws: what a keeper can have out, and against what.

use crate::{refused, solvent};
use test_suites::args;
use test_suites::market::{Market, PoolKind, ONE};

/// Most that 20,000 USDC of stake cover with a penalty of 10 % on top, rounded down.
const COVERED: i128 = 20_000 * ONE * 10_000 / 11_000;

#[test]
fn a_draw_goes_up_to_what_the_stake_covers_with_the_penalty_and_not_a_stroop_further() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    refused(market.draw(&mut ledger, &market.people.alpha, COVERED + 1), 207);
    market.draw(&mut ledger, &market.people.alpha, COVERED).unwrap();
    solvent(&ledger, &market);
}

#[test]
fn the_limit_is_cumulative_over_draws() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let alpha = &market.people.alpha;
    market.draw(&mut ledger, alpha, COVERED / 2).unwrap();
    market.draw(&mut ledger, alpha, COVERED - COVERED / 2).unwrap();
    refused(market.draw(&mut ledger, alpha, 1), 207);
    assert_eq!(market.record(&ledger, alpha).drawn, COVERED);
}

#[test]
fn the_limit_of_one_keeper_holds_over_its_draws_when_set() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let config = nectar_vault::Config { max_draw_per_keeper: 1_000 * ONE, ..test_suites::market::terms() };
    market.configure(&mut ledger, config).unwrap();
    market.draw(&mut ledger, &market.people.alpha, 600 * ONE).unwrap();
    refused(market.draw(&mut ledger, &market.people.alpha, 400 * ONE + 1), 208);
    market.draw(&mut ledger, &market.people.alpha, 400 * ONE).unwrap();
    market.draw(&mut ledger, &market.people.beta, 1_000 * ONE).unwrap();
}

#[test]
fn all_draws_together_never_exceed_their_share_of_the_vault() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let people = &market.people;
    for keeper in [&people.alpha, &people.beta] {
        ledger.mint(&market.usdc, keeper, 100_000 * ONE).unwrap();
        ledger.invoke(keeper, &market.registry, "add_stake", args![keeper, 60_000 * ONE]).unwrap();
    }
    // Half of 100,010 USDC.
    market.draw(&mut ledger, &people.alpha, 40_000 * ONE).unwrap();
    refused(market.draw(&mut ledger, &people.beta, 10_005 * ONE + 1), 209);
    market.draw(&mut ledger, &people.beta, 10_005 * ONE).unwrap();
    solvent(&ledger, &market);
}

#[test]
fn nobody_draws_without_registration_and_nobody_for_another() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    refused(market.draw(&mut ledger, &market.people.bob, ONE), 206);
    let theft = ledger.invoke(&market.people.bob, &market.vault, "draw", args![market.people.alpha, ONE]);
    assert!(theft.is_err());
    assert_eq!(market.state(&ledger).drawn, 0);
}

#[test]
fn stake_that_open_draws_need_stays_and_so_does_the_keeper() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let alpha = &market.people.alpha;
    market.draw(&mut ledger, alpha, 10_000 * ONE).unwrap();
    refused(market.deregister(&mut ledger, alpha), 307);
    refused(ledger.invoke(alpha, &market.registry, "remove_stake", args![alpha, 9_000 * ONE + 1]), 307);
    ledger.invoke(alpha, &market.registry, "remove_stake", args![alpha, 9_000 * ONE]).unwrap();
    market.return_proceeds(&mut ledger, alpha, 10_000 * ONE).unwrap();
    let before = ledger.balance(&market.usdc, alpha);
    market.deregister(&mut ledger, alpha).unwrap();
    assert_eq!(ledger.balance(&market.usdc, alpha) - before, 11_000 * ONE);
}
