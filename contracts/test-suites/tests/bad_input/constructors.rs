//! Constructors. The host keeps their numbers from callers and shows them in the diagnostics, where these look.

use crate::values::{unborn, undeployed};
use keeper_registry::RegistryError;
use lab_exchange::ExchangeError;
use lab_oracle::{Asset, OracleError};
use nectar_vault::{Config, VaultError};
use soroban_sdk::{BytesN, Symbol};
use test_suites::args;
use test_suites::ledger::xdr::ScVal;
use test_suites::ledger::{env, Account, Ledger, ToScVal};
use test_suites::market::{terms, Market, People, PoolKind, MIN_STAKE, ONE};
use test_suites::wasm;

/// `admin` deploys `wasm` with each of `rows`: nothing is deployed, for the reason of that number.
fn refused(ledger: &mut Ledger, admin: &Account, wasm: &[u8], rows: impl IntoIterator<Item = (u32, Vec<ScVal>)>) {
    let hash = ledger.upload(admin, wasm).unwrap();
    for (number, arguments) in rows {
        let before = ledger.fingerprint();
        let failure = ledger.deploy(admin, hash, [88; 32], arguments.clone()).unwrap_err();
        assert!(failure.mentions_contract_error(number), "{number} for {arguments:?}: {:?}", failure.trail);
        assert_eq!(ledger.fingerprint(), before, "{arguments:?}");
    }
}

#[test]
fn a_registry_with_bad_values_is_not_deployed() {
    let (mut ledger, market) = Market::open(PoolKind::Lab);
    let admin = &market.people.admin;
    let with_least = |least: i128| args![admin, market.vault, market.usdc, least];
    let amounts = [0, 1, -1, ONE - 1, i128::MIN, i128::MAX, 100_000_000_000_000_001];
    let rows = amounts.map(|n| (RegistryError::InvalidMinStake as u32, with_least(n)));
    refused(&mut ledger, admin, &wasm::KEEPER_REGISTRY, rows);
    let no_tokens = [undeployed(), market.own_feed];
    let rows = no_tokens.map(|a| (RegistryError::TokenRefused as u32, args![admin, market.vault, a, MIN_STAKE]));
    refused(&mut ledger, admin, &wasm::KEEPER_REGISTRY, rows);
}

#[test]
fn a_registry_whose_vault_is_an_account_is_not_deployed_and_one_whose_vault_is_yet_to_come_is() {
    let (mut ledger, market) = Market::open(PoolKind::Lab);
    let admin = &market.people.admin;
    let accounts = [market.people.alice.to_scval(), admin.to_scval(), unborn().to_scval()];
    let rows = accounts.map(|a| (RegistryError::VaultRefused as u32, args![admin, a, market.usdc, MIN_STAKE]));
    refused(&mut ledger, admin, &wasm::KEEPER_REGISTRY, rows);
    let hash = ledger.upload(admin, &wasm::KEEPER_REGISTRY).unwrap();
    ledger.deploy(admin, hash, [88; 32], args![admin, undeployed(), market.usdc, MIN_STAKE]).unwrap();
}

#[test]
fn a_vault_with_bad_values_or_without_its_seed_is_not_deployed() {
    let (mut ledger, market) = Market::open(PoolKind::Lab);
    let People { admin, stranger, .. } = market.people.clone();
    let (usdc, registry) = (&market.usdc, &market.registry);
    let bad = Config { vesting_ledgers: 0, ..terms() };
    let rows = [
        (VaultError::InvalidConfig, args![admin, usdc, registry, bad]),
        (VaultError::NotAsExpected, args![admin, unborn(), registry, terms()]),
        (VaultError::NotAsExpected, args![admin, usdc, unborn(), terms()]),
        (VaultError::NotAsExpected, args![admin, usdc, admin, terms()]),
        (VaultError::TokenRefused, args![admin, undeployed(), registry, terms()]),
        (VaultError::TokenRefused, args![admin, registry, registry, terms()]),
    ];
    refused(&mut ledger, &admin, &wasm::NECTAR_VAULT, rows.map(|(number, row)| (number as u32, row)));
    // A stranger has no USDC to lock.
    let poor = [(VaultError::TokenRefused as u32, args![stranger, usdc, registry, terms()])];
    refused(&mut ledger, &stranger, &wasm::NECTAR_VAULT, poor);
}

#[test]
fn an_oracle_with_bad_values_is_not_deployed() {
    let (mut ledger, market) = Market::open(PoolKind::Lab);
    let admin = &market.people.admin;
    let base = Asset::Other(Symbol::new(&env(), "USD"));
    let decimals = [19, u32::MAX].map(|n| (OracleError::DecimalsTooHigh as u32, args![admin, base, n, 300_u32]));
    let resolution = [0, 86_401, u32::MAX];
    let resolution = resolution.map(|n| (OracleError::ResolutionOutOfRange as u32, args![admin, base, 7_u32, n]));
    refused(&mut ledger, admin, &wasm::LAB_ORACLE, decimals.into_iter().chain(resolution));
}

#[test]
fn an_exchange_with_bad_values_is_not_deployed() {
    let (mut ledger, market) = Market::open(PoolKind::Lab);
    let admin = &market.people.admin;
    let pair = BytesN::from_array(&env(), &ledger.upload(admin, &wasm::LAB_EXCHANGE_PAIR).unwrap());
    let spreads = [1_001, 10_000, u32::MAX];
    let spreads = spreads.map(|n| (ExchangeError::SpreadOutOfRange as u32, args![admin, market.own_feed, pair, n]));
    refused(&mut ledger, admin, &wasm::LAB_EXCHANGE, spreads);
    let unreadable = ExchangeError::OracleUnreadable as u32;
    refused(&mut ledger, admin, &wasm::LAB_EXCHANGE, [(unreadable, args![admin, unborn(), pair, 30_u32])]);
    let no_oracles = [undeployed(), market.registry];
    let rows = no_oracles.map(|a| (unreadable, args![admin, a, pair, 30_u32]));
    refused(&mut ledger, admin, &wasm::LAB_EXCHANGE, rows);
}
