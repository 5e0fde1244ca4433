//! Settlement: an overdue debt is paid from the stake, with the penalty, by anyone's call.

use crate::{refused, solvent};
use test_suites::args;
use test_suites::ledger::Ledger;
use test_suites::market::{Market, PoolKind, ONE};

/// The deadline of the market's terms.
const DEADLINE: u32 = 360;

fn overdue(amount: i128) -> (Ledger, Market) {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    market.draw(&mut ledger, &market.people.alpha, amount).unwrap();
    ledger.close(DEADLINE + 1);
    (ledger, market)
}

#[test]
fn anyone_can_settle_an_overdue_draw_and_the_defaulter_ends_poorer_by_the_penalty() {
    let (mut ledger, market) = overdue(10_000 * ONE);
    let alpha = &market.people.alpha;
    let wealth = |ledger: &Ledger| {
        let stake: keeper_registry::KeeperInfo = ledger.read(&market.registry, "get_keeper", args![alpha]).unwrap();
        ledger.balance(&market.usdc, alpha) + stake.stake
    };
    let before = wealth(&ledger) - 10_000 * ONE; // what it drew is not its own
    let taken: i128 = market.settle(&mut ledger, &market.people.stranger, alpha).unwrap().value();
    assert_eq!(taken, 11_000 * ONE);
    assert_eq!(before - wealth(&ledger), 1_000 * ONE);
    let state = market.state(&ledger);
    assert_eq!((state.drawn, state.profit, state.loss), (0, 1_000 * ONE, 0));
    assert_eq!(market.record(&ledger, alpha).defaults, 1);
    solvent(&ledger, &market);
}

#[test]
fn a_draw_is_not_settled_before_its_deadline_has_passed() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let (alpha, stranger) = (&market.people.alpha, &market.people.stranger);
    refused(market.settle(&mut ledger, stranger, alpha), 211);
    market.draw(&mut ledger, alpha, ONE).unwrap();
    ledger.close(DEADLINE);
    refused(market.settle(&mut ledger, stranger, alpha), 212);
    ledger.close(1);
    market.settle(&mut ledger, stranger, alpha).unwrap();
}

#[test]
fn neither_a_later_draw_nor_a_partial_return_postpones_the_deadline() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let alpha = &market.people.alpha;
    market.draw(&mut ledger, alpha, 1_000 * ONE).unwrap();
    let due = market.record(&ledger, alpha).due;
    ledger.close(DEADLINE - 1);
    market.draw(&mut ledger, alpha, 2_000 * ONE).unwrap();
    market.return_proceeds(&mut ledger, alpha, 2_999 * ONE).unwrap();
    assert_eq!(market.record(&ledger, alpha).due, due);
    ledger.close(2);
    market.settle(&mut ledger, &market.people.stranger, alpha).unwrap();
}

#[test]
fn an_overdue_keeper_can_neither_draw_nor_liquidate_but_still_return() {
    let (mut ledger, market) = Market::with_auction(PoolKind::Lab, 0);
    let alpha = &market.people.alpha;
    market.draw(&mut ledger, alpha, 1_000 * ONE).unwrap();
    ledger.close(DEADLINE + 1);
    market.refresh_prices(&mut ledger).unwrap();
    refused(market.draw(&mut ledger, alpha, ONE), 210);
    let plan = market.plan(&ledger, 100).unwrap();
    refused(market.liquidate(&mut ledger, alpha, &plan), 210);
    market.return_proceeds(&mut ledger, alpha, 1_000 * ONE).unwrap();
    market.liquidate(&mut ledger, alpha, &plan).unwrap();
}

#[test]
fn a_slashed_keeper_can_neither_draw_nor_register_again_but_gets_the_rest_of_its_stake() {
    let (mut ledger, market) = overdue(10_000 * ONE);
    let alpha = &market.people.alpha;
    market.settle(&mut ledger, &market.people.stranger, alpha).unwrap();
    refused(market.draw(&mut ledger, alpha, ONE), 206);
    refused(market.register(&mut ledger, alpha, "alpha", 200 * ONE), 303);
    let refund: i128 = market.deregister(&mut ledger, alpha).unwrap().value();
    assert_eq!(refund, 9_000 * ONE);
    refused(market.register(&mut ledger, alpha, "alpha", 200 * ONE), 303);
    refused(market.deregister(&mut ledger, alpha), 303);
}

#[test]
fn what_a_clawed_back_stake_cannot_cover_is_written_off_at_once_from_unvested_profit_first() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let (alpha, beta) = (&market.people.alpha, &market.people.beta);
    market.draw(&mut ledger, beta, 1_000 * ONE).unwrap();
    market.return_proceeds(&mut ledger, beta, 2_000 * ONE).unwrap();
    market.deregister(&mut ledger, beta).unwrap();
    market.draw(&mut ledger, alpha, 10_000 * ONE).unwrap();
    // The issuer takes back all but 4,000 USDC of what the registry holds.
    let issuer = &market.people.usdc_issuer;
    ledger.invoke(issuer, &market.usdc, "clawback", args![market.registry, 16_000 * ONE]).unwrap();
    ledger.close(DEADLINE + 1);
    let before = market.state(&ledger);
    let unvested = before.unvested;
    assert!(unvested > 0);
    let taken: i128 = market.settle(&mut ledger, &market.people.stranger, alpha).unwrap().value();
    assert_eq!(taken, 4_000 * ONE);
    let after = market.state(&ledger);
    assert_eq!((after.drawn, after.loss, after.unvested), (0, 6_000 * ONE, 0));
    assert_eq!(before.total_assets - after.total_assets, 6_000 * ONE - unvested);
    solvent(&ledger, &market);
}

#[test]
fn a_settlement_without_a_loss_leaves_the_vesting_of_earlier_profit_as_it_was() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let (alpha, beta) = (&market.people.alpha, &market.people.beta);
    market.draw(&mut ledger, alpha, 10_000 * ONE).unwrap();
    market.draw(&mut ledger, beta, 1).unwrap();
    // Three stroops over 720 ledgers: reckoned anew from what is left, rounded up, they would vest later.
    market.return_proceeds(&mut ledger, beta, 1 + 3).unwrap();
    market.deregister(&mut ledger, beta).unwrap();
    // The stake covers the debt and nothing of the penalty.
    let issuer = &market.people.usdc_issuer;
    ledger.invoke(issuer, &market.usdc, "clawback", args![market.registry, 10_000 * ONE]).unwrap();
    ledger.close(DEADLINE + 1);
    let mut unsettled = ledger.clone();
    let taken: i128 = market.settle(&mut ledger, &market.people.stranger, alpha).unwrap().value();
    assert_eq!(taken, 10_000 * ONE);
    for ledger in [&mut ledger, &mut unsettled] {
        ledger.close(120);
        let state = market.state(ledger);
        assert_eq!((state.unvested, state.profit, state.loss), (1, 3, 0));
    }
}
