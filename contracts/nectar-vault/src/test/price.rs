//! Which of an oracle's prices the vault uses.

use soroban_sdk::{
    contract, contractimpl, symbol_short, testutils::Address as _, testutils::Ledger as _, Address, Env,
};

use crate::{
    errors::VaultError,
    listing::Asset,
    oracle::{PriceData, PricedAsset},
    price, storage,
};

const NOW: u64 = 10_000;

/// Its last price is whatever lies in its storage, from the future too.
#[contract]
struct Feed;

#[contractimpl]
impl Feed {
    pub fn lastprice(e: Env, _asset: PricedAsset) -> Option<PriceData> {
        e.storage().instance().get(&symbol_short!("price"))
    }
}

#[contract]
struct Anything;

/// What the vault makes of the price of a 7-decimal asset with 14-decimal prices, none older than 600 seconds.
fn used(price: i128, timestamp: u64) -> Result<Option<i128>, VaultError> {
    let e = Env::default();
    e.ledger().set_timestamp(NOW);
    let oracle = e.register(Feed, ());
    e.as_contract(&oracle, || e.storage().instance().set(&symbol_short!("price"), &PriceData { price, timestamp }));
    let asset = Address::generate(&e);
    let listing = Asset { decimals: 7, max_age: 600, max_deviation_bps: 300, oracle, oracle_decimals: 14 };
    e.as_contract(&e.register(Anything, ()), || {
        storage::set_asset(&e, &asset, Some(&listing));
        price::own(&e, &asset).map(|(_, price)| price::floor(10_000_000, &price, &price, 0))
    })
}

#[test]
fn a_price_is_used_from_the_second_it_is_of_until_it_is_as_old_as_the_listing_allows() {
    let one = 100_000_000_000_000;
    assert_eq!(used(one, NOW), Ok(Some(10_000_000)));
    assert_eq!(used(one, NOW - 1), Ok(Some(10_000_000)));
    assert_eq!(used(one, NOW - 600), Ok(Some(10_000_000)));
    assert_eq!(used(one, NOW - 601), Err(VaultError::PriceUnusable));
    assert_eq!(used(one, 0), Err(VaultError::PriceUnusable));
}

#[test]
fn a_price_from_the_future_is_not_used() {
    for timestamp in [NOW + 1, NOW + 600, u64::MAX] {
        assert_eq!(used(1, timestamp), Err(VaultError::PriceUnusable), "{timestamp}");
    }
}

#[test]
fn a_price_is_positive_and_no_more_than_can_be_reckoned_with() {
    let most = 10_i128.pow(30);
    for (price, usable) in [(i128::MIN, false), (0, false), (1, true), (most, true), (most + 1, false)] {
        assert_eq!(used(price, NOW).is_ok(), usable, "{price}");
    }
}
