use crate::ownership::{self, Numbers};
use crate::table::Table;
use crate::values::{names, text, unborn, undeployed, AMOUNTS};
use keeper_registry::{Clearance, RegistryError as E, MAX_STAKE};
use soroban_sdk::{Address, Vec};
use test_suites::args;
use test_suites::ledger::env;
use test_suites::market::{Market, PoolKind, MIN_STAKE, ONE};
use test_suites::wasm;

#[test]
fn every_function_of_the_registry_answers_bad_values_with_a_number_of_its_own_and_changes_nothing() {
    let (ledger, market) = Market::funded(PoolKind::Lab);
    let people = &market.people;
    let (admin, alice, alpha, stranger) = (&people.admin, &people.alice, &people.alpha, &people.stranger);
    let mut table = Table::new(ledger, market.registry, &wasm::KEEPER_REGISTRY, &[300..=399]);

    let name = text("keeper-7");
    table.refused(alice, "register", E::InvalidName as u32, names().iter().map(|n| args![alice, text(n), MIN_STAKE]));
    table.refused(alice, "register", E::InvalidAmount as u32, AMOUNTS.map(|n| args![alice, name, n]));
    table.refused(
        alice,
        "register",
        E::StakeBelowMinimum as u32,
        [1, MIN_STAKE - 1].map(|stake| args![alice, name, stake]),
    );
    table.refused(alice, "register", E::TokenRefused as u32, [args![alice, name, MAX_STAKE]]);
    table.refused(stranger, "register", E::TokenRefused as u32, [args![stranger, name, MIN_STAKE]]);
    table.refused(alpha, "register", E::AlreadyRegistered as u32, [args![alpha, name, MIN_STAKE]]);

    table.refused(alpha, "add_stake", E::InvalidAmount as u32, AMOUNTS.map(|n| args![alpha, n]));
    table.refused(alpha, "add_stake", E::InvalidAmount as u32, [args![alpha, MAX_STAKE]]);
    table.refused(alpha, "add_stake", E::TokenRefused as u32, [args![alpha, 5_001 * ONE]]);
    table.refused(alice, "add_stake", E::NotRegistered as u32, [args![alice, 1_i128]]);

    table.refused(alpha, "remove_stake", E::InvalidAmount as u32, AMOUNTS.map(|n| args![alpha, n]));
    table.refused(
        alpha,
        "remove_stake",
        E::StakeBelowMinimum as u32,
        [20_000 * ONE - MIN_STAKE + 1, 20_000 * ONE, MAX_STAKE].map(|n| args![alpha, n]),
    );
    table.refused(alice, "remove_stake", E::NotRegistered as u32, [args![alice, 1_i128]]);
    table.refused(alice, "deregister", E::NotRegistered as u32, [args![alice]]);

    let nobody = Clearance { cleared: false, stake: 0 };
    let addresses = || [args![unborn()], args![undeployed()], args![market.vault], args![market.usdc]];
    table.answered("clearance", &nobody, addresses());
    table.answered("is_active", &false, addresses());
    table.refused(stranger, "get_keeper", E::NotRegistered as u32, addresses());
    // Only the vault can sign for it; its bad values are in the crate's own tests.
    table.elsewhere("slash");

    let none: Vec<Address> = Vec::new(&env());
    let beyond = [(2, 1), (2, u32::MAX), (u32::MAX, 1), (u32::MAX, u32::MAX), (0, 0), (1, 0)];
    table.answered("get_keepers_page", &none, beyond.map(|(start, limit)| args![start, limit]));
    let both = Vec::from_array(&env(), [alpha.address(), people.beta.address()]);
    table.answered("get_keepers_page", &both, [args![0_u32, u32::MAX], args![0_u32, 1_000_u32]]);

    let smallest = [ONE - 1, 1];
    table.refused(admin, "set_min_stake", E::InvalidMinStake as u32, AMOUNTS.map(|n| args![n]));
    table.refused(admin, "set_min_stake", E::InvalidMinStake as u32, smallest.map(|n| args![n]));

    table.refused(admin, "unpause", E::NotPaused as u32, [args![]]);
    table.ledger.invoke(admin, &market.registry, "pause", args![]).unwrap();
    table.refused(admin, "pause", E::Paused as u32, [args![]]);
    table.refused(alice, "register", E::Paused as u32, [args![alice, name, MIN_STAKE]]);

    let numbers = Numbers {
        renounced: E::OwnerRequired as u32,
        not_proposed: E::UpgradeNotProposed as u32,
        too_early: E::UpgradeTooEarly as u32,
    };
    ownership::rows(&mut table, admin, &market.registry, numbers);
    table.elsewhere("__constructor");
    table.close(&["get_config", "get_keepers", "keeper_count", "paused"]);
}
