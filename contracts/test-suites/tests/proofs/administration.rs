//! The owner: fixed by the deployer, handed over in two steps, and unable to surprise.

use crate::refused;
use soroban_sdk::{Address, BytesN};
use test_suites::args;
use test_suites::ledger::{env, Addressed, Contract, Ledger};
use test_suites::market::{terms, Market, PoolKind, ONE};
use test_suites::wasm;

fn ours(market: &Market) -> [(Contract, u32); 2] {
    [(market.vault, 216), (market.registry, 310)]
}

#[test]
fn nobody_but_the_deployer_decides_the_constructors_values() {
    let (mut ledger, market) = Market::open(PoolKind::Lab);
    let (admin, stranger) = (&market.people.admin, &market.people.bob);
    // The constructor runs with the deployment and never again.
    let again = args![stranger, market.usdc, market.registry, terms()];
    assert!(ledger.invoke(stranger, &market.vault, "__constructor", again).is_err());
    // A stranger who deploys cannot make the admin pay the seed or own what it did not sign for.
    let hash = ledger.upload(stranger, &wasm::NECTAR_VAULT).unwrap();
    let forced = args![admin, market.usdc, market.registry, terms()];
    assert!(ledger.deploy(stranger, hash, [9; 32], forced).is_err());
    let owner: Option<Address> = ledger.read(&market.vault, "get_owner", args![]).unwrap();
    assert_eq!(owner, Some(admin.address()));
}

#[test]
fn the_constructor_locks_ten_usdc_of_the_admins_for_ever() {
    let (ledger, market) = Market::open(PoolKind::Lab);
    assert_eq!(market.state(&ledger).idle, 10 * ONE);
    let (shares, _) = market.position(&ledger, &market.vault);
    assert_eq!(shares, market.state(&ledger).total_shares);
}

#[test]
fn ownership_takes_two_steps_and_is_never_renounced() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let (admin, heir) = (&market.people.admin, &market.people.bob);
    for (contract, number) in ours(&market) {
        refused(ledger.invoke(admin, &contract, "renounce_ownership", args![]), number);
        let until = ledger.sequence() + 1_000;
        ledger.invoke(admin, &contract, "transfer_ownership", args![heir, until]).unwrap();
        let owner = |ledger: &Ledger| ledger.read::<Option<Address>>(&contract, "get_owner", args![]).unwrap();
        assert_eq!(owner(&ledger), Some(admin.sdk_address()));
        assert!(ledger.invoke(&market.people.beta, &contract, "accept_ownership", args![]).is_err());
        ledger.invoke(heir, &contract, "accept_ownership", args![]).unwrap();
        assert_eq!(owner(&ledger), Some(heir.sdk_address()));
    }
}

#[test]
fn only_the_owner_sets_anything() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let thief = &market.people.alpha;
    let hash = BytesN::from_array(&env(), &[1; 32]);
    let before = ledger.fingerprint();
    let calls = [
        ("set_config", args![terms()]),
        ("allow_pool", args![market.pool.0, false]),
        ("allow_exchange", args![market.exchange, false]),
        ("set_asset", args![market.usdc, market.own_feed, 60_u64, 100_u32]),
        ("remove_asset", args![market.usdc]),
        ("propose_upgrade", args![hash]),
        ("upgrade", args![]),
    ];
    for (function, arguments) in calls {
        assert!(ledger.invoke(thief, &market.vault, function, arguments).is_err(), "{function}");
    }
    for (function, arguments) in [("set_min_stake", args![ONE]), ("slash", args![market.people.beta, ONE])] {
        assert!(ledger.invoke(thief, &market.registry, function, arguments).is_err(), "{function}");
    }
    assert_eq!(ledger.fingerprint(), before);
}
