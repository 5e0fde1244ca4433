use crate::constants::*;
use crate::steps::Step::*;
use crate::steps::{Answer, Ask, Step, Who};
use crate::twins::Twins;
use crate::world::Settings;
use liquidation_lab::ReserveConfig;

pub const ALICE: Who = Who::User(0);
pub const BOB: Who = Who::User(1);
const CAROL: Who = Who::User(2);

pub fn auction(user: Who, bid: &[usize], lot: &[usize], percent: u32) -> Step {
    NewAuction { kind: 0, user, bid: bid.to_vec(), lot: lot.to_vec(), percent }
}

pub fn fill(who: Who, user: Who, percent: i128) -> Step {
    Submit(who, vec![Ask::Account(FILL_USER, user, percent)])
}

/// Alice owes 6,500 of asset 2 against 10,000 of asset 0, and asset 0 has lost some of its price.
fn underwater(price: i128) -> Twins {
    let mut twins = Twins::usual();
    twins
        .value(Submit(ALICE, vec![Ask::Asset(SUPPLY_COLLATERAL, 0, 10_000 * ONE), Ask::Asset(BORROW, 2, 5_500 * ONE)]));
    twins.step(Ledgers(2_000));
    twins.step(Price(0, price));
    twins
}

#[test]
fn every_percentage_is_judged_like_blend_at_every_depth() {
    for price in [9_900_000, 9_750_000, 9_300_000, 7_500_000, 5_000_000, 100_000] {
        let mut twins = underwater(price);
        for percent in (0..=102).step_by(3) {
            let answer = twins.quick_step(auction(ALICE, &[2], &[0], percent));
            if matches!(answer, Answer::Value(_)) {
                // Only the owner may delete, and only when healthy: make it so for a moment.
                twins.quick_step(Price(0, 10 * ONE));
                twins.value(Submit(ALICE, vec![Ask::Account(DELETE, ALICE, 0)]));
                twins.quick_step(Price(0, price));
            }
        }
    }
}

#[test]
fn an_auction_is_filled_in_parts_on_blends_terms() {
    for percent in [1, 33, 50, 99, 100] {
        for wait in [1, 2, 100, 200, 201, 300, 400, 401, 900] {
            let mut twins = underwater(9_300_000);
            twins.value(auction(ALICE, &[2], &[0], 40));
            twins.value(GetAuction(0, ALICE));
            twins.quick_step(Ledgers(wait));
            twins.quick_step(Price(0, 9_300_000));
            twins.step(Submit(
                BOB,
                vec![
                    Ask::Account(FILL_USER, ALICE, percent),
                    Ask::Asset(REPAY, 2, 10_000 * ONE),
                    Ask::Asset(WITHDRAW_COLLATERAL, 0, i64::MAX as i128),
                ],
            ));
            twins.step(GetAuction(0, ALICE));
            twins.quick_step(Ledgers(50));
            twins.step(SubmitWithAllowance(
                BOB,
                vec![
                    Ask::Account(FILL_USER, ALICE, 100),
                    Ask::Asset(REPAY, 2, 10_000 * ONE),
                    Ask::Asset(WITHDRAW_COLLATERAL, 0, i64::MAX as i128),
                ],
            ));
            twins.step(GetAuction(0, ALICE));
            twins.step(GetPositions(ALICE));
        }
    }
}

#[test]
fn a_fill_of_a_part_that_takes_the_last_unit_of_a_debt_leaves_none_of_it_in_the_auction_like_blend() {
    let mut twins = underwater(9_750_000);
    twins.value(Submit(BOB, vec![Ask::Asset(SUPPLY_COLLATERAL, 1, 10_000 * ONE)]));
    twins.step(Price(0, 2 * ONE));
    twins.value(Submit(ALICE, vec![Ask::Asset(BORROW, 1, 1)]));
    twins.step(Price(0, 9_300_000));
    twins.value(auction(ALICE, &[2, 1], &[0], 40));
    twins.step(Ledgers(200));
    twins.value(fill(BOB, ALICE, 50));
    twins.value(GetAuction(0, ALICE));
    twins.value(fill(BOB, ALICE, 100));
}

#[test]
fn bad_auctions_are_refused_in_blends_order() {
    let mut twins = underwater(9_300_000);
    for user in [ALICE, BOB, CAROL, Who::Pool, Who::Backstop] {
        for (bid, lot) in [
            (vec![2], vec![0]),
            (vec![], vec![0]),
            (vec![2], vec![]),
            (vec![2, 2], vec![0]),
            (vec![2], vec![0, 0]),
            (vec![1], vec![0]),
            (vec![2], vec![1]),
            (vec![0], vec![2]),
            (vec![3], vec![0]),
            (vec![2], vec![3]),
            (vec![2, 1], vec![0]),
            (vec![2], vec![0, 1]),
            (vec![2, 2, 2, 2], vec![0, 0, 0]),
            (vec![2, 2, 2], vec![0, 0, 0]),
        ] {
            for percent in [0, 40, 101] {
                let step = auction(user, &bid, &lot, percent);
                if !(user == ALICE && bid == [2] && lot == [0] && percent == 40) {
                    twins.quick_step(step);
                }
            }
        }
    }
    for kind in [3, 4, u32::MAX] {
        twins.quick_step(NewAuction { kind, user: ALICE, bid: vec![2], lot: vec![0], percent: 40 });
        twins.quick_step(GetAuction(kind, ALICE));
        twins.quick_step(DelAuction(kind, ALICE));
    }
    twins.value(auction(ALICE, &[2], &[0], 40));
    twins.refused(auction(ALICE, &[2], &[0], 40), 1212);
    twins.step(auction(ALICE, &[2], &[0], 0));
    twins.step(auction(ALICE, &[], &[0], 40));
}

#[test]
fn nobody_fills_an_auction_of_ones_own_whatever_its_kind() {
    let mut twins = underwater(9_300_000);
    for kind in [FILL_USER, FILL_BAD_DEBT, FILL_INTEREST] {
        for percent in [-1, 0, 1, 100, 101] {
            twins.step(Submit(BOB, vec![Ask::Account(kind, BOB, percent)]));
            twins.step(Submit(BOB, vec![Ask::Account(kind, ALICE, percent)]));
            twins.step(Submit(Who::Backstop, vec![Ask::Account(kind, Who::Backstop, percent)]));
        }
        twins.refused(Submit(BOB, vec![Ask::Account(kind, BOB, 100)]), 1211);
    }
}

#[test]
fn bad_fills_are_refused_or_trap_like_blend() {
    let mut twins = underwater(9_300_000);
    twins.trap(fill(BOB, ALICE, 100));
    twins.trap(GetAuction(0, ALICE));
    twins.value(auction(ALICE, &[2], &[0], 40));
    twins.trap(fill(BOB, ALICE, 100));
    twins.step(Ledgers(1));
    twins.step(fill(ALICE, ALICE, 100));
    for percent in [0, 101, -1, 1 << 32, (1 << 32) + 50, 1 << 64, (1 << 64) + 50, i128::MAX] {
        twins.step(fill(BOB, ALICE, percent));
    }
    twins.step(Submit(BOB, vec![Ask::Account(FILL_BAD_DEBT, ALICE, 100)]));
    twins.step(Submit(BOB, vec![Ask::Account(FILL_INTEREST, ALICE, 100)]));
    twins.step(Submit(BOB, vec![Ask::Account(DELETE, ALICE, 100)]));
    // A filler who ends unhealthy, and one who takes the position over.
    twins.step(fill(BOB, ALICE, 100));
    twins.step(Submit(BOB, vec![Ask::Asset(SUPPLY_COLLATERAL, 1, 10_000 * ONE), Ask::Account(FILL_USER, ALICE, 60)]));
    twins.step(GetPositions(BOB));
}

#[test]
fn an_account_in_auction_may_do_what_blend_lets_it() {
    let mut twins = underwater(9_300_000);
    twins.value(auction(ALICE, &[2], &[0], 40));
    for kind in 0..=5 {
        twins.step(Submit(ALICE, vec![Ask::Asset(kind, 0, 10 * ONE)]));
        twins.step(Submit(ALICE, vec![Ask::Asset(kind, 2, 10 * ONE)]));
    }
    twins.step(Submit(ALICE, vec![]));
    twins.refused(Submit(ALICE, vec![Ask::Account(DELETE, ALICE, 0)]), 1205);
    twins.value(Submit(ALICE, vec![Ask::Account(DELETE, BOB, -0), Ask::Asset(REPAY, 2, 1_000 * ONE)]));
    twins.step(GetAuction(0, ALICE));
}

#[test]
fn a_stale_auction_may_be_deleted_by_anyone_when_blend_says_so() {
    let mut twins = underwater(9_300_000);
    twins.step(DelAuction(0, ALICE));
    twins.value(auction(ALICE, &[2], &[0], 40));
    twins.step(Ledgers(500));
    twins.refused(DelAuction(0, ALICE), 1200);
    twins.step(Ledgers(1));
    twins.value(DelAuction(0, ALICE));
    twins.trap(GetAuction(0, ALICE));
}

#[test]
fn a_full_liquidation_leaves_bad_debt_to_the_backstop_like_blend() {
    for (price, wait) in [(5_000_000, 200), (5_000_000, 300), (5_000_000, 450), (100_000, 390)] {
        let mut twins = underwater(price);
        twins.value(auction(ALICE, &[2], &[0], 100));
        twins.step(Ledgers(wait));
        twins.step(Price(0, price));
        twins.step(Submit(BOB, vec![Ask::Asset(SUPPLY_COLLATERAL, 1, 50_000 * ONE)]));
        twins.value(fill(BOB, ALICE, 50));
        twins.step(BadDebt(ALICE));
        twins.value(fill(BOB, ALICE, 100));
        twins.step(GetPositions(ALICE));
        twins.step(GetPositions(Who::Backstop));
        twins.step(BadDebt(ALICE));
        twins.step(BadDebt(BOB));
    }
}

#[test]
fn auctions_of_several_assets_match_blend() {
    let settings = Settings { max_positions: 8, oracle_decimals: 14, ..Settings::default() };
    let volatile = ReserveConfig { c_factor: 5_000_000, l_factor: 6_000_000, decimals: 9, ..reserve_config() };
    let stable = ReserveConfig { c_factor: 9_500_000, l_factor: 9_500_000, ..reserve_config() };
    let mut twins = Twins::active(&settings, [stable, volatile, reserve_config()]);
    twins.step(Price(1, 100 * ONE));
    twins.value(Submit(
        ALICE,
        vec![
            Ask::Asset(SUPPLY_COLLATERAL, 0, 10_000 * ONE),
            Ask::Asset(SUPPLY_COLLATERAL, 1, 10_000 * ONE),
            Ask::Asset(BORROW, 2, 7_000 * ONE),
            Ask::Asset(BORROW, 0, 4_500 * ONE),
            Ask::Asset(SUPPLY, 2, 70 * ONE),
        ],
    ));
    twins.step(Seconds(20_000_000));
    for asset in 0..3 {
        twins.step(Price(asset, if asset == 1 { 60 * ONE } else { ONE }));
    }
    for (bid, lot) in [
        (vec![2], vec![0]),
        (vec![0], vec![0]),
        (vec![0, 2], vec![0]),
        (vec![0], vec![1]),
        (vec![2, 0], vec![1, 0]),
        (vec![0, 2], vec![0, 1]),
    ] {
        for percent in [5, 20, 40, 60, 80, 95, 96, 100] {
            if matches!(twins.step(auction(ALICE, &bid, &lot, percent)), Answer::Value(_)) {
                twins.step(Ledgers(501));
                twins.value(DelAuction(0, ALICE));
                for asset in 0..3 {
                    twins.step(Price(asset, if asset == 1 { 60 * ONE } else { ONE }));
                }
            }
        }
    }
}
