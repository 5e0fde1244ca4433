//! Depositors: what they can lose to one another, and what they can take out.

use crate::{refused, solvent};
use soroban_sdk::String;
use test_suites::args;
use test_suites::market::{Market, PoolKind, ONE};

#[test]
fn a_stroop_first_and_a_donation_of_ten_million_take_nothing_from_the_next_depositor_and_the_attacker_loses_it() {
    let (mut ledger, market) = Market::open(PoolKind::Lab);
    let (attacker, victim) = (&market.people.bob, &market.people.alice);
    let fortune = 10_000_000 * ONE;
    ledger.mint(&market.usdc, attacker, fortune).unwrap();
    let before = ledger.balance(&market.usdc, attacker);
    let shares: i128 = market.deposit(&mut ledger, attacker, 1).unwrap().value();
    ledger.invoke(attacker, &market.usdc, "transfer", args![attacker, market.vault, fortune]).unwrap();
    market.deposit(&mut ledger, victim, 50_000 * ONE).unwrap();
    let (_, value) = market.position(&ledger, victim);
    assert!(50_000 * ONE - value <= 50, "the victim lost {} stroops", 50_000 * ONE - value);
    market.withdraw(&mut ledger, attacker, shares).unwrap();
    assert_eq!(before - ledger.balance(&market.usdc, attacker), fortune, "the donation is gone");
    solvent(&ledger, &market);
}

#[test]
fn a_donation_of_usdc_changes_no_price() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let before = market.state(&ledger);
    ledger.mint(&market.usdc, &market.vault, 5_000 * ONE).unwrap();
    assert_eq!(market.state(&ledger), before);
}

#[test]
fn depositing_just_before_or_just_after_a_return_gains_nothing_from_it() {
    for before_it in [true, false] {
        let (mut ledger, market) = Market::funded(PoolKind::Lab);
        let (keeper, sniper) = (&market.people.alpha, &market.people.bob);
        market.draw(&mut ledger, keeper, 10_000 * ONE).unwrap();
        let mut shares: i128 = 0;
        if before_it {
            shares = market.deposit(&mut ledger, sniper, 50_000 * ONE).unwrap().value();
        }
        market.return_proceeds(&mut ledger, keeper, 11_000 * ONE).unwrap();
        if !before_it {
            shares = market.deposit(&mut ledger, sniper, 50_000 * ONE).unwrap().value();
        }
        let paid: i128 = market.withdraw(&mut ledger, sniper, shares).unwrap().value();
        assert!(paid <= 50_000 * ONE, "gained {} stroops", paid - 50_000 * ONE);
        solvent(&ledger, &market);
    }
}

#[test]
fn a_withdrawal_beyond_idle_capital_is_our_error_and_tells_how_much_there_is() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    for keeper in [&market.people.alpha, &market.people.beta] {
        market.draw(&mut ledger, keeper, 18_000 * ONE).unwrap();
    }
    market.withdraw(&mut ledger, &market.people.bob, 40_000 * ONE * 1_000_000).unwrap();
    let idle = market.state(&ledger).idle;
    let shares = market.position(&ledger, &market.people.alice).0;
    let outcome = market.withdraw(&mut ledger, &market.people.alice, shares);
    refused(outcome.clone(), 201);
    let most: i128 = ledger.read(&market.vault, "max_withdraw", args![market.people.alice]).unwrap();
    assert_eq!(most, idle);
}

#[test]
fn profit_reaches_depositors_ledger_by_ledger_and_all_of_it() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    market.draw(&mut ledger, &market.people.alpha, 10_000 * ONE).unwrap();
    market.return_proceeds(&mut ledger, &market.people.alpha, 10_720 * ONE).unwrap();
    let start = market.state(&ledger).total_assets;
    // 648 USDC are left after the fee of 10 %, over 720 ledgers.
    let vested = [1, 360, 720].map(|ledgers| {
        let mut later = ledger.clone();
        later.close(ledgers);
        market.state(&later).total_assets - start
    });
    assert_eq!(vested, [648 * ONE / 720, 324 * ONE, 648 * ONE]);
}

#[test]
fn the_cap_and_the_cooldown_hold_when_set_and_a_transfer_carries_the_cooldown_along() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let people = &market.people;
    let config =
        nectar_vault::Config { deposit_cap: 100_110 * ONE, withdraw_cooldown: 100, ..test_suites::market::terms() };
    market.configure(&mut ledger, config).unwrap();
    refused(market.deposit(&mut ledger, &people.bob, 101 * ONE), 204);
    let fresh: i128 = market.deposit(&mut ledger, &people.bob, 100 * ONE).unwrap().value();
    refused(market.withdraw(&mut ledger, &people.bob, 1_000_000), 205);
    ledger.invoke(&people.bob, &market.vault, "transfer", args![people.bob, people.beta, fresh]).unwrap();
    refused(market.withdraw(&mut ledger, &people.beta, fresh), 205);
    // Dust from a holder in its cooldown does not hold up somebody else's old shares.
    ledger.invoke(&people.bob, &market.vault, "transfer", args![people.bob, people.alice, 1_i128]).unwrap();
    market.withdraw(&mut ledger, &people.alice, 1_000_000).unwrap();
    ledger.close(100);
    market.withdraw(&mut ledger, &people.beta, fresh).unwrap();
}

#[test]
fn shares_cannot_be_sent_to_the_vault_and_burnt_ones_belong_to_the_others() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let people = &market.people;
    refused(ledger.invoke(&people.bob, &market.vault, "transfer", args![people.bob, market.vault, 1_i128]), 219);
    let price = market.state(&ledger).share_price;
    let shares = market.position(&ledger, &people.bob).0;
    ledger.invoke(&people.bob, &market.vault, "burn", args![people.bob, shares]).unwrap();
    assert!(market.state(&ledger).share_price > price);
    solvent(&ledger, &market);
}

#[test]
fn a_share_is_a_token_of_thirteen_decimals_with_a_name_and_a_symbol() {
    let (ledger, market) = Market::open(PoolKind::Lab);
    let decimals: u32 = ledger.read(&market.vault, "decimals", args![]).unwrap();
    assert_eq!(decimals, 13);
    let text = |function| ledger.read::<String>(&market.vault, function, args![]).unwrap().to_string();
    assert_eq!((text("name"), text("symbol")), ("Nectar Vault Share".to_string(), "nUSDC".to_string()));
}
