//! Returns: what ends a debt, and what does not.

use crate::{refused, solvent};
use test_suites::args;
use test_suites::market::{Market, PoolKind, ONE};

#[test]
fn a_partial_return_leaves_the_rest_owed_and_the_vault_solvent() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let alpha = &market.people.alpha;
    market.draw(&mut ledger, alpha, 10_000 * ONE).unwrap();
    let profit: i128 = market.return_proceeds(&mut ledger, alpha, 4_000 * ONE).unwrap().value();
    assert_eq!(profit, 0);
    assert_eq!(market.record(&ledger, alpha).drawn, 6_000 * ONE);
    assert_eq!(market.state(&ledger).drawn, 6_000 * ONE);
    assert_eq!(market.state(&ledger).total_assets, 100_010 * ONE);
    solvent(&ledger, &market);
}

#[test]
fn returning_one_stroop_clears_one_stroop() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let alpha = &market.people.alpha;
    market.draw(&mut ledger, alpha, 10_000 * ONE).unwrap();
    market.return_proceeds(&mut ledger, alpha, 1).unwrap();
    assert_eq!(market.record(&ledger, alpha).drawn, 10_000 * ONE - 1);
    refused(market.return_proceeds(&mut ledger, alpha, 0), 200);
    refused(market.deregister(&mut ledger, alpha), 307);
}

#[test]
fn a_stranger_and_a_keeper_without_a_debt_cannot_return() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    refused(market.return_proceeds(&mut ledger, &market.people.bob, ONE), 211);
    refused(market.return_proceeds(&mut ledger, &market.people.beta, ONE), 211);
    market.draw(&mut ledger, &market.people.alpha, ONE).unwrap();
    let forged = ledger.invoke(&market.people.bob, &market.vault, "return_proceeds", args![market.people.alpha, ONE]);
    assert!(forged.is_err());
}

#[test]
fn profit_is_split_by_the_fee_and_the_record_tells_it_as_reported() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let alpha = &market.people.alpha;
    let before = ledger.balance(&market.usdc, alpha);
    market.draw(&mut ledger, alpha, 1_000 * ONE).unwrap();
    ledger.close(7);
    let profit: i128 = market.return_proceeds(&mut ledger, alpha, 1_100 * ONE).unwrap().value();
    assert_eq!(profit, 100 * ONE);
    // 10 % of the profit never leaves the keeper.
    assert_eq!(before - ledger.balance(&market.usdc, alpha), 90 * ONE);
    let record = market.record(&ledger, alpha);
    assert_eq!((record.profit_returned, record.profit_measured), (100 * ONE, 0));
    assert_eq!((record.draws, record.returns, record.ledgers_out), (1, 1, 7));
    assert_eq!(market.state(&ledger).profit, 90 * ONE);
}
