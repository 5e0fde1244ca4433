use crate::constants::*;
use crate::steps::Step::*;
use crate::steps::{Ask, Step, Who};
use crate::twins::Twins;

const ALICE: Who = Who::User(0);
const BOB: Who = Who::User(1);

fn backstop_auction(kind: u32, user: Who, assets: &[usize], percent: u32) -> Step {
    BackstopAuction { kind, user, assets: assets.to_vec(), percent }
}

/// The backstop owes what a full liquidation of Alice left.
fn bad_debt() -> Twins {
    let mut twins = Twins::usual();
    twins.value(Submit(
        ALICE,
        vec![
            Ask::Asset(SUPPLY_COLLATERAL, 0, 10_000 * ONE),
            Ask::Asset(BORROW, 2, 3_500 * ONE),
            Ask::Asset(BORROW, 1, 2_000 * ONE),
        ],
    ));
    twins.step(Price(0, 100_000));
    twins.value(NewAuction { kind: 0, user: ALICE, bid: vec![1, 2], lot: vec![0], percent: 100 });
    twins.step(Ledgers(300));
    twins.value(Submit(BOB, vec![Ask::Asset(SUPPLY_COLLATERAL, 1, 50_000 * ONE)]));
    twins.value(Submit(BOB, vec![Ask::Account(FILL_USER, ALICE, 100)]));
    twins.value(GetPositions(Who::Backstop));
    twins
}

#[test]
fn bad_debt_auctions_have_blends_shape_and_checks() {
    let mut twins = bad_debt();
    for user in [ALICE, Who::Pool, Who::Backstop] {
        for assets in [vec![], vec![0], vec![3], vec![1, 1], vec![1, 2, 0], vec![0, 1, 2, 0, 1, 2]] {
            for percent in [0, 50, 100, 101] {
                twins.quick_step(backstop_auction(1, user, &assets, percent));
            }
        }
    }
    twins.quick_step(NewAuction { kind: 1, user: Who::Backstop, bid: vec![1], lot: vec![0], percent: 100 });
    twins.quick_step(backstop_auction(1, Who::Backstop, &[1], 99));
    twins.value(backstop_auction(1, Who::Backstop, &[1], 100));
    twins.step(backstop_auction(1, Who::Backstop, &[2], 100));
    twins.step(BadDebt(Who::Backstop));
    twins.step(Ledgers(501));
    twins.value(DelAuction(1, Who::Backstop));
    twins.value(backstop_auction(1, Who::Backstop, &[2, 1], 100));
    twins.step(GetAuction(1, Who::Backstop));
}

#[test]
fn bad_debt_auctions_are_filled_on_blends_terms() {
    for wait in [1, 150, 250, 450] {
        let mut twins = bad_debt();
        twins.value(backstop_auction(1, Who::Backstop, &[2, 1], 100));
        twins.step(Ledgers(wait));
        for percent in [30, 100] {
            let answer = |kind| Submit(BOB, vec![Ask::Account(kind, Who::Backstop, percent)]);
            twins.value(answer(FILL_BAD_DEBT));
        }
        twins.step(GetPositions(BOB));
        twins.step(GetPositions(Who::Backstop));
    }
}

/// A lot of interest has been credited to the backstop.
fn interest() -> Twins {
    let mut twins = Twins::usual();
    twins.value(Submit(
        ALICE,
        vec![
            Ask::Asset(SUPPLY_COLLATERAL, 0, 2_000_000 * ONE),
            Ask::Asset(BORROW, 1, 500_000 * ONE),
            Ask::Asset(BORROW, 2, 500_000 * ONE),
        ],
    ));
    twins.step(Seconds(20_000_000));
    for asset in 0..3 {
        twins.step(Price(asset, ONE));
        twins.value(Submit(BOB, vec![Ask::Asset(SUPPLY, asset, ONE)]));
    }
    twins
}

#[test]
fn interest_auctions_have_blends_shape_and_checks() {
    let mut twins = interest();
    for user in [ALICE, Who::Pool, Who::Backstop] {
        for assets in [vec![], vec![0], vec![3], vec![1, 1], vec![0, 1, 2, 0, 1, 2]] {
            for percent in [0, 50, 100, 101] {
                twins.quick_step(backstop_auction(2, user, &assets, percent));
            }
        }
    }
    twins.quick_step(NewAuction { kind: 2, user: Who::Backstop, bid: vec![1], lot: vec![1], percent: 100 });
    twins.value(backstop_auction(2, Who::Backstop, &[1], 100));
    twins.step(backstop_auction(2, Who::Backstop, &[2], 100));
    twins.step(Ledgers(501));
    twins.value(DelAuction(2, Who::Backstop));
    twins.step(Price(1, 1_000));
    twins.step(backstop_auction(2, Who::Backstop, &[1], 100));
    twins.value(backstop_auction(2, Who::Backstop, &[2, 1, 0], 100));
}

#[test]
fn interest_auctions_are_filled_on_blends_terms() {
    for wait in [1, 150, 250, 450] {
        let mut twins = interest();
        twins.value(backstop_auction(2, Who::Backstop, &[2, 1], 100));
        twins.step(Ledgers(wait));
        for percent in [30, 100] {
            let fill = Submit(BOB, vec![Ask::Account(FILL_INTEREST, Who::Backstop, percent)]);
            twins.value(fill);
        }
        twins.step(GetReserve(1));
        twins.step(GetReserve(2));
    }
}
