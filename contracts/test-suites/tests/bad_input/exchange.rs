use crate::ownership::{self, Numbers};
use crate::table::Table;
use crate::values::{list, unborn, undeployed};
use lab_exchange::{ExchangeError as E, MAX_PATH};
use soroban_sdk::{Address, BytesN};
use test_suites::args;
use test_suites::ledger::env;
use test_suites::ledger::xdr::ScVal;
use test_suites::market::{Market, PoolKind, ONE};
use test_suites::wasm;

const NOT_POSITIVE: [i128; 3] = [0, -1, i128::MIN];
const IN: &str = "swap_exact_tokens_for_tokens";
const OUT: &str = "swap_tokens_for_exact_tokens";

#[test]
fn every_function_of_the_exchange_answers_bad_values_with_a_number_of_its_own_and_changes_nothing() {
    let (ledger, market) = Market::funded(PoolKind::Lab);
    let mut table = Table::new(ledger, market.exchange, &wasm::LAB_EXCHANGE, &[500..=549]);
    trades(&mut table, &market);
    pairs(&mut table, &market);
    terms(&mut table, &market);
    let numbers = Numbers {
        renounced: E::RenounceRefused as u32,
        not_proposed: E::UpgradeNotProposed as u32,
        too_early: E::UpgradeTooEarly as u32,
    };
    ownership::rows(&mut table, &market.people.admin, &market.exchange, numbers);
    table.elsewhere("__constructor");
    table.close(&["get_config"]);
}

fn trades(table: &mut Table, market: &Market) {
    let (lender, stranger) = (&market.people.lender, &market.people.stranger);
    let (usdc, xlm, btc) = (market.usdc.address(), market.xlm().address(), market.assets[1].address());
    let soon = table.ledger.timestamp() + 60;
    let swap =
        |amount: i128, limit: i128, path: &[Address], deadline: u64| args![amount, limit, list(path), lender, deadline];
    let path = [xlm.clone(), usdc.clone()];
    let wrong_paths = wrong_paths(market);

    for (function, limit) in [(IN, 0), (OUT, i128::MAX)] {
        let now = table.ledger.timestamp();
        table.refused(lender, function, E::AmountNotPositive as u32, NOT_POSITIVE.map(|n| swap(n, limit, &path, soon)));
        table.refused(lender, function, E::LimitNegative as u32, [-1, i128::MIN].map(|n| swap(1, n, &path, soon)));
        let passed = [0, 1, now - 1, now].map(|at| swap(1, limit, &path, at));
        table.refused(lender, function, E::DeadlineExpired as u32, passed);
        for (number, path) in &wrong_paths {
            table.refused(lender, function, *number as u32, [swap(ONE, limit, path, u64::MAX)]);
        }
    }
    table.refused(lender, IN, E::OutputIsZero as u32, [swap(1, 0, &path, soon)]);
    table.refused(lender, IN, E::InsufficientOutputAmount as u32, [swap(ONE, i128::MAX, &path, soon)]);
    table.refused(lender, IN, E::AmountTooLarge as u32, [swap(i128::MAX, 0, &[btc.clone(), usdc.clone()], soon)]);
    table.refused(lender, IN, E::TransferRefused as u32, [swap(i128::MAX, 0, &path, soon)]);
    table.refused(lender, OUT, E::ExcessiveInputAmount as u32, [0, 1].map(|n| swap(ONE, n, &path, soon)));
    table.refused(lender, OUT, E::AmountTooLarge as u32, [swap(i128::MAX, i128::MAX, &path, soon)]);
    table.refused(lender, OUT, E::TransferRefused as u32, [swap(10_i128.pow(17), i128::MAX, &path, soon)]);
    table.refused(stranger, IN, E::TransferRefused as u32, [args![ONE, 0_i128, list(&path), stranger, soon]]);

    for function in ["router_get_amounts_out", "router_get_amounts_in"] {
        table.refused(stranger, function, E::AmountNotPositive as u32, NOT_POSITIVE.map(|n| args![n, list(&path)]));
        for (number, path) in &wrong_paths {
            table.refused(stranger, function, *number as u32, [args![ONE, list(path)]]);
        }
    }
    table.refused(stranger, "router_get_amounts_out", E::OutputIsZero as u32, [args![1_i128, list(&path)]]);
    let large = [args![i128::MAX, list(&[btc, usdc])]];
    table.refused(stranger, "router_get_amounts_out", E::AmountTooLarge as u32, large);
    table.refused(stranger, "router_get_amounts_in", E::AmountTooLarge as u32, [args![i128::MAX, list(&path)]]);
}

/// Paths that are empty, too short, too long, in circles, or through what is no token.
fn wrong_paths(market: &Market) -> Vec<(E, Vec<Address>)> {
    let (usdc, xlm, btc) = (market.usdc.address(), market.xlm().address(), market.assets[1].address());
    let mut paths = vec![
        (E::PathLengthOutOfRange, vec![]),
        (E::PathLengthOutOfRange, vec![usdc.clone()]),
        (
            E::PathLengthOutOfRange,
            [xlm.clone(), usdc.clone()].into_iter().cycle().take(MAX_PATH as usize + 1).collect(),
        ),
        (E::PathLengthOutOfRange, vec![xlm.clone(); 1_000]),
        (E::UnknownPair, vec![usdc.clone(), usdc.clone()]),
        (E::UnknownPair, vec![xlm.clone(), btc]),
    ];
    for nobody in nobodies(market) {
        paths.push((E::UnknownPair, vec![usdc.clone(), nobody.clone()]));
        paths.push((E::UnknownPair, vec![nobody, usdc.clone()]));
    }
    paths
}

fn nobodies(market: &Market) -> Vec<Address> {
    vec![
        unborn().address(),
        market.people.alice.address(),
        undeployed().address(),
        market.own_feed.address(),
        market.exchange.address(),
    ]
}

fn pairs(table: &mut Table, market: &Market) {
    let (admin, stranger) = (&market.people.admin, &market.people.stranger);
    let (usdc, xlm, btc) = (market.usdc.address(), market.xlm().address(), market.assets[1].address());
    let with_usdc = |function: fn(&Address, &Address) -> Vec<ScVal>| {
        let nobodies = nobodies(market);
        let pairs: Vec<_> = nobodies.iter().flat_map(|a| [function(&usdc, a), function(a, &usdc)]).collect();
        pairs
    };
    table.refused(admin, "create_pair", E::IdenticalTokens as u32, [args![usdc, usdc], args![unborn(), unborn()]]);
    table.refused(admin, "create_pair", E::PairExists as u32, [args![usdc, xlm], args![xlm, usdc]]);
    let no_tokens = [
        unborn().address(),
        market.people.alice.address(),
        undeployed().address(),
        market.registry.address(),
        market.exchange.address(),
    ];
    for nobody in &no_tokens {
        table.refused(admin, "create_pair", E::TokenUnreadable as u32, [args![usdc, nobody], args![nobody, usdc]]);
    }

    table.refused(stranger, "router_pair_for", E::UnknownPair as u32, with_usdc(|a, b| args![a, b]));
    table.refused(stranger, "router_pair_for", E::UnknownPair as u32, [args![usdc, usdc], args![xlm, btc]]);

    table.refused(admin, "set_price_skew", E::UnknownPair as u32, with_usdc(|a, b| args![a, b, 0_i32]));
    table.refused(admin, "set_price_skew", E::UnknownPair as u32, [args![usdc, usdc, 0_i32], args![xlm, btc, 0_i32]]);
    let skews = [9_001, -9_001, i32::MAX, i32::MIN].map(|skew| args![xlm, usdc, skew]);
    table.refused(admin, "set_price_skew", E::SkewOutOfRange as u32, skews);

    let withdraw = "withdraw_inventory";
    table.refused(admin, withdraw, E::AmountNotPositive as u32, NOT_POSITIVE.map(|n| args![xlm, usdc, n, admin]));
    table.refused(admin, withdraw, E::InventoryShort as u32, [args![xlm, usdc, i128::MAX, admin]]);
    table.refused(admin, withdraw, E::InventoryShort as u32, [args![xlm, usdc, 2_000_001 * ONE, admin]]);
    table.refused(
        admin,
        withdraw,
        E::PayoutRefused as u32,
        [args![xlm, usdc, 1_i128, stranger], args![xlm, usdc, 1_i128, unborn()]],
    );
    let unknown =
        nobodies(market).into_iter().flat_map(|a| [args![usdc, a, 1_i128, admin], args![a, usdc, 1_i128, admin]]);
    table.refused(admin, withdraw, E::UnknownPair as u32, unknown);
}

fn terms(table: &mut Table, market: &Market) {
    let admin = &market.people.admin;
    table.refused(admin, "set_spread_bps", E::SpreadOutOfRange as u32, [1_001, 10_000, u32::MAX].map(|n| args![n]));
    let no_oracles = [
        unborn().address(),
        market.people.alice.address(),
        undeployed().address(),
        market.registry.address(),
        market.pool.0.address(),
        market.exchange.address(),
    ];
    table.refused(admin, "set_oracle", E::OracleUnreadable as u32, no_oracles.iter().map(|a| args![a]));

    // A wasm that nobody uploaded is the host's to refuse when the next pair is created: no contract can ask for it.
    let nothing = BytesN::from_array(&env(), &[0; 32]);
    let mut ledger = table.ledger.clone();
    ledger.invoke(admin, &market.exchange, "set_pair_wasm", args![nothing]).unwrap();
    let before = ledger.fingerprint();
    let pair = args![market.xlm(), market.assets[1]];
    assert_eq!(ledger.invoke(admin, &market.exchange, "create_pair", pair).unwrap_err().contract_error(), None);
    assert_eq!(ledger.fingerprint(), before);
    table.elsewhere("set_pair_wasm");
}
