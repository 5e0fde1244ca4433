use lab_oracle::Asset;
use soroban_sdk::{testutils::Address as _, token::TokenClient, vec, Address};

use super::{market, token::TestTokenClient, Market, LATER, NOW, STOCK};
use crate::ExchangeError;

/// XLM at 0.1 and USDC at 1, no spread, a trader with 1,000 of each.
struct Pair {
    market: Market,
    xlm: TokenClient<'static>,
    usdc: TokenClient<'static>,
    pair: Address,
}

fn pair() -> Pair {
    let market = market(0);
    let (xlm, usdc) = (market.token(7, 1_000_000), market.token(7, 10_000_000));
    let pair = market.pair(&xlm, &usdc);
    market.mint(&xlm, &market.trader, 1_000);
    market.mint(&usdc, &market.trader, 1_000);
    Pair { market, xlm, usdc, pair }
}

impl Pair {
    fn sell(&self, amount_in: i128, amount_out_min: i128, deadline: u64) -> Option<ExchangeError> {
        let (market, path) = (&self.market, self.market.path([&self.xlm, &self.usdc]));
        let sold = market.router.try_swap_exact_tokens_for_tokens(
            &amount_in,
            &amount_out_min,
            &path,
            &market.trader,
            &deadline,
        );
        sold.err().map(|error| error.unwrap())
    }

    fn buy(&self, amount_out: i128, amount_in_max: i128, deadline: u64) -> Option<ExchangeError> {
        let (market, path) = (&self.market, self.market.path([&self.xlm, &self.usdc]));
        let bought = market.router.try_swap_tokens_for_exact_tokens(
            &amount_out,
            &amount_in_max,
            &path,
            &market.trader,
            &deadline,
        );
        bought.err().map(|error| error.unwrap())
    }

    fn assert_untouched(&self) {
        let balances = |who: &Address| (self.xlm.balance(who), self.usdc.balance(who));
        assert_eq!(balances(&self.market.trader), (1_000, 1_000));
        assert_eq!(balances(&self.pair), (STOCK, STOCK));
    }
}

#[test]
fn a_deadline_equal_to_the_ledgers_time_has_passed_as_in_soroswap() {
    let pair = pair();
    for deadline in [0, NOW - 1, NOW] {
        assert_eq!(pair.sell(1_000, 0, deadline), Some(ExchangeError::DeadlineExpired));
        assert_eq!(pair.buy(1, 1_000, deadline), Some(ExchangeError::DeadlineExpired));
    }
    pair.assert_untouched();
    assert_eq!(pair.sell(1_000, 0, NOW + 1), None);
}

#[test]
fn a_trade_goes_through_at_its_limit_and_not_beyond() {
    let pair = pair();
    assert_eq!(pair.sell(1_000, 101, LATER), Some(ExchangeError::InsufficientOutputAmount));
    assert_eq!(pair.buy(100, 999, LATER), Some(ExchangeError::ExcessiveInputAmount));
    pair.assert_untouched();
    assert_eq!(pair.sell(500, 50, LATER), None);
    assert_eq!(pair.buy(50, 500, LATER), None);
}

#[test]
fn amounts_that_are_not_positive_and_limits_that_are_negative_are_refused() {
    let pair = pair();
    for amount in [0, -1, i128::MIN] {
        assert_eq!(pair.sell(amount, 0, LATER), Some(ExchangeError::AmountNotPositive));
        assert_eq!(pair.buy(amount, 1_000, LATER), Some(ExchangeError::AmountNotPositive));
        let path = pair.market.path([&pair.xlm, &pair.usdc]);
        let router = &pair.market.router;
        assert_eq!(router.try_router_get_amounts_out(&amount, &path), Err(Ok(ExchangeError::AmountNotPositive)));
        assert_eq!(router.try_router_get_amounts_in(&amount, &path), Err(Ok(ExchangeError::AmountNotPositive)));
    }
    for limit in [-1, i128::MIN] {
        assert_eq!(pair.sell(1, limit, LATER), Some(ExchangeError::LimitNegative));
        assert_eq!(pair.buy(1, limit, LATER), Some(ExchangeError::LimitNegative));
    }
    pair.assert_untouched();
}

#[test]
fn the_largest_amount_is_refused_by_number_in_every_direction() {
    let pair = pair();
    // Its counterpart fits where the price falls, so that the trader's balance is what is missing.
    assert_eq!(pair.sell(i128::MAX, 0, LATER), Some(ExchangeError::TransferRefused));
    assert_eq!(pair.buy(i128::MAX, i128::MAX, LATER), Some(ExchangeError::AmountTooLarge));
    let (router, back) = (&pair.market.router, pair.market.path([&pair.usdc, &pair.xlm]));
    assert_eq!(router.try_router_get_amounts_out(&i128::MAX, &back), Err(Ok(ExchangeError::AmountTooLarge)));
    pair.assert_untouched();
}

#[test]
fn too_little_to_buy_anything_is_refused() {
    let pair = pair();
    assert_eq!(pair.sell(9, 0, LATER), Some(ExchangeError::OutputIsZero));
    pair.assert_untouched();
}

#[test]
fn a_trader_cannot_spend_what_it_does_not_have() {
    let pair = pair();
    assert_eq!(pair.sell(1_001, 0, LATER), Some(ExchangeError::TransferRefused));
    pair.assert_untouched();
}

#[test]
fn a_pair_cannot_pay_what_it_does_not_hold() {
    let pair = pair();
    pair.market.router.withdraw_inventory(&pair.usdc.address, &pair.xlm.address, &(STOCK - 99), &pair.market.admin);
    assert_eq!(pair.sell(1_000, 0, LATER), Some(ExchangeError::InventoryShort));
    assert_eq!((pair.xlm.balance(&pair.market.trader), pair.usdc.balance(&pair.pair)), (1_000, 99));
    assert_eq!(pair.sell(990, 99, LATER), None);
}

#[test]
fn a_token_that_refuses_the_receiver_is_told_apart_from_a_short_inventory() {
    let pair = pair();
    TestTokenClient::new(&pair.market.e, &pair.usdc.address).refuse(&pair.market.trader);
    assert_eq!(pair.sell(1_000, 0, LATER), Some(ExchangeError::PayoutRefused));
    pair.assert_untouched();
}

#[test]
fn a_path_names_two_to_five_tokens() {
    let pair = pair();
    let (x, u) = (&pair.xlm, &pair.usdc);
    let (market, trader) = (&pair.market, &pair.market.trader);
    for path in [vec![&market.e], market.path([x]), market.path([x, u, x, u, x, u])] {
        let refused = Err(Ok(ExchangeError::PathLengthOutOfRange));
        assert_eq!(market.router.try_router_get_amounts_out(&100, &path), refused);
        assert_eq!(market.router.try_router_get_amounts_in(&100, &path), refused);
        assert_eq!(market.router.try_swap_exact_tokens_for_tokens(&100, &0, &path, trader, &LATER), refused);
        assert_eq!(market.router.try_swap_tokens_for_exact_tokens(&100, &100, &path, trader, &LATER), refused);
    }
    let longest = market.path([x, u, x, u, x]);
    assert_eq!(market.router.router_get_amounts_out(&100, &longest), vec![&market.e, 100, 10, 100, 10, 100]);
    assert_eq!(market.router.router_get_amounts_in(&100, &longest), vec![&market.e, 100, 10, 100, 10, 100]);
}

#[test]
fn tokens_without_a_pair_cannot_be_traded() {
    let pair = pair();
    let (market, other) = (&pair.market, pair.market.token(7, 1));
    let unknown = Err(Ok(ExchangeError::UnknownPair));
    for path in [market.path([&pair.xlm, &other]), market.path([&pair.xlm, &pair.xlm])] {
        assert_eq!(market.router.try_router_get_amounts_out(&100, &path), unknown);
    }
    let stranger = Address::generate(&market.e);
    let refused = market.router.try_router_pair_for(&pair.xlm.address, &stranger);
    assert_eq!(refused, Err(Ok(ExchangeError::UnknownPair)));
}

#[test]
fn without_a_price_there_is_no_trade() {
    let pair = pair();
    let market = &pair.market;
    market.oracle.set_unit(&Asset::Stellar(pair.usdc.address.clone()), &7);
    assert_eq!(pair.sell(1_000, 0, LATER), Some(ExchangeError::NoPrice));
    market.oracle.set_price(&Asset::Stellar(pair.xlm.address.clone()), &1);
    assert_eq!(pair.sell(1_000, 0, LATER), Some(ExchangeError::NoPrice));
    pair.assert_untouched();
    market.oracle.set_price(&Asset::Stellar(pair.usdc.address.clone()), &1);
    assert_eq!(pair.sell(1_000, 1_000, LATER), None);
}
