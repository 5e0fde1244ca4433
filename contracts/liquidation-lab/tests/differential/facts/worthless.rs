//! Auctions of accounts with a position that is worth less than a unit of the oracle.

use super::auctions::{auction, fill, ALICE, BOB};
use crate::constants::*;
use crate::steps::Step::*;
use crate::steps::{Answer, Ask};
use crate::twins::Twins;
use soroban_sdk::xdr::ScVal;

/// Smallest units of asset 1; at a price of a tenth they are worth nothing.
const DUST: i128 = 3;

/// Alice owes 5,500 of asset 2 against 10,000 of asset 0, whose price then changes, and dust of asset 1.
fn with_dust(price: i128) -> Twins {
    let mut twins = Twins::usual();
    twins.step(Price(1, ONE / 10));
    twins.value(Submit(
        ALICE,
        vec![
            Ask::Asset(SUPPLY_COLLATERAL, 0, 10_000 * ONE),
            Ask::Asset(SUPPLY_COLLATERAL, 1, DUST),
            Ask::Asset(BORROW, 2, 5_500 * ONE),
        ],
    ));
    twins.step(Price(0, price));
    twins
}

/// How many assets an auction offers.
fn lots(answer: &Answer) -> usize {
    let Answer::Value(ScVal::Map(Some(auction))) = answer else { panic!("{answer:?} is no auction") };
    match &auction.iter().find(|field| field.key == ScVal::Symbol("lot".try_into().unwrap())).unwrap().val {
        ScVal::Map(Some(lot)) => lot.len(),
        other => panic!("{other:?} is no lot"),
    }
}

#[test]
fn a_full_liquidation_need_not_name_what_is_worth_nothing_and_holds_what_was_named() {
    for (lot, percent) in [(&[0][..], 96), (&[0], 100), (&[0, 1], 100), (&[1, 0], 96)] {
        let mut twins = with_dust(5_000_000);
        let opened = twins.step(auction(ALICE, &[2], lot, percent));
        assert_eq!(lots(&opened), lot.len());
        twins.step(Ledgers(200));
        twins.value(Submit(BOB, vec![Ask::Asset(SUPPLY_COLLATERAL, 2, 50_000 * ONE)]));
        twins.value(fill(BOB, ALICE, 100));
        twins.step(GetPositions(ALICE));
        twins.step(BadDebt(ALICE));
    }
}

#[test]
fn an_unnamed_position_that_is_worth_a_unit_makes_an_auction_partial() {
    let mut twins = with_dust(5_000_000);
    twins.step(Price(1, ONE));
    for percent in [50, 95, 96, 100] {
        twins.step(auction(ALICE, &[2], &[0], percent));
    }
    twins.refused(auction(ALICE, &[2], &[0], 100), 1211);
}

#[test]
fn what_is_worth_nothing_is_judged_like_blend_at_every_depth() {
    for price in [9_750_000, 7_000_000, 5_000_000, 100_000] {
        let mut twins = with_dust(price);
        for lot in [&[0][..], &[1], &[0, 1]] {
            for percent in [10, 40, 70, 95, 96, 100] {
                if matches!(twins.step(auction(ALICE, &[2], lot, percent)), Answer::Value(_)) {
                    twins.quick_step(Price(0, 10 * ONE));
                    twins.value(Submit(ALICE, vec![Ask::Account(DELETE, ALICE, 0)]));
                    twins.quick_step(Price(0, price));
                }
            }
        }
    }
}
