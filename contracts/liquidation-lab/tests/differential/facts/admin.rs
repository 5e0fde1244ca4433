use crate::constants::*;
use crate::steps::Step::*;
use crate::steps::{Answer, Ask, Who};
use crate::twins::Twins;
use crate::world::{lab_wasm, Settings, Side};
use liquidation_lab::{LiquidationLab, ReserveConfig};
use soroban_sdk::testutils::{Address as _, EnvTestConfig};
use soroban_sdk::{Address, Env, String};

const ALICE: Who = Who::User(0);

#[test]
fn a_new_pool_looks_like_blends() {
    let mut twins = Twins::bare(&Settings::default());
    twins.value(GetConfig);
    twins.value(GetAdmin);
    twins.value(GetReserveList);
    twins.trap(GetReserve(0));
    twins.step(UpdateStatus);
    for status in 0..=7 {
        twins.step(SetStatus(status));
        twins.step(UpdateStatus);
        twins.step(GetConfig);
    }
}

#[test]
fn every_bound_of_a_reserves_settings_is_blends() {
    type Change = fn(&mut ReserveConfig, u32);
    let changes: [(&str, Change, &[u32]); 12] = [
        ("c_factor", |c, v| c.c_factor = v, &[0, 9_999_999, 10_000_000, 10_000_001]),
        ("l_factor", |c, v| c.l_factor = v, &[0, 1, 9_999_999, 10_000_000, 10_000_001]),
        ("decimals", |c, v| c.decimals = v, &[0, 1, 17, 18, 19, 38, 39]),
        ("index", |c, v| c.index = v, &[0, 1, 7, u32::MAX]),
        ("util", |c, v| c.util = v, &[0, 1, 8_999_999, 9_000_000, 9_000_001, 9_499_999]),
        (
            "util at full",
            |c, v| {
                c.util = v;
                c.max_util = 10_000_000
            },
            &[0, 8_999_999, 9_000_000, 9_000_001, 9_499_999, 9_500_000, 9_500_001, 9_999_999, 10_000_000],
        ),
        ("max_util", |c, v| c.max_util = v, &[0, 7_499_999, 7_500_000, 7_500_001, 9_999_999, 10_000_000, 10_000_001]),
        ("r_base", |c, v| c.r_base = v, &[0, 1, 99, 100, 999, 1_000, 9_999_999, 10_000_000, 10_000_001]),
        ("r_one", |c, v| c.r_one = v, &[0, 1, 4_999_999, 5_000_000, 5_000_001]),
        ("r_two", |c, v| c.r_two = v, &[0, 499_999, 500_000, 14_999_999, 15_000_000, 15_000_001]),
        ("r_three", |c, v| c.r_three = v, &[0, 4_999_999, 5_000_000, 10_000_000, 100_000_000, 1_000_000_000, u32::MAX]),
        ("reactivity", |c, v| c.reactivity = v, &[0, 999, 1_000, 1_001, 10_000, 10_001]),
    ];
    let mut twins = Twins::bare(&Settings::default());
    for (_, change, values) in changes {
        for value in values {
            let mut config = reserve_config();
            change(&mut config, *value);
            if matches!(twins.step(QueueReserve(0, config)), Answer::Value(_)) {
                twins.value(CancelReserve(0));
            }
        }
    }
    for supply_cap in [i128::MIN, -1, 0, 1, i128::MAX] {
        let config = ReserveConfig { supply_cap, ..reserve_config() };
        if matches!(twins.step(QueueReserve(0, config)), Answer::Value(_)) {
            twins.value(CancelReserve(0));
        }
    }
}

#[test]
fn reserves_are_queued_cancelled_and_set_like_blends() {
    let mut twins = Twins::bare(&Settings::default());
    twins.step(SetReserve(0));
    twins.step(CancelReserve(0));
    twins.value(QueueReserve(0, reserve_config()));
    twins.step(QueueReserve(0, reserve_config()));
    twins.value(SetReserve(0));
    twins.step(SetReserve(0));
    twins.value(QueueReserve(1, ReserveConfig { index: 9, ..reserve_config() }));
    twins.value(SetReserve(1));
    twins.step(Price(0, ONE));
    twins.step(Price(1, ONE));
    twins.value(SetStatus(3));
    twins.value(UpdateStatus);
    twins.value(Submit(ALICE, vec![Ask::Asset(SUPPLY_COLLATERAL, 0, 1_000 * ONE)]));
    twins.value(Submit(Who::User(1), vec![Ask::Asset(SUPPLY, 1, 1_000 * ONE)]));
    twins.value(Submit(ALICE, vec![Ask::Asset(BORROW, 1, 500 * ONE)]));
    twins.step(Seconds(1_000_000));
    for (asset, config) in [
        (2, reserve_config()),
        (1, ReserveConfig { c_factor: 1, ..reserve_config() }),
        (1, ReserveConfig { r_base: 100_001, ..reserve_config() }),
        (1, ReserveConfig { util: 7_500_001, ..reserve_config() }),
        (1, ReserveConfig { reactivity: 21, ..reserve_config() }),
        (1, ReserveConfig { r_one: 500_001, ..reserve_config() }),
        (1, ReserveConfig { r_two: 5_000_001, ..reserve_config() }),
        (1, ReserveConfig { r_three: 15_000_001, ..reserve_config() }),
        (1, ReserveConfig { max_util: 9_900_000, ..reserve_config() }),
        (1, ReserveConfig { decimals: 8, ..reserve_config() }),
    ] {
        twins.step(QueueReserve(asset, config));
        twins.step(SetReserve(asset));
        twins.step(Seconds(604_799));
        twins.step(SetReserve(asset));
        twins.step(Seconds(1));
        twins.step(SetReserve(asset));
        twins.step(GetReserve(asset));
        twins.step(CancelReserve(asset));
    }
    twins.value(GetReserveList);
}

#[test]
fn pool_settings_have_blends_bounds() {
    let mut twins = Twins::usual();
    for rate in [0, 1, 8_999_999, 9_000_000, 9_999_999, 10_000_000, 10_000_001, u32::MAX] {
        twins.step(UpdatePool(rate, 4, 0));
    }
    for positions in [0, 1, 2, 3, 59, 60, 61, u32::MAX] {
        twins.step(UpdatePool(2_000_000, positions, 0));
    }
    for collateral in [i128::MIN, -1, 0, 1, i128::MAX] {
        twins.step(UpdatePool(2_000_000, 4, collateral));
    }
    twins.value(GetConfig);
}

#[test]
fn changed_pool_settings_charge_what_accrued_before_them_like_blends() {
    for (rate, positions) in [(2_000_000, 6), (2_000_000, 7), (5_000_000, 6)] {
        let mut twins = Twins::usual();
        twins.value(Submit(
            ALICE,
            vec![Ask::Asset(SUPPLY_COLLATERAL, 1, 3_000 * ONE), Ask::Asset(BORROW, 0, 1_000 * ONE + 1)],
        ));
        twins.step(Seconds(5_000_000));
        twins.value(UpdatePool(rate, positions, 0));
        twins.step(Seconds(5_000_000));
        for asset in 0..3 {
            twins.value(GetReserve(asset));
        }
    }
}

#[test]
fn the_administrator_hands_over_in_two_steps_like_blends() {
    let mut twins = Twins::usual();
    twins.step(AcceptAdmin);
    twins.value(ProposeAdmin(ALICE));
    twins.value(GetAdmin);
    twins.step(ProposeAdmin(Who::User(1)));
    twins.value(AcceptAdmin);
    twins.value(GetAdmin);
    twins.step(AcceptAdmin);
    twins.step(SetStatus(4));
}

#[test]
fn donations_are_gulped_like_blends() {
    let mut twins = Twins::usual();
    twins.step(Gulp(0));
    twins.step(Gulp(3));
    twins.value(Submit(
        ALICE,
        vec![Ask::Asset(SUPPLY_COLLATERAL, 1, 3_000 * ONE), Ask::Asset(BORROW, 0, 1_000 * ONE + 1)],
    ));
    twins.step(Seconds(5_000_000));
    twins.step(Gulp(0));
    for amount in [1, 2, 3, 10_000_000, 333_333_333_333] {
        twins.step(Donate(0, amount));
        twins.value(Gulp(0));
        twins.value(GetReserve(0));
    }
    twins.step(Seconds(5_000_000));
    twins.step(Donate(0, 77));
    twins.value(Gulp(0));
}

#[test]
fn a_pool_has_as_many_reserves_as_blends() {
    let mut twins = Twins::bare(&Settings::default());
    let [blend, lab] = [&mut twins.blend, &mut twins.lab].map(|world| {
        // Any address may be a reserve's asset until tokens move.
        let more: Vec<Address> = (0..32).map(|_| Address::generate(&world.env)).collect();
        world.assets.extend(more);
        let mut answers = Vec::new();
        for asset in 0..34 {
            answers.push(world.take(&QueueReserve(asset, reserve_config())));
            answers.push(world.take(&SetReserve(asset)));
        }
        answers.push(world.take(&GetReserveList));
        answers
    });
    assert_eq!(blend, lab);
    assert!(blend.iter().any(|answer| !matches!(answer, Answer::Value(_))));
}

/// Constructs a pool and tells whether its administrator's signature was asked for; nothing when it was refused.
fn construct(side: Side, rate: u32, positions: u32, collateral: i128) -> Option<bool> {
    let env = Env::new_with_config(EnvTestConfig { capture_snapshot_at_drop: false });
    env.mock_all_auths_allowing_non_root_auth();
    let [admin, other] = [(); 2].map(|()| Address::generate(&env));
    let name = String::from_str(&env, "");
    let arguments = (&admin, name, &other, rate, positions, collateral, &other, &other);
    let register = || match side {
        Side::Blend => env.register(blend_contract_sdk::pool::WASM, arguments),
        Side::Lab => env.register(LiquidationLab, arguments),
        Side::LabWasm => env.register(lab_wasm().as_slice(), arguments),
    };
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(register)).ok()?;
    Some(env.auths().iter().any(|(who, _)| *who == admin))
}

#[test]
fn a_pool_is_constructed_within_blends_bounds_with_its_administrators_signature() {
    for rate in [0, 9_999_999, 10_000_000, u32::MAX] {
        for positions in [0, 1, 2, 60, 61, u32::MAX] {
            for collateral in [i128::MIN, -1, 0, i128::MAX] {
                let [blend, lab] = [Side::Blend, Side::lab()].map(|side| construct(side, rate, positions, collateral));
                assert_eq!(blend, lab, "{rate} {positions} {collateral}");
            }
        }
    }
    assert_eq!(construct(Side::lab(), 0, 2, 0), Some(true));
}
