use proptest::prelude::*;
use soroban_sdk::{
    testutils::{
        storage::Instance as _, AuthorizedFunction, AuthorizedInvocation, Events as _, MockAuth, MockAuthInvoke,
    },
    vec, Event, IntoVal, Symbol,
};

use super::{market, LATER, STOCK};
use crate::{ExchangeError, Swapped, MAX_DECIMALS, MAX_SKEW_BPS, MAX_SPREAD_BPS};

#[derive(Clone, Debug)]
struct Terms {
    decimals: (u32, u32),
    prices: (i128, i128),
    spread_bps: u32,
    skew_bps: i32,
}

fn terms() -> impl Strategy<Value = Terms> {
    let decimals = || prop_oneof![Just(7), 0..=MAX_DECIMALS];
    let price = || 1i128..10i128.pow(13);
    let skew = -MAX_SKEW_BPS..=MAX_SKEW_BPS;
    ((decimals(), decimals()), (price(), price()), 0..=MAX_SPREAD_BPS, skew)
        .prop_map(|(decimals, prices, spread_bps, skew_bps)| Terms { decimals, prices, spread_bps, skew_bps })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_pair_gives_at_most_what_came_in_is_worth_less_the_spread(
        terms in terms(),
        amount in 1i128..10i128.pow(22),
        exact_out: bool,
        sell_a: bool,
    ) {
        let market = market(terms.spread_bps);
        let a = market.token(terms.decimals.0, terms.prices.0);
        let b = market.token(terms.decimals.1, terms.prices.1);
        let pair = market.pair(&a, &b);
        market.router.set_price_skew(&a.address, &b.address, &terms.skew_bps);
        let (token_in, token_out) = if sell_a { (&a, &b) } else { (&b, &a) };
        market.mint(token_in, &market.trader, STOCK);
        let path = market.path([token_in, token_out]);
        let (quote, traded) = if exact_out {
            let quote = market.router.try_router_get_amounts_in(&amount, &path);
            (quote, market.router.try_swap_tokens_for_exact_tokens(&amount, &STOCK, &path, &market.trader, &LATER))
        } else {
            let quote = market.router.try_router_get_amounts_out(&amount, &path);
            (quote, market.router.try_swap_exact_tokens_for_tokens(&amount, &0, &path, &market.trader, &LATER))
        };
        let Ok(Ok(amounts)) = traded else {
            // Too little to buy anything, or more than there is.
            let refused = traded.err().unwrap().unwrap();
            let known = [
                ExchangeError::OutputIsZero,
                ExchangeError::ExcessiveInputAmount,
                ExchangeError::InventoryShort,
                ExchangeError::AmountTooLarge,
            ];
            prop_assert!(known.contains(&refused));
            prop_assert_eq!((token_in.balance(&pair), token_out.balance(&pair)), (STOCK, STOCK));
            return Ok(());
        };
        prop_assert_eq!(quote, Ok(Ok(amounts.clone())));
        let (paid, got) = (amounts.get_unchecked(0), amounts.get_unchecked(1));
        prop_assert_eq!(if exact_out { got } else { paid }, amount);
        prop_assert_eq!((token_in.balance(&market.trader), token_out.balance(&market.trader)), (STOCK - paid, got));
        prop_assert_eq!((token_in.balance(&pair), token_out.balance(&pair)), (STOCK + paid, STOCK - got));
        prop_assert!(paid > 0 && got > 0);

        // Back again, the trader never ends with more than it began with.
        let back = market.path([token_out, token_in]);
        if let Ok(Ok(_)) = market.router.try_swap_exact_tokens_for_tokens(&got, &0, &back, &market.trader, &LATER) {
            prop_assert!(token_in.balance(&market.trader) <= STOCK);
            prop_assert_eq!(token_out.balance(&market.trader), 0);
        }
    }
}

#[test]
fn a_swap_pays_the_oracles_price_less_the_spread() {
    let market = market(30);
    let (xlm, usdc) = (market.token(7, 1_000_000), market.token(7, 10_000_000));
    market.pair(&xlm, &usdc);
    market.mint(&xlm, &market.trader, 1_000);
    let path = market.path([&xlm, &usdc]);
    let amounts = market.router.swap_exact_tokens_for_tokens(&1_000, &99, &path, &market.trader, &LATER);
    // 1,000 at 0.1 is 100, less 0.3 % is 99.7.
    assert_eq!(amounts, vec![&market.e, 1_000, 99]);
    assert_eq!(market.router.router_get_amounts_in(&99, &path), vec![&market.e, 993, 99]);
}

#[test]
fn tokens_of_other_decimals_trade_at_the_price_of_whole_units() {
    let market = market(0);
    let (eth, usdc) = (market.token(18, 30_000_000_000), market.token(7, 10_000_000));
    market.pair(&eth, &usdc);
    let one_eth = 10i128.pow(18);
    let sold = market.router.router_get_amounts_out(&one_eth, &market.path([&eth, &usdc]));
    assert_eq!(sold, vec![&market.e, one_eth, 3_000 * 10_000_000]);
    let bought = market.router.router_get_amounts_in(&1, &market.path([&usdc, &eth]));
    // The smallest unit of the one is worth less than that of the other, and still costs one.
    assert_eq!(bought, vec![&market.e, 1, 1]);
}

#[test]
fn along_a_longer_path_every_pair_pays_the_next_and_each_takes_its_spread() {
    let market = market(100);
    let tokens = [market.token(7, 10), market.token(7, 20), market.token(7, 40)];
    let pairs = [market.pair(&tokens[0], &tokens[1]), market.pair(&tokens[1], &tokens[2])];
    market.mint(&tokens[0], &market.trader, 10_000);
    let path = market.path([&tokens[0], &tokens[1], &tokens[2]]);
    let amounts = market.router.swap_exact_tokens_for_tokens(&10_000, &0, &path, &market.trader, &LATER);
    assert_eq!(amounts, vec![&market.e, 10_000, 4_950, 2_450]);
    assert_eq!(tokens[0].balance(&pairs[0]), STOCK + 10_000);
    assert_eq!((tokens[1].balance(&pairs[0]), tokens[1].balance(&pairs[1])), (STOCK - 4_950, STOCK + 4_950));
    assert_eq!(tokens[2].balance(&market.trader), 2_450);
    assert_eq!(tokens[1].balance(&market.trader), 0);
    assert_eq!(market.router.router_get_amounts_in(&2_449, &path), vec![&market.e, 9_996, 4_948, 2_449]);
}

#[test]
fn a_trader_authorises_the_swap_and_one_transfer_to_the_pair_and_nothing_more() {
    let market = market(30);
    let (xlm, usdc) = (market.token(7, 1_000_000), market.token(7, 10_000_000));
    let pair = market.pair(&xlm, &usdc);
    market.mint(&xlm, &market.trader, 1_000);
    let path = market.path([&xlm, &usdc]);
    let args = (1_000i128, 99i128, path.clone(), market.trader.clone(), LATER).into_val(&market.e);
    let moved = (market.trader.clone(), pair.clone(), 1_000i128).into_val(&market.e);
    let function = "swap_exact_tokens_for_tokens";
    let transfer = MockAuthInvoke { contract: &xlm.address, fn_name: "transfer", args: moved, sub_invokes: &[] };
    let inner = [transfer.clone()];
    let invoke = MockAuthInvoke { contract: &market.router.address, fn_name: function, args, sub_invokes: &inner };

    market.e.mock_auths(&[MockAuth { address: &market.trader, invoke: &invoke }]);
    market.router.swap_exact_tokens_for_tokens(&1_000, &99, &path, &market.trader, &LATER);
    let call = |contract: &soroban_sdk::Address, name, args, inner| AuthorizedInvocation {
        function: AuthorizedFunction::Contract((contract.clone(), Symbol::new(&market.e, name), args)),
        sub_invocations: inner,
    };
    let transfer = call(&xlm.address, "transfer", transfer.args.clone(), std::vec![]);
    let swap = call(&market.router.address, function, invoke.args.clone(), std::vec![transfer]);
    assert_eq!(market.e.auths(), std::vec![(market.trader.clone(), swap)]);
}

#[test]
fn without_the_traders_transfer_nothing_moves() {
    let market = market(30);
    let (xlm, usdc) = (market.token(7, 1_000_000), market.token(7, 10_000_000));
    let pair = market.pair(&xlm, &usdc);
    market.mint(&xlm, &market.trader, 1_000);
    let path = market.path([&xlm, &usdc]);
    let args = (1_000i128, 99i128, path.clone(), market.trader.clone(), LATER).into_val(&market.e);
    let function = "swap_exact_tokens_for_tokens";
    let invoke = MockAuthInvoke { contract: &market.router.address, fn_name: function, args, sub_invokes: &[] };
    market.e.mock_auths(&[MockAuth { address: &market.trader, invoke: &invoke }]);
    let refused = market.router.try_swap_exact_tokens_for_tokens(&1_000, &99, &path, &market.trader, &LATER);
    assert_eq!(refused, Err(Ok(ExchangeError::TransferRefused)));
    assert_eq!((xlm.balance(&market.trader), usdc.balance(&pair)), (1_000, STOCK));
}

#[test]
fn a_swap_tells_an_event_and_keeps_router_and_pair_alive() {
    let market = market(0);
    let (a, b) = (market.token(7, 1), market.token(7, 1));
    let pair = market.pair(&a, &b);
    market.mint(&a, &market.trader, 5);
    let path = market.path([&a, &b]);
    let amounts = market.router.swap_exact_tokens_for_tokens(&5, &5, &path, &market.trader, &LATER);
    let event = Swapped { to: market.trader.clone(), path, amounts };
    let told = market.e.events().all().filter_by_contract(&market.router.address);
    assert_eq!(told, std::vec![event.to_xdr(&market.e, &market.router.address)]);
    for contract in [&market.router.address, &pair] {
        market.e.as_contract(contract, || {
            assert_eq!(market.e.storage().instance().get_ttl(), 518_400);
        });
    }
}

#[test]
fn what_is_sent_to_a_pair_moves_no_price() {
    let market = market(30);
    let (a, b) = (market.token(7, 3), market.token(7, 2));
    let pair = market.pair(&a, &b);
    let path = market.path([&a, &b]);
    let before = market.router.router_get_amounts_out(&1_000, &path);
    market.mint(&a, &pair, STOCK);
    assert_eq!(market.router.router_get_amounts_out(&1_000, &path), before);
}
