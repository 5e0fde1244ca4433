//! Who must sign what: a call that goes through with the right signature fails in the ledger without it.

use crate::table::functions;
use crate::values::text;
use soroban_sdk::BytesN;
use std::collections::BTreeSet;
use test_suites::args;
use test_suites::ledger::xdr::{ScErrorCode, ScErrorType, ScVal};
use test_suites::ledger::{env, Account, Addressed, Contract, Ledger, Stage};
use test_suites::market::{terms, Market, PoolKind, MIN_STAKE, ONE};
use test_suites::pool::AuctionType;
use test_suites::wasm;

/// A call that only `signer` can make.
struct Signed {
    signer: Account,
    function: &'static str,
    arguments: Vec<ScVal>,
}

fn signed(signer: &Account, function: &'static str, arguments: Vec<ScVal>) -> Signed {
    Signed { signer: signer.clone(), function, arguments }
}

/// What an owner does in every contract of ours that has one, from a ledger made ready for it.
fn of_the_owner(ledger: &mut Ledger, market: &Market, contract: &Contract, wasm: &[u8]) -> Vec<Signed> {
    let (admin, alice) = (&market.people.admin, &market.people.alice);
    let hash = BytesN::from_array(&env(), &ledger.upload(admin, wasm).unwrap());
    ledger.invoke(admin, contract, "propose_upgrade", args![hash]).unwrap();
    ledger.close(17_280);
    market.refresh_prices(ledger).unwrap();
    let until = ledger.sequence() + 100;
    ledger.invoke(admin, contract, "transfer_ownership", args![alice, until]).unwrap();
    vec![
        signed(admin, "propose_upgrade", args![hash]),
        signed(admin, "upgrade", args![]),
        signed(admin, "transfer_ownership", args![alice, until]),
        signed(alice, "accept_ownership", args![]),
    ]
}

/// Every row goes through when signed and fails for want of a signature when a stranger calls; every other function of
/// the spec is one of `open`, which need none.
fn check(ledger: &Ledger, contract: &Contract, wasm: &[u8], rows: &[Signed], open: &[&str]) {
    let stranger = Account::named("stranger");
    for Signed { signer, function, arguments } in rows {
        let mut ledger = ledger.clone();
        let honest = ledger.clone().invoke(signer, contract, function, arguments.clone());
        assert!(honest.is_ok(), "{function}, signed: {}", honest.unwrap_err());
        let before = ledger.fingerprint();
        let failure = ledger.invoke(&stranger, contract, function, arguments.clone()).unwrap_err();
        assert_eq!(failure.stage, Stage::Applied, "{function}: {failure}");
        assert!(failure.is_host_error(ScErrorType::Auth, ScErrorCode::InvalidAction), "{function}: {failure}");
        assert_eq!(ledger.fingerprint(), before, "{function}");
    }
    let named = rows.iter().map(|row| row.function).chain(open.iter().copied()).map(String::from);
    let named: BTreeSet<String> = named.collect();
    let spec: BTreeSet<String> = functions(wasm).into_iter().map(|(name, _)| name).collect();
    assert_eq!(named, spec);
}

#[test]
fn nobody_calls_the_vault_in_anothers_name() {
    let (mut ledger, market) = Market::with_auction(PoolKind::Lab, 250);
    let people = &market.people;
    let (admin, alice, alpha, bob) = (&people.admin, &people.alice, &people.alpha, &people.bob);
    let vault = &market.vault;
    // The auction that is open would be stale after the upgrade's delay; what is left of it is filled before.
    let plan = market.plan(&ledger, 100).unwrap();
    let liquidate = [signed(alpha, "liquidate", args![alpha, plan])];
    let everything = functions(&wasm::NECTAR_VAULT);
    let others: Vec<&str> =
        everything.iter().map(|(name, _)| name.as_str()).filter(|name| *name != "liquidate").collect();
    check(&ledger, vault, &wasm::NECTAR_VAULT, &liquidate, &others);

    let mut rows = of_the_owner(&mut ledger, &market, vault, &wasm::NECTAR_VAULT);
    ledger.invoke(alpha, vault, "draw", args![alpha, 100_i128]).unwrap();
    ledger.invoke(alice, vault, "approve", args![alice, bob, 100_i128, ledger.sequence() + 100]).unwrap();
    rows.extend([
        signed(alice, "deposit", args![alice, ONE]),
        signed(alice, "withdraw", args![alice, ONE * 1_000_000]),
        signed(alpha, "draw", args![alpha, ONE]),
        signed(alpha, "return_proceeds", args![alpha, 100_i128]),
        signed(alice, "transfer", args![alice, bob, 1_i128]),
        signed(alice, "approve", args![alice, bob, 1_i128, ledger.sequence() + 10]),
        signed(bob, "transfer_from", args![bob, alice, bob, 1_i128]),
        signed(alice, "burn", args![alice, 1_i128]),
        signed(bob, "burn_from", args![bob, alice, 1_i128]),
        signed(admin, "set_config", args![terms()]),
        signed(admin, "allow_pool", args![market.pool.0, true]),
        signed(admin, "allow_exchange", args![market.exchange, true]),
        signed(admin, "set_asset", args![market.xlm(), market.own_feed, 600_u64, 300_u32]),
        signed(admin, "remove_asset", args![market.xlm()]),
    ]);
    let open = [
        "__constructor",
        "allowance",
        "balance",
        "decimals",
        "get_config",
        "get_keeper_record",
        "get_owner",
        "get_state",
        "liquidate",
        "max_withdraw",
        "name",
        "position",
        "preview_deposit",
        "preview_redeem",
        "renounce_ownership",
        "settle_overdue",
        "share_price",
        "stake_needed",
        "symbol",
    ];
    check(&ledger, vault, &wasm::NECTAR_VAULT, &rows, &open);
    assert!(market.pool.get_auction(&ledger, AuctionType::UserLiquidation, &people.borrower).is_ok());
}

#[test]
fn nobody_calls_the_registry_in_anothers_name_and_only_the_vault_slashes() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let people = &market.people;
    let (admin, alice, alpha) = (&people.admin, &people.alice, &people.alpha);
    let registry = &market.registry;
    let mut rows = of_the_owner(&mut ledger, &market, registry, &wasm::KEEPER_REGISTRY);
    rows.extend([
        signed(alice, "register", args![alice, text("alice"), MIN_STAKE]),
        signed(alpha, "add_stake", args![alpha, 1_i128]),
        signed(alpha, "remove_stake", args![alpha, 1_i128]),
        signed(alpha, "deregister", args![alpha]),
        signed(admin, "set_min_stake", args![MIN_STAKE]),
        signed(admin, "pause", args![]),
    ]);
    let open = [
        "__constructor",
        "clearance",
        "get_config",
        "get_keeper",
        "get_keepers",
        "get_keepers_page",
        "get_owner",
        "is_active",
        "keeper_count",
        "paused",
        "renounce_ownership",
        "slash",
        "unpause",
    ];
    check(&ledger, registry, &wasm::KEEPER_REGISTRY, &rows, &open);

    ledger.invoke(admin, registry, "pause", args![]).unwrap();
    let everything = functions(&wasm::KEEPER_REGISTRY);
    let others: Vec<&str> =
        everything.iter().map(|(name, _)| name.as_str()).filter(|name| *name != "unpause").collect();
    check(&ledger, registry, &wasm::KEEPER_REGISTRY, &[signed(admin, "unpause", args![])], &others);

    // The vault is a contract and signs by calling; whoever else calls, the keeper's stake stays.
    let before = ledger.fingerprint();
    for caller in [admin, alpha, &people.stranger] {
        let failure = ledger.invoke(caller, registry, "slash", args![alpha, ONE]).unwrap_err();
        assert!(failure.is_host_error(ScErrorType::Auth, ScErrorCode::InvalidAction), "{failure}");
    }
    assert_eq!(ledger.fingerprint(), before);
}

#[test]
fn nobody_but_its_owner_sets_what_the_oracle_says() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let admin = &market.people.admin;
    let feed = &market.own_feed;
    let mut rows = of_the_owner(&mut ledger, &market, feed, &wasm::LAB_ORACLE);
    let asset = lab_oracle::Asset::Stellar(market.xlm().sdk_address());
    let (assets, prices) = (crate::values::list(std::slice::from_ref(&asset)), crate::values::list(&[1_i128]));
    rows.extend([
        signed(admin, "set_price", args![asset, 1_i128]),
        signed(admin, "set_price_at", args![asset, 1_i128, 1_u64]),
        signed(admin, "set_prices", args![assets, prices]),
        signed(admin, "set_unit", args![asset, 7_u32]),
        signed(admin, "set_resolution", args![60_u32]),
    ]);
    let open = [
        "__constructor",
        "assets",
        "base",
        "decimals",
        "get_owner",
        "lastprice",
        "lastprices",
        "price",
        "prices",
        "renounce_ownership",
        "resolution",
    ];
    check(&ledger, feed, &wasm::LAB_ORACLE, &rows, &open);
}

#[test]
fn nobody_trades_in_anothers_name_and_only_its_owner_rules_the_exchange() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let (admin, lender) = (&market.people.admin, &market.people.lender);
    let exchange = &market.exchange;
    let mut rows = of_the_owner(&mut ledger, &market, exchange, &wasm::LAB_EXCHANGE);
    let (xlm, btc, usdc) = (market.xlm(), &market.assets[1], &market.usdc);
    let hash = BytesN::from_array(&env(), &[7; 32]);
    rows.extend([
        signed(admin, "create_pair", args![xlm, btc]),
        signed(admin, "set_spread_bps", args![10_u32]),
        signed(admin, "set_oracle", args![market.pool_feed]),
        signed(admin, "set_pair_wasm", args![hash]),
        signed(admin, "set_price_skew", args![xlm, usdc, 1_i32]),
        signed(admin, "withdraw_inventory", args![xlm, usdc, 1_i128, admin]),
    ]);
    let (path, soon) = (crate::values::list(&[usdc.address(), xlm.address()]), ledger.timestamp() + 60);
    ledger.mint(usdc, lender, 100 * ONE).unwrap();
    rows.extend([
        signed(lender, "swap_exact_tokens_for_tokens", args![ONE, 0_i128, path, lender, soon]),
        signed(lender, "swap_tokens_for_exact_tokens", args![ONE, ONE, path, lender, soon]),
    ]);
    let open = [
        "__constructor",
        "get_config",
        "get_owner",
        "renounce_ownership",
        "router_get_amounts_in",
        "router_get_amounts_out",
        "router_pair_for",
    ];
    check(&ledger, exchange, &wasm::LAB_EXCHANGE, &rows, &open);

    // A pair obeys its router, which is a contract and signs by calling.
    let pair: soroban_sdk::Address = ledger.read(exchange, "router_pair_for", args![xlm, usdc]).unwrap();
    let before = ledger.fingerprint();
    for caller in [admin, lender, &market.people.stranger] {
        let failure = ledger.invoke(caller, &Contract::at(&pair), "pay", args![usdc, lender, 1_i128]).unwrap_err();
        assert!(failure.is_host_error(ScErrorType::Auth, ScErrorCode::InvalidAction), "{failure}");
    }
    assert_eq!(ledger.fingerprint(), before);
}
