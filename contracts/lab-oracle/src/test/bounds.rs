use soroban_sdk::{testutils::Address as _, vec, Address};

use super::{env, feed, token, usd, NOW};
use crate::{LabOracle, OracleError, MAX_ASSETS, MAX_DECIMALS, MAX_PRICE, MAX_RESOLUTION};

#[test]
fn a_price_is_positive_and_at_most_ten_to_the_24th() {
    let feed = feed();
    let asset = token(&feed.e);
    for price in [0, -1, i128::MIN] {
        assert_eq!(feed.client.try_set_price(&asset, &price), Err(Ok(OracleError::PriceNotPositive)));
    }
    for price in [MAX_PRICE + 1, i128::MAX] {
        assert_eq!(feed.client.try_set_price(&asset, &price), Err(Ok(OracleError::PriceTooHigh)));
        let prices = vec![&feed.e, price];
        let many = feed.client.try_set_prices(&vec![&feed.e, asset.clone()], &prices);
        assert_eq!(many, Err(Ok(OracleError::PriceTooHigh)));
    }
    feed.client.set_price(&asset, &MAX_PRICE);
    assert_eq!(feed.client.lastprice(&asset).unwrap().price, MAX_PRICE);
}

#[test]
fn a_price_is_never_of_the_future() {
    let feed = feed();
    let asset = token(&feed.e);
    for timestamp in [NOW + 1, u64::MAX] {
        let refused = feed.client.try_set_price_at(&asset, &1, &timestamp);
        assert_eq!(refused, Err(Ok(OracleError::TimestampInFuture)));
    }
    feed.client.set_price_at(&asset, &1, &0);
    assert_eq!(feed.client.lastprice(&asset).unwrap().timestamp, 0);
}

#[test]
fn as_many_prices_as_assets_are_needed() {
    let feed = feed();
    let assets = vec![&feed.e, token(&feed.e)];
    for prices in [vec![&feed.e], vec![&feed.e, 1, 2]] {
        assert_eq!(feed.client.try_set_prices(&assets, &prices), Err(Ok(OracleError::LengthsDiffer)));
    }
}

#[test]
fn the_thirty_third_asset_is_refused_and_the_others_still_move() {
    let feed = feed();
    let first = token(&feed.e);
    feed.client.set_price(&first, &1);
    for _ in 1..MAX_ASSETS {
        feed.client.set_price(&token(&feed.e), &1);
    }
    assert_eq!(feed.client.try_set_price(&token(&feed.e), &1), Err(Ok(OracleError::TooManyAssets)));
    feed.client.set_price(&first, &2);
    assert_eq!(feed.client.lastprice(&first).unwrap().price, 2);
}

#[test]
fn decimals_and_resolution_keep_their_bounds() {
    let feed = feed();
    let base = usd(&feed.e);
    for decimals in [MAX_DECIMALS + 1, u32::MAX] {
        assert_eq!(feed.client.try_set_unit(&base, &decimals), Err(Ok(OracleError::DecimalsTooHigh)));
    }
    for resolution in [0, MAX_RESOLUTION + 1, u32::MAX] {
        assert_eq!(feed.client.try_set_resolution(&resolution), Err(Ok(OracleError::ResolutionOutOfRange)));
    }
    feed.client.set_unit(&base, &MAX_DECIMALS);
    feed.client.set_resolution(&MAX_RESOLUTION);
    assert_eq!((feed.client.decimals(), feed.client.resolution()), (MAX_DECIMALS, MAX_RESOLUTION));
}

#[test]
#[should_panic(expected = "Error(Contract, #605)")]
fn no_feed_starts_with_more_than_18_decimals() {
    let e = env();
    e.register(LabOracle, (Address::generate(&e), usd(&e), MAX_DECIMALS + 1, 1u32));
}

#[test]
#[should_panic(expected = "Error(Contract, #606)")]
fn no_feed_starts_without_a_resolution() {
    let e = env();
    e.register(LabOracle, (Address::generate(&e), usd(&e), 7u32, 0u32));
}
