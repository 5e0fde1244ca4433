use soroban_sdk::{
    testutils::{Address as _, Events as _},
    vec, Address, Event,
};

use super::market;
use crate::{ExchangeError, InventoryWithdrawn, PairCreated, PriceSkewSet, MAX_DECIMALS, MAX_PAIRS, MAX_SKEW_BPS};

#[test]
fn a_pair_is_found_from_either_side_and_exists_once() {
    let market = market(0);
    let (a, b) = (market.token(7, 1), market.token(7, 1));
    let pair = market.router.create_pair(&a.address, &b.address);
    let (token_0, token_1) = if a.address < b.address { (&a, &b) } else { (&b, &a) };
    let event = PairCreated { token_0: token_0.address.clone(), token_1: token_1.address.clone(), pair: pair.clone() };
    let told = market.e.events().all().filter_by_contract(&market.router.address);
    assert_eq!(told, std::vec![event.to_xdr(&market.e, &market.router.address)]);
    for (x, y) in [(&a, &b), (&b, &a)] {
        assert_eq!(market.router.router_pair_for(&x.address, &y.address), pair);
        let again = market.router.try_create_pair(&x.address, &y.address);
        assert_eq!(again, Err(Ok(ExchangeError::PairExists)));
    }
}

#[test]
fn a_pair_is_of_two_different_tokens_of_at_most_18_decimals() {
    let market = market(0);
    let good = market.token(MAX_DECIMALS, 1);
    let refused = |other: &Address| market.router.try_create_pair(&good.address, other).err().unwrap().unwrap();
    assert_eq!(refused(&good.address), ExchangeError::IdenticalTokens);
    assert_eq!(refused(&market.token(MAX_DECIMALS + 1, 1).address), ExchangeError::TokenUnreadable);
    assert_eq!(refused(&Address::generate(&market.e)), ExchangeError::TokenUnreadable);
}

#[test]
fn the_thirty_third_pair_is_refused() {
    let market = market(0);
    let hub = market.token(7, 1);
    let mut pairs = std::collections::HashSet::new();
    for _ in 0..MAX_PAIRS {
        let pair = market.router.create_pair(&hub.address, &market.e.register(super::TestToken, (7u32,)));
        pairs.insert(std::format!("{pair:?}"));
    }
    assert_eq!(pairs.len(), MAX_PAIRS as usize);
    let other = market.e.register(super::TestToken, (7u32,));
    let refused = market.router.try_create_pair(&hub.address, &other);
    assert_eq!(refused, Err(Ok(ExchangeError::TooManyPairs)));
}

#[test]
fn a_skew_moves_one_pair_in_both_directions_and_zero_brings_it_back() {
    let market = market(0);
    let (a, b, c) = (market.token(7, 100), market.token(7, 100), market.token(7, 100));
    market.pair(&a, &b);
    market.pair(&a, &c);
    let quote = |x, y| market.router.router_get_amounts_out(&10_000, &market.path([x, y])).get_unchecked(1);
    market.router.set_price_skew(&a.address, &b.address, &-2_000);
    let event = PriceSkewSet { token_a: a.address.clone(), token_b: b.address.clone(), skew_bps: -2_000 };
    assert_eq!(market.e.events().all(), std::vec![event.to_xdr(&market.e, &market.router.address)]);
    assert_eq!((quote(&a, &b), quote(&b, &a)), (8_000, 12_500));
    assert_eq!((quote(&a, &c), quote(&c, &a)), (10_000, 10_000));
    // Given from the other side it replaces the first.
    market.router.set_price_skew(&b.address, &a.address, &-2_000);
    assert_eq!((quote(&a, &b), quote(&b, &a)), (12_500, 8_000));
    market.router.set_price_skew(&a.address, &b.address, &0);
    assert_eq!((quote(&a, &b), quote(&b, &a)), (10_000, 10_000));
}

#[test]
fn a_skew_has_its_bounds_and_needs_a_pair() {
    let market = market(0);
    let (a, b) = (market.token(7, 100), market.token(7, 100));
    let skew = |bps: i32| market.router.try_set_price_skew(&a.address, &b.address, &bps);
    assert_eq!(skew(0), Err(Ok(ExchangeError::UnknownPair)));
    market.pair(&a, &b);
    for bps in [MAX_SKEW_BPS + 1, -MAX_SKEW_BPS - 1, i32::MAX, i32::MIN] {
        assert_eq!(skew(bps), Err(Ok(ExchangeError::SkewOutOfRange)));
    }
    assert_eq!((skew(MAX_SKEW_BPS), skew(-MAX_SKEW_BPS)), (Ok(Ok(())), Ok(Ok(()))));
}

#[test]
fn inventory_goes_back_to_the_owner_and_only_as_much_as_there_is() {
    let market = market(0);
    let (a, b) = (market.token(7, 1), market.token(7, 1));
    let pair = market.router.create_pair(&a.address, &b.address);
    market.mint(&a, &pair, 10);
    let to = Address::generate(&market.e);
    let withdraw = |amount: i128| market.router.try_withdraw_inventory(&a.address, &b.address, &amount, &to);
    for amount in [0, -1, i128::MIN] {
        assert_eq!(withdraw(amount), Err(Ok(ExchangeError::AmountNotPositive)));
    }
    for amount in [11, i128::MAX] {
        assert_eq!(withdraw(amount), Err(Ok(ExchangeError::InventoryShort)));
    }
    assert_eq!(withdraw(10), Ok(Ok(())));
    let event = InventoryWithdrawn { pair, token: a.address.clone(), amount: 10, to: to.clone() };
    let told = market.e.events().all().filter_by_contract(&market.router.address);
    assert_eq!(told, std::vec![event.to_xdr(&market.e, &market.router.address)]);
    assert_eq!(a.balance(&to), 10);
    let unknown = market.router.try_withdraw_inventory(&to, &b.address, &1, &to);
    assert_eq!(unknown, Err(Ok(ExchangeError::UnknownPair)));
}

#[test]
fn a_quote_needs_no_inventory() {
    let market = market(0);
    let (a, b) = (market.token(7, 1), market.token(7, 2));
    market.router.create_pair(&a.address, &b.address);
    assert_eq!(market.router.router_get_amounts_out(&9, &market.path([&a, &b])), vec![&market.e, 9, 4]);
}
