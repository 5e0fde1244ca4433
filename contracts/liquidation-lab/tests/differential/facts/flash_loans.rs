use crate::constants::*;
use crate::steps::Step::*;
use crate::steps::{Ask, Who};
use crate::twins::Twins;

const ALICE: Who = Who::User(0);

#[test]
fn flash_loans_match_blend() {
    let mut twins = Twins::usual();
    let repay = |amount| vec![Ask::Asset(REPAY, 0, amount)];
    twins.value(FlashLoan(ALICE, 0, 1_000 * ONE, repay(1_001 * ONE)));
    twins.value(FlashLoan(ALICE, 0, 1_000 * ONE, repay(1_000 * ONE)));
    twins.step(FlashLoan(ALICE, 0, 1_000 * ONE, vec![]));
    twins.step(FlashLoan(ALICE, 0, 0, vec![]));
    twins.step(FlashLoan(ALICE, 0, -1, vec![]));
    twins.step(FlashLoan(ALICE, 3, 5, vec![]));
    twins.step(FlashLoan(ALICE, 0, 1_000_000 * ONE, repay(1_000_000 * ONE)));
    twins.step(FlashLoan(ALICE, 0, 960_000 * ONE, vec![]));
    twins.step(FlashLoan(Who::Pool, 0, ONE, repay(ONE)));
    twins.value(FlashLoan(
        ALICE,
        0,
        1_000 * ONE,
        vec![Ask::Asset(SUPPLY_COLLATERAL, 1, 5_000 * ONE), Ask::Asset(BORROW, 2, 10 * ONE)],
    ));
    twins.step(Seconds(1_000_000));
    twins.value(FlashLoan(ALICE, 2, 1_000 * ONE, repay(1_000 * ONE)));
    twins.value(GetPositions(ALICE));
}

#[test]
fn a_fill_without_capital_matches_blend() {
    let mut twins = Twins::usual();
    twins
        .value(Submit(ALICE, vec![Ask::Asset(SUPPLY_COLLATERAL, 0, 10_000 * ONE), Ask::Asset(BORROW, 2, 5_500 * ONE)]));
    twins.step(Price(0, 9_300_000));
    twins.value(NewAuction { kind: 0, user: ALICE, bid: vec![2], lot: vec![0], percent: 40 });
    twins.step(Ledgers(150));
    twins.value(FlashLoan(
        Who::User(1),
        0,
        2_000 * ONE,
        vec![
            Ask::Account(FILL_USER, ALICE, 100),
            Ask::Asset(REPAY, 2, 5_500 * ONE),
            Ask::Asset(REPAY, 0, 2_001 * ONE),
            Ask::Asset(WITHDRAW_COLLATERAL, 0, i64::MAX as i128),
        ],
    ));
    twins.value(GetPositions(Who::User(1)));
}
