//! A year of ledgers with the network's own lifetimes: what is touched once a month lives, what nobody touches is
//! archived and comes back whole.

use test_suites::args;
use test_suites::ledger::xdr::{ContractDataDurability, LedgerKey, ScAddress, ScVal};
use test_suites::ledger::{Account, Addressed, Ledger, ToScVal};
use test_suites::market::{terms, Market, PoolKind, ONE};

/// Thirty days of ledgers.
const MONTH: u32 = 30 * 17_280;

/// The entry of somebody, by the name of its key, if it is live.
fn live(ledger: &Ledger, contract: &impl Addressed, name: &str, who: &Account) -> Option<ScVal> {
    let key = (soroban_sdk::Symbol::new(&test_suites::ledger::env(), name), who.address()).to_scval();
    ledger.data(contract, key, ContractDataDurability::Persistent)
}

/// Entries and code of vault and registry whose time is over.
fn archived(ledger: &Ledger, market: &Market) -> usize {
    let ours: [ScAddress; 2] = [market.vault.sc_address(), market.registry.sc_address()];
    let over = ledger.entries().filter(|(_, _, live_until)| live_until.is_some_and(|last| last < ledger.sequence()));
    over.filter(|(key, ..)| match key {
        LedgerKey::ContractData(key) => ours.contains(&key.contract),
        _ => false,
    })
    .count()
}

#[test]
fn a_year_with_one_touch_a_month_archives_nothing() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let people = market.people.clone();
    let before = [&people.alice, &people.bob].map(|user| market.position(&ledger, user));
    for _ in 0..12 {
        // Each touches its own once, ten days after the one before; nothing else happens.
        ledger.close(MONTH / 3);
        market.draw(&mut ledger, &people.alpha, 100 * ONE).unwrap();
        market.return_proceeds(&mut ledger, &people.alpha, 100 * ONE).unwrap();
        market.draw(&mut ledger, &people.beta, 100 * ONE).unwrap();
        market.return_proceeds(&mut ledger, &people.beta, 100 * ONE).unwrap();
        ledger.close(MONTH / 3);
        market.deposit(&mut ledger, &people.alice, ONE).unwrap();
        ledger.close(MONTH / 3);
        market.deposit(&mut ledger, &people.bob, ONE).unwrap();
        for user in [&people.alice, &people.bob] {
            assert!(live(&ledger, &market.vault, "Balance", user).is_some());
        }
        for keeper in [&people.alpha, &people.beta] {
            assert!(live(&ledger, &market.registry, "Keeper", keeper).is_some());
            assert!(live(&ledger, &market.vault, "Keeper", keeper).is_some());
        }
        // The market's listings, which no call needed, and the seed's shares wait in the archive.
        assert!(ledger.read::<nectar_vault::Config>(&market.vault, "get_config", args![]).unwrap() == terms());
    }
    for (user, (shares, worth)) in [&people.alice, &people.bob].into_iter().zip(before) {
        let (now, worth_now) = market.position(&ledger, user);
        assert_eq!((now, worth_now), (shares + 12 * ONE * 1_000_000, worth + 12 * ONE));
        market.withdraw(&mut ledger, user, now).unwrap();
    }
    for keeper in [&people.alpha, &people.beta] {
        let refund: i128 = market.deregister(&mut ledger, keeper).unwrap().value();
        assert_eq!(refund, 20_000 * ONE);
    }
}

#[test]
fn what_nobody_touched_for_a_year_is_archived_and_restored_whole_by_the_call_that_needs_it() {
    let (mut ledger, market) = Market::with_auction(PoolKind::Lab, 185);
    let people = market.people.clone();
    market.draw(&mut ledger, &people.beta, 100 * ONE).unwrap();
    market.return_proceeds(&mut ledger, &people.beta, 100 * ONE).unwrap();
    let before = market.position(&ledger, &people.alice);
    let record = market.record(&ledger, &people.beta);
    assert_eq!(archived(&ledger, &market), 0);

    ledger.close(365 * 17_280);
    assert_eq!(live(&ledger, &market.vault, "Balance", &people.alice), None);
    assert_eq!(live(&ledger, &market.registry, "Keeper", &people.beta), None);
    assert!(archived(&ledger, &market) >= 10, "{}", archived(&ledger, &market));

    // Reading simulates, and a simulation restores what it reads.
    assert_eq!(market.position(&ledger, &people.alice), before);
    assert_eq!(market.record(&ledger, &people.beta), record);
    let receipt = market.withdraw(&mut ledger, &people.alice, before.0).unwrap();
    assert_eq!(receipt.value::<i128>(), before.1);
    assert!(receipt.resources.disk_read_entries > 0 && receipt.fee.rent > 0, "{receipt:?}");
    let refund: i128 = market.deregister(&mut ledger, &people.beta).unwrap().value();
    assert_eq!(refund, 20_000 * ONE);
    // Settings, listings and the other depositor's shares came back as they were.
    market.refresh_prices(&mut ledger).unwrap();
    assert_eq!(ledger.read::<nectar_vault::Config>(&market.vault, "get_config", args![]).unwrap(), terms());
    let (shares, worth) = market.position(&ledger, &people.bob);
    let paid: i128 = market.withdraw(&mut ledger, &people.bob, shares).unwrap().value();
    assert_eq!(paid, worth);
}
