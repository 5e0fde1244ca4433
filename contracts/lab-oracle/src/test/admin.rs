use soroban_sdk::{
    testutils::{storage::Persistent as _, Address as _, Events as _, Ledger},
    vec, Address, BytesN, Event,
};

use super::{feed, token, usd, NOW};
use crate::{storage, Asset, FeedSet, OracleError, PriceSet};

#[test]
fn without_the_owners_signature_nothing_is_set() {
    let feed = feed();
    let asset = token(&feed.e);
    feed.client.set_price(&asset, &1);
    feed.e.set_auths(&[]);
    let hash = BytesN::from_array(&feed.e, &[1; 32]);
    assert!(feed.client.try_set_price(&asset, &2).is_err());
    assert!(feed.client.try_set_price_at(&asset, &2, &0).is_err());
    assert!(feed.client.try_set_prices(&vec![&feed.e, asset.clone()], &vec![&feed.e, 2]).is_err());
    assert!(feed.client.try_set_unit(&usd(&feed.e), &8).is_err());
    assert!(feed.client.try_set_resolution(&1).is_err());
    assert!(feed.client.try_propose_upgrade(&hash).is_err());
    assert!(feed.client.try_upgrade().is_err());
    assert!(feed.client.try_transfer_ownership(&Address::generate(&feed.e), &500).is_err());
    assert_eq!(feed.client.lastprice(&asset).unwrap().price, 1);
    assert_eq!((feed.client.decimals(), feed.client.resolution()), (7, 300));
    assert_eq!(feed.client.get_owner(), Some(feed.admin));
}

#[test]
fn another_unit_drops_every_price_and_another_resolution_none() {
    let feed = feed();
    let assets = [token(&feed.e), Asset::Other(soroban_sdk::Symbol::new(&feed.e, "BTC"))];
    for asset in &assets {
        feed.client.set_price(asset, &1);
    }
    feed.client.set_resolution(&60);
    assert_eq!(feed.client.assets().len(), 2);
    feed.client.set_unit(&usd(&feed.e), &14);
    assert_eq!(feed.client.assets().len(), 0);
    for asset in &assets {
        assert_eq!(feed.client.lastprice(asset), None);
        assert_eq!(feed.client.prices(asset, &1), None);
        feed.client.set_price(asset, &2);
    }
    assert_eq!(feed.client.assets().len(), 2);
    assert_eq!((feed.client.base(), feed.client.decimals(), feed.client.resolution()), (usd(&feed.e), 14, 60));
}

#[test]
fn every_change_tells_an_event() {
    let feed = feed();
    let (id, asset) = (&feed.client.address, token(&feed.e));
    feed.client.set_price_at(&asset, &5, &(NOW - 1));
    let event = PriceSet { asset, price: 5, timestamp: NOW - 1 };
    assert_eq!(feed.e.events().all(), std::vec![event.to_xdr(&feed.e, id)]);
    feed.client.set_resolution(&60);
    let event = FeedSet { base: usd(&feed.e), decimals: 7, resolution: 60 };
    assert_eq!(feed.e.events().all(), std::vec![event.to_xdr(&feed.e, id)]);
}

#[test]
fn ownership_is_handed_over_in_two_steps_and_never_renounced() {
    let feed = feed();
    let next = Address::generate(&feed.e);
    feed.client.transfer_ownership(&next, &(feed.e.ledger().sequence() + 100));
    assert_eq!(feed.client.get_owner(), Some(feed.admin.clone()));
    feed.client.accept_ownership();
    assert_eq!(feed.client.get_owner(), Some(next));
    let refused = feed.client.try_renounce_ownership().err().unwrap().ok();
    assert_eq!(refused, Some(OracleError::RenounceRefused));
}

#[test]
fn an_upgrade_waits_for_its_delay() {
    let feed = feed();
    assert_eq!(feed.client.try_upgrade(), Err(Ok(OracleError::UpgradeNotProposed)));
    let ready = feed.client.propose_upgrade(&BytesN::from_array(&feed.e, &[1; 32]));
    assert_eq!(ready, feed.e.ledger().sequence() + delayed_upgrade::DELAY_LEDGERS);
    feed.e.ledger().set_sequence_number(ready - 1);
    assert_eq!(feed.client.try_upgrade(), Err(Ok(OracleError::UpgradeTooEarly)));
}

#[test]
fn a_write_keeps_the_history_alive_for_30_days() {
    let feed = feed();
    let asset = token(&feed.e);
    feed.client.set_price(&asset, &1);
    feed.e.as_contract(&feed.client.address, || {
        let key = storage::Key::History(asset.clone());
        assert_eq!(feed.e.storage().persistent().get_ttl(&key), 518_400);
    });
}
