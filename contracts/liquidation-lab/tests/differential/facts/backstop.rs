use crate::constants::*;
use crate::steps::Step::*;
use crate::steps::{Answer, Ask, Step, Who};
use crate::twins::Twins;
use crate::world::Settings;
use liquidation_lab::{PoolError, ReserveConfig};

const ALICE: Who = Who::User(0);
const BOB: Who = Who::User(1);

fn backstop_auction(kind: u32, user: Who, assets: &[usize], percent: u32) -> Step {
    BackstopAuction { kind, user, assets: assets.to_vec(), percent }
}

/// The backstop owes what a full liquidation of Alice left.
fn bad_debt() -> Twins {
    with_bad_debt(Twins::usual())
}

/// Pools whose oracle has these decimals; the backstop's prices have seven.
fn priced_with(oracle_decimals: u32) -> Twins {
    let settings = Settings { oracle_decimals, ..Settings::default() };
    Twins::active(&settings, [reserve_config(), reserve_config(), reserve_config()])
}

#[test]
fn backstop_tokens_are_counted_to_blends_digit_whatever_the_oracles_decimals() {
    for step in 0..12 {
        let price = 77_777_777_777_777 + step * 2_345_678_901_239;
        for (decimals, price) in [(7, price / ONE), (14, price)] {
            for (with, kind) in [(with_interest as fn(Twins) -> Twins, 2), (with_bad_debt, 1)] {
                let mut twins = with(priced_with(decimals));
                twins.step(OldPrice(1, price, 0));
                twins.value(backstop_auction(kind, Who::Backstop, &[2, 1], 100));
            }
        }
    }
}

fn with_bad_debt(mut twins: Twins) -> Twins {
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
    with_interest(Twins::usual())
}

fn with_interest(mut twins: Twins) -> Twins {
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

/// The same with a backstop that nobody has deposits in.
fn bad_debt_of_an_empty_backstop() -> Twins {
    let mut twins = Twins::usual();
    for world in [&twins.blend, &twins.lab] {
        world.empty_backstop();
    }
    for asset in 0..3 {
        twins.step(Price(asset, ONE));
    }
    twins.refused(BadDebt(Who::Backstop), 1200);
    // Little is left supplied, so that the last digit of the loss shows how it is rounded.
    for asset in [1, 2] {
        twins.value(Submit(Who::User(3), vec![Ask::Asset(WITHDRAW, asset, 993_333 * ONE + 7)]));
    }
    with_bad_debt(twins)
}

#[test]
fn what_an_empty_backstop_owes_is_written_off_like_blend() {
    let mut twins = bad_debt_of_an_empty_backstop();
    twins.value(BadDebt(Who::Backstop));
    twins.step(GetPositions(Who::Backstop));
    for asset in 0..3 {
        twins.value(GetReserve(asset));
    }
    twins.refused(BadDebt(Who::Backstop), 1200);
}

#[test]
fn an_empty_backstop_cannot_be_asked_for_a_lot_it_has_not() {
    let mut twins = bad_debt_of_an_empty_backstop();
    twins.step(backstop_auction(1, Who::Backstop, &[2], 100));
    twins.step(GetAuction(1, Who::Backstop));
    twins.step(BadDebt(Who::Backstop));
    twins.step(Ledgers(250));
    for percent in [40, 100] {
        twins.step(Submit(BOB, vec![Ask::Account(FILL_BAD_DEBT, Who::Backstop, percent)]));
        twins.step(GetPositions(Who::Backstop));
        for asset in 0..3 {
            twins.step(GetReserve(asset));
        }
    }
}

#[test]
fn a_fill_that_empties_the_backstop_writes_the_other_debts_off_like_blend() {
    for (wait, percents) in [(250, vec![100]), (250, vec![50, 100]), (399, vec![100]), (100, vec![100])] {
        let mut twins = bad_debt();
        twins.step(Price(2, 100 * ONE));
        twins.value(backstop_auction(1, Who::Backstop, &[2], 100));
        twins.step(Price(2, ONE));
        twins.step(Ledgers(wait));
        for percent in percents {
            twins.value(Submit(BOB, vec![Ask::Account(FILL_BAD_DEBT, Who::Backstop, percent)]));
        }
        twins.step(GetPositions(Who::Backstop));
        for asset in 0..3 {
            twins.step(GetReserve(asset));
        }
        twins.step(BadDebt(Who::Backstop));
    }
}

#[test]
fn a_loss_beyond_all_that_was_supplied_leaves_the_suppliers_nothing_like_blend() {
    let lent_out = ReserveConfig { max_util: 10_000_000, ..reserve_config() };
    let mut twins = Twins::active(&Settings::default(), [reserve_config(), reserve_config(), lent_out]);
    twins.value(Submit(
        ALICE,
        vec![Ask::Asset(SUPPLY_COLLATERAL, 0, 2_000_000 * ONE), Ask::Asset(BORROW, 2, 999_999 * ONE)],
    ));
    twins.step(EmptyBackstop);
    for asset in 0..3 {
        twins.step(Price(asset, ONE));
    }
    twins.step(Forfeit(ALICE));
    twins.value(BadDebt(ALICE));
    twins.value(BadDebt(Who::Backstop));
    assert_eq!(twins.blend.client().get_reserve(&twins.blend.assets[2]).data.b_rate, 0);
    twins.step(GetReserve(2));
    for kind in [SUPPLY, WITHDRAW, SUPPLY_COLLATERAL, BORROW, REPAY] {
        twins.step(Submit(Who::User(3), vec![Ask::Asset(kind, 2, ONE)]));
    }
}

#[test]
fn a_fill_of_collateral_that_is_gone_is_refused_like_blend() {
    let mut twins = Twins::usual();
    twins
        .value(Submit(ALICE, vec![Ask::Asset(SUPPLY_COLLATERAL, 0, 10_000 * ONE), Ask::Asset(BORROW, 2, 5_500 * ONE)]));
    twins.step(Price(0, 5_000_000));
    twins.value(NewAuction { kind: 0, user: ALICE, bid: vec![2], lot: vec![0], percent: 100 });
    twins.step(Forfeit(ALICE));
    twins.step(Ledgers(200));
    twins.refused(BadDebt(ALICE), 1212);
    twins.value(Submit(BOB, vec![Ask::Asset(SUPPLY_COLLATERAL, 1, 50_000 * ONE)]));
    twins.refused(Submit(BOB, vec![Ask::Account(FILL_USER, ALICE, 100)]), 8);
}

#[test]
fn debt_without_collateral_moves_to_the_backstop_like_blend() {
    let mut twins = Twins::usual();
    let debts = [1, 2].map(|asset| Ask::Asset(BORROW, asset, 2_000 * ONE));
    twins.value(Submit(ALICE, [&[Ask::Asset(SUPPLY_COLLATERAL, 0, 10_000 * ONE)], &debts[..]].concat()));
    twins.refused(BadDebt(ALICE), 1200);
    twins.step(Forfeit(ALICE));
    twins.value(BadDebt(ALICE));
    twins.refused(BadDebt(ALICE), 1200);
    twins.value(GetPositions(Who::Backstop));
}

#[test]
fn interest_worth_exactly_two_hundred_is_auctioned_like_blend_and_a_unit_less_is_not() {
    let mut twins = Twins::usual();
    twins.step(Donate(1, 200 * ONE - 1));
    twins.value(Gulp(1));
    let auction = backstop_auction(2, Who::Backstop, &[1], 100);
    assert_eq!(twins.step(auction.clone()), Answer::Number(PoolError::InterestTooSmall as u32));
    twins.step(Donate(1, 1));
    twins.value(Gulp(1));
    twins.value(auction);
}
