use lab_oracle::{Asset, LabOracle};
use soroban_sdk::{
    testutils::{Address as _, EnvTestConfig, Events as _, Ledger},
    Address, BytesN, Env, Event, Symbol,
};

use super::market;
use crate::{Config, ExchangeError, LabExchange, OracleSet, PairWasmSet, SpreadSet, MAX_SPREAD_BPS};

#[test]
fn the_terms_are_the_constructors_until_they_are_set_and_every_setting_tells_an_event() {
    let market = market(30);
    let (oracle, pair_wasm) = (market.oracle.address.clone(), market.pair_wasm.clone());
    assert_eq!(market.router.get_config(), Config { oracle, pair_wasm, spread_bps: 30 });

    let router = &market.router.address;
    market.router.set_spread_bps(&MAX_SPREAD_BPS);
    let event = SpreadSet { spread_bps: MAX_SPREAD_BPS };
    assert_eq!(market.e.events().all(), std::vec![event.to_xdr(&market.e, router)]);

    let pair_wasm = BytesN::from_array(&market.e, &[9; 32]);
    market.router.set_pair_wasm(&pair_wasm);
    let event = PairWasmSet { pair_wasm: pair_wasm.clone() };
    assert_eq!(market.e.events().all(), std::vec![event.to_xdr(&market.e, router)]);

    let usd = Asset::Other(Symbol::new(&market.e, "USD"));
    let oracle = market.e.register(LabOracle, (&market.admin, usd, 14u32, 300u32));
    market.router.set_oracle(&oracle);
    let event = OracleSet { oracle: oracle.clone() };
    assert_eq!(market.e.events().all(), std::vec![event.to_xdr(&market.e, router)]);
    assert_eq!(market.router.get_config(), Config { oracle, pair_wasm, spread_bps: MAX_SPREAD_BPS });
}

#[test]
fn a_spread_over_ten_percent_and_an_oracle_that_does_not_answer_are_refused() {
    let market = market(30);
    for spread_bps in [MAX_SPREAD_BPS + 1, u32::MAX] {
        let refused = market.router.try_set_spread_bps(&spread_bps);
        assert_eq!(refused, Err(Ok(ExchangeError::SpreadOutOfRange)));
    }
    for oracle in [Address::generate(&market.e), market.router.address.clone()] {
        let refused = market.router.try_set_oracle(&oracle);
        assert_eq!(refused, Err(Ok(ExchangeError::OracleUnreadable)));
    }
}

#[test]
#[should_panic(expected = "Error(Contract, #517)")]
fn no_exchange_starts_with_a_spread_over_ten_percent() {
    market(MAX_SPREAD_BPS + 1);
}

#[test]
#[should_panic(expected = "Error(Contract, #519)")]
fn no_exchange_starts_without_an_oracle() {
    let e = Env::new_with_config(EnvTestConfig { capture_snapshot_at_drop: false });
    let (admin, nobody) = (Address::generate(&e), Address::generate(&e));
    e.register(LabExchange, (&admin, &nobody, BytesN::from_array(&e, &[0; 32]), 0u32));
}

#[test]
fn without_the_owners_signature_nothing_is_set() {
    let market = market(30);
    let (a, b) = (market.token(7, 1), market.token(7, 1));
    let pair = market.pair(&a, &b);
    let config = market.router.get_config();
    let other = market.e.register(super::TestToken, (7u32,));
    let hash = BytesN::from_array(&market.e, &[1; 32]);
    market.e.set_auths(&[]);
    assert!(market.router.try_create_pair(&a.address, &other).is_err());
    assert!(market.router.try_set_spread_bps(&1).is_err());
    assert!(market.router.try_set_oracle(&market.oracle.address).is_err());
    assert!(market.router.try_set_pair_wasm(&hash).is_err());
    assert!(market.router.try_set_price_skew(&a.address, &b.address, &1).is_err());
    assert!(market.router.try_withdraw_inventory(&a.address, &b.address, &1, &other).is_err());
    assert!(market.router.try_propose_upgrade(&hash).is_err());
    assert!(market.router.try_upgrade().is_err());
    assert!(market.router.try_transfer_ownership(&other, &500).is_err());
    assert_eq!(market.router.get_config(), config);
    assert_eq!(market.router.get_owner(), Some(market.admin));
    assert_eq!((a.balance(&pair), a.balance(&other)), (super::STOCK, 0));
}

#[test]
fn ownership_is_handed_over_in_two_steps_and_never_renounced() {
    let market = market(0);
    let next = Address::generate(&market.e);
    market.router.transfer_ownership(&next, &(market.e.ledger().sequence() + 100));
    assert_eq!(market.router.get_owner(), Some(market.admin.clone()));
    market.router.accept_ownership();
    assert_eq!(market.router.get_owner(), Some(next));
    let refused = market.router.try_renounce_ownership().err().unwrap().ok();
    assert_eq!(refused, Some(ExchangeError::RenounceRefused));
}

#[test]
fn an_upgrade_waits_for_its_delay() {
    let market = market(0);
    assert_eq!(market.router.try_upgrade(), Err(Ok(ExchangeError::UpgradeNotProposed)));
    let ready = market.router.propose_upgrade(&market.pair_wasm);
    assert_eq!(ready, market.e.ledger().sequence() + delayed_upgrade::DELAY_LEDGERS);
    market.e.ledger().set_sequence_number(ready - 1);
    assert_eq!(market.router.try_upgrade(), Err(Ok(ExchangeError::UpgradeTooEarly)));
}
