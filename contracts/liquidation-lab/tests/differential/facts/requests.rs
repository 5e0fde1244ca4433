use crate::constants::*;
use crate::steps::Step::*;
use crate::steps::{Ask, Step, Who};
use crate::twins::Twins;
use crate::world::Settings;
use liquidation_lab::ReserveConfig;

const ALICE: Who = Who::User(0);
const BOB: Who = Who::User(1);

fn one(who: Who, kind: u32, asset: usize, amount: i128) -> Step {
    Submit(who, vec![Ask::Asset(kind, asset, amount)])
}

#[test]
fn every_ordinary_request_matches_blend() {
    let mut twins = Twins::usual();
    twins.value(one(ALICE, SUPPLY, 0, 1_000 * ONE));
    twins.value(one(ALICE, SUPPLY_COLLATERAL, 1, 2_000 * ONE + 7));
    twins.value(one(ALICE, BORROW, 2, 500 * ONE + 3));
    twins.step(Ledgers(10_000));
    twins.value(one(ALICE, BORROW, 2, 100 * ONE));
    twins.step(Seconds(30_000_000));
    twins.value(one(ALICE, REPAY, 2, 50 * ONE + 1));
    twins.value(one(ALICE, WITHDRAW, 0, 123_4567890));
    twins.value(one(ALICE, WITHDRAW_COLLATERAL, 1, 10 * ONE));
    twins.value(one(ALICE, REPAY, 2, 10_000 * ONE));
    twins.value(one(ALICE, WITHDRAW, 0, i64::MAX as i128));
    twins.value(one(ALICE, WITHDRAW_COLLATERAL, 1, i64::MAX as i128));
    for asset in 0..3 {
        twins.value(GetReserve(asset));
    }
    twins.value(GetPositions(ALICE));
    twins.value(GetPositions(BOB));
}

#[test]
fn several_requests_in_one_call_match_blend_gross_and_net() {
    for net in [false, true] {
        let mut twins = Twins::usual();
        let call = |asks: Vec<Ask>| {
            if net {
                SubmitWithAllowance(ALICE, asks)
            } else {
                Submit(ALICE, asks)
            }
        };
        twins.value(call(vec![
            Ask::Asset(SUPPLY_COLLATERAL, 1, 2_000 * ONE),
            Ask::Asset(BORROW, 2, 500 * ONE),
            Ask::Asset(SUPPLY, 2, 100 * ONE),
            Ask::Asset(BORROW, 0, 100 * ONE),
        ]));
        twins.step(Seconds(1_000_000));
        twins.value(call(vec![
            Ask::Asset(REPAY, 2, 1_000 * ONE),
            Ask::Asset(WITHDRAW, 2, 1_000 * ONE),
            Ask::Asset(REPAY, 0, 50 * ONE),
            Ask::Asset(BORROW, 0, 50 * ONE),
            Ask::Asset(WITHDRAW_COLLATERAL, 1, 5 * ONE),
        ]));
        twins.value(call(vec![]));
    }
}

#[test]
fn payer_and_payee_may_be_others_but_never_the_pool() {
    let mut twins = Twins::usual();
    let asks = vec![Ask::Asset(SUPPLY_COLLATERAL, 1, 2_000 * ONE), Ask::Asset(BORROW, 2, 500 * ONE)];
    let to = |from, spender, to| SubmitFor { from, spender, to, asks: asks.clone(), net: false };
    twins.value(to(ALICE, BOB, Who::User(2)));
    twins.value(to(Who::Backstop, BOB, Who::User(2)));
    twins.refused(to(Who::Pool, BOB, ALICE), 1200);
    twins.refused(to(ALICE, Who::Pool, ALICE), 1200);
    twins.refused(to(ALICE, BOB, Who::Pool), 1200);
}

#[test]
fn bad_amounts_are_refused_like_blend() {
    let mut twins = Twins::usual();
    for kind in 0..=10 {
        for amount in [-1, 0, 1, i128::MAX, i128::MIN] {
            twins.step(one(ALICE, kind, 0, amount));
            twins.step(one(ALICE, kind, 3, amount));
            twins.step(SubmitWithAllowance(ALICE, vec![Ask::Asset(kind, 1, amount)]));
        }
    }
    twins.step(one(ALICE, u32::MAX, 0, 5));
}

#[test]
fn dust_is_treated_like_blend() {
    let mut twins = Twins::usual();
    twins.value(one(ALICE, SUPPLY_COLLATERAL, 0, 1_000_000 * ONE));
    twins.value(one(ALICE, BORROW, 1, 700_000 * ONE / 2));
    twins.step(Seconds(31_536_000));
    for kind in 0..=5 {
        for amount in [1, 2, 3] {
            twins.step(one(BOB, kind, 1, amount));
            twins.step(one(ALICE, kind, 1, amount));
            twins.step(one(ALICE, kind, 0, amount));
        }
    }
}

#[test]
fn interest_below_one_token_leaves_the_suppliers_rate_as_it_does_on_blend() {
    let config = ReserveConfig { decimals: 2, supply_cap: i64::MAX as i128, ..reserve_config() };
    let mut twins = Twins::active(&Settings::default(), [reserve_config(), config, reserve_config()]);
    twins.value(one(ALICE, SUPPLY_COLLATERAL, 0, 1_000_000 * ONE));
    twins.value(one(ALICE, BORROW, 1, ONE / 10));
    for seconds in [20_000_000, 5, 1, 60, 3_600] {
        twins.step(Seconds(seconds));
        twins.value(one(BOB, SUPPLY, 1, 1_000));
        twins.value(GetReserve(1));
    }
}

#[test]
fn limits_on_health_utilisation_collateral_positions_and_supply_match_blend() {
    let settings = Settings { max_positions: 3, min_collateral: 100 * ONE, ..Settings::default() };
    let small = ReserveConfig { supply_cap: 1_000_100 * ONE, max_util: 8_000_000, ..reserve_config() };
    let mut twins = Twins::active(&settings, [small.clone(), reserve_config(), small]);
    twins.refused(one(ALICE, SUPPLY, 0, 101 * ONE), 1220);
    twins.value(one(ALICE, SUPPLY, 0, 100 * ONE));
    twins.value(one(ALICE, SUPPLY_COLLATERAL, 1, 100 * ONE));
    twins.refused(one(ALICE, BORROW, 2, 50 * ONE), 1224);
    twins.refused(one(ALICE, BORROW, 2, 80 * ONE), 1205);
    twins.value(one(ALICE, SUPPLY_COLLATERAL, 1, 100_000_000 * ONE));
    twins.value(one(ALICE, BORROW, 2, 50 * ONE));
    twins.value(one(ALICE, BORROW, 0, 50 * ONE));
    twins.refused(one(ALICE, SUPPLY_COLLATERAL, 2, 50 * ONE), 1208);
    twins.refused(one(ALICE, BORROW, 2, 800_000 * ONE), 1207);
    twins.refused(one(ALICE, BORROW, 2, 1_000_000 * ONE), 1207);
    twins.value(one(ALICE, BORROW, 2, 799_000 * ONE));
    twins.refused(one(Who::User(3), WITHDRAW, 2, 500_000 * ONE), 1207);
    twins.value(one(Who::User(3), WITHDRAW, 2, 150_000 * ONE));
    twins.step(Seconds(30_000_000));
    twins.step(one(ALICE, WITHDRAW_COLLATERAL, 1, 100_000_000 * ONE));
    twins.step(one(ALICE, BORROW, 2, ONE));
}

#[test]
fn disabled_reserves_and_statuses_forbid_what_they_do_on_blend() {
    let mut twins = Twins::usual();
    twins.value(one(ALICE, SUPPLY_COLLATERAL, 0, 10_000 * ONE));
    twins.value(one(ALICE, SUPPLY, 1, 10_000 * ONE));
    twins.value(one(ALICE, BORROW, 1, 1_000 * ONE));
    for status in 0..=7 {
        twins.step(SetStatus(status));
        for kind in 0..=9 {
            twins.step(one(ALICE, kind, 1, 10 * ONE));
            twins.step(one(BOB, kind, 1, 0));
        }
        twins.step(FlashLoan(ALICE, 2, 5, vec![]));
        twins.step(Gulp(0));
        twins.step(UpdateStatus);
    }
    twins.value(SetStatus(0));
    let disabled = ReserveConfig { enabled: false, ..reserve_config() };
    twins.value(QueueReserve(1, disabled));
    twins.step(Seconds(604_800));
    twins.value(SetReserve(1));
    for asset in 0..3 {
        twins.step(Price(asset, ONE));
    }
    for kind in 0..=9 {
        twins.step(one(ALICE, kind, 1, 10 * ONE));
    }
    twins.refused(FlashLoan(ALICE, 1, 5, vec![]), 1223);
}

#[test]
fn unusable_prices_stop_a_call_like_blend() {
    let mut twins = Twins::usual();
    twins.value(one(ALICE, SUPPLY_COLLATERAL, 0, 10_000 * ONE));
    for price in [OldPrice(1, ONE, 86_400), OldPrice(1, ONE, 86_401), OldPrice(1, 0, 0), OldPrice(1, -1, 0), NoPrice(1)]
    {
        twins.step(price);
        twins.step(one(ALICE, BORROW, 1, 10 * ONE));
        twins.step(one(ALICE, REPAY, 1, 10 * ONE));
    }
}

#[test]
fn other_decimals_of_assets_and_oracle_match_blend() {
    for (oracle_decimals, decimals) in [(14, [18, 0, 9]), (7, [6, 3, 12]), (0, [7, 8, 2])] {
        let settings = Settings { oracle_decimals, min_collateral: 10i128.pow(oracle_decimals), ..Settings::default() };
        let configs =
            decimals.map(|decimals| ReserveConfig { decimals, supply_cap: i64::MAX as i128, ..reserve_config() });
        let mut twins = Twins::active(&settings, configs);
        for asset in 0..3 {
            twins.step(one(ALICE, SUPPLY_COLLATERAL, asset, 1_000 * ONE));
        }
        for asset in 0..3 {
            twins.step(one(ALICE, BORROW, asset, ONE));
            twins.step(one(ALICE, BORROW, asset, 300 * ONE));
        }
        twins.step(Seconds(10_000_000));
        for asset in 0..3 {
            twins.step(Price(asset, 2 * ONE));
            twins.step(one(ALICE, WITHDRAW_COLLATERAL, asset, 500 * ONE));
        }
    }
}

#[test]
fn a_call_wrong_in_two_ways_is_refused_for_blends_reason() {
    let capped = ReserveConfig { supply_cap: 0, ..reserve_config() };
    let disabled = ReserveConfig { enabled: false, ..reserve_config() };
    let settings = Settings { max_positions: 2, min_collateral: 1_000 * ONE, ..Settings::default() };
    let mut twins = Twins::active(&settings, [reserve_config(), capped, disabled]);
    twins.value(one(ALICE, SUPPLY_COLLATERAL, 0, 10_000 * ONE));
    for status in [0, 2, 4] {
        twins.value(SetStatus(status));
        for asset in 0..4 {
            for amount in [-1, 0, 1, 10_000_000 * ONE, i64::MAX as i128] {
                for kind in [0, 1, 2, 3, 4, 5, 10] {
                    twins.quick_step(one(ALICE, kind, asset, amount));
                    twins.quick_step(one(BOB, kind, asset, amount));
                }
                twins.quick_step(FlashLoan(ALICE, asset, amount, vec![]));
                twins.quick_step(FlashLoan(Who::Pool, asset, amount, vec![]));
            }
        }
    }
    twins.value(SetStatus(0));
    // One request may spoil the whole call; which one is told?
    let wrong = [
        Ask::Asset(SUPPLY, 3, ONE),
        Ask::Asset(SUPPLY, 0, -1),
        Ask::Asset(SUPPLY, 1, ONE),
        Ask::Asset(SUPPLY, 2, ONE),
        Ask::Asset(WITHDRAW, 0, ONE),
        Ask::Asset(BORROW, 0, 9_000 * ONE),
        Ask::Asset(BORROW, 0, 970_000 * ONE),
        Ask::Asset(BORROW, 0, 2_000_000 * ONE),
        Ask::Asset(SUPPLY_COLLATERAL, 0, ONE),
        Ask::Asset(11, 0, ONE),
        Ask::Account(FILL_USER, BOB, 5),
        Ask::Account(DELETE, BOB, 5),
    ];
    for first in wrong {
        for second in wrong {
            twins.quick_step(Submit(ALICE, vec![first, second]));
            twins.quick_step(SubmitWithAllowance(BOB, vec![second, first]));
        }
    }
}
