use soroban_sdk::{testutils::Ledger, vec, xdr, Env, Symbol, TryFromVal, Val, Vec};

use super::{feed, token, usd, NOW};
use crate::{Asset, PriceData};

fn shape<T>(e: &Env, value: &T) -> xdr::ScVal
where
    Val: TryFromVal<Env, T>,
{
    let value = Val::try_from_val(e, value).ok().unwrap();
    xdr::ScVal::try_from_val(e, &value).unwrap()
}

#[test]
fn the_terms_are_those_of_the_constructor() {
    let feed = feed();
    assert_eq!(feed.client.base(), usd(&feed.e));
    assert_eq!((feed.client.decimals(), feed.client.resolution()), (7, 300));
    assert_eq!(feed.client.assets(), vec![&feed.e]);
}

#[test]
fn an_unknown_asset_has_no_price_of_any_kind() {
    let feed = feed();
    let unknown = token(&feed.e);
    assert_eq!(feed.client.lastprice(&unknown), None);
    assert_eq!(feed.client.price(&unknown, &NOW), None);
    assert_eq!(feed.client.prices(&unknown, &5), None);
}

#[test]
fn assets_are_listed_once_each_in_the_order_of_their_first_price() {
    let feed = feed();
    let (a, b) = (token(&feed.e), Asset::Other(Symbol::new(&feed.e, "BTC")));
    feed.client.set_price(&a, &1);
    feed.client.set_price(&b, &2);
    feed.client.set_price(&a, &3);
    assert_eq!(feed.client.assets(), vec![&feed.e, a, b]);
}

#[test]
fn a_price_of_a_time_to_come_is_not_known() {
    let feed = feed();
    let asset = token(&feed.e);
    feed.client.set_price(&asset, &5);
    assert_eq!(feed.client.price(&asset, &NOW), Some(PriceData { price: 5, timestamp: NOW }));
    assert_eq!(feed.client.price(&asset, &(NOW + 1)), None);
    feed.e.ledger().set_timestamp(NOW + 1);
    assert_eq!(feed.client.price(&asset, &(NOW + 1)), Some(PriceData { price: 5, timestamp: NOW }));
}

#[test]
fn types_have_the_shapes_that_sep_40_prescribes() {
    let feed = feed();
    let asset = token(&feed.e);
    let Asset::Stellar(address) = &asset else { unreachable!() };
    let symbol = |text: &str| xdr::ScVal::Symbol(text.try_into().unwrap());
    let expected = xdr::ScVec(std::vec![symbol("Stellar"), shape(&feed.e, address)].try_into().unwrap());
    assert_eq!(shape(&feed.e, &asset), xdr::ScVal::Vec(Some(expected)));
    let expected = xdr::ScVec(std::vec![symbol("Other"), symbol("USD")].try_into().unwrap());
    assert_eq!(shape(&feed.e, &usd(&feed.e)), xdr::ScVal::Vec(Some(expected)));

    let price = xdr::ScVal::I128(xdr::Int128Parts { hi: 0, lo: 5 });
    let entry = |key: &str, val| xdr::ScMapEntry { key: symbol(key), val };
    let entries = std::vec![entry("price", price), entry("timestamp", xdr::ScVal::U64(NOW))];
    let expected = xdr::ScMap::sorted_from(entries).unwrap();
    feed.client.set_price(&asset, &5);
    assert_eq!(shape(&feed.e, &feed.client.lastprice(&asset).unwrap()), xdr::ScVal::Map(Some(expected)));
}

#[test]
fn several_last_prices_come_in_one_call_as_one_by_one() {
    let feed = feed();
    let assets = [token(&feed.e), usd(&feed.e), token(&feed.e)];
    feed.client.set_price(&assets[0], &3);
    feed.client.set_price(&assets[1], &5);
    let answer = feed.client.lastprices(&Vec::from_slice(&feed.e, &assets));
    let one_by_one = assets.each_ref().map(|asset| feed.client.lastprice(asset));
    assert_eq!(answer, Vec::from_slice(&feed.e, &one_by_one));
    assert_eq!(one_by_one.map(|price| price.map(|data| data.price)), [Some(3), Some(5), None]);
    assert_eq!(feed.client.lastprices(&Vec::new(&feed.e)).len(), 0);
}

#[test]
fn a_symbol_named_like_one_of_the_feeds_own_keys_is_an_asset_like_any_other() {
    let feed = feed();
    for name in ["Owner", "Base", "Decimals", "Interval", "NextOwner", "NextUntil"] {
        let asset = Asset::Other(Symbol::new(&feed.e, name));
        assert_eq!(feed.client.lastprice(&asset), None);
        feed.client.set_price(&asset, &7);
        assert_eq!(feed.client.lastprice(&asset).unwrap().price, 7);
    }
    assert_eq!(feed.client.get_owner(), Some(feed.admin.clone()));
    assert_eq!((feed.client.base(), feed.client.decimals(), feed.client.resolution()), (usd(&feed.e), 7, 300));
}
