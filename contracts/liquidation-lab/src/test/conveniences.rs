use super::{reserve_config, Fixture, ONE};
use crate::{PoolError, Positions, Request, RequestType, ReserveConfig};
use soroban_sdk::testutils::{Address as _, Ledger as _, MockAuth, MockAuthInvoke};
use soroban_sdk::{map, vec, Address, Env, IntoVal, Map};

fn positions(env: &Env, collateral: Map<u32, i128>, liabilities: Map<u32, i128>) -> Positions {
    Positions { collateral, liabilities, supply: Map::new(env) }
}

/// The admin supplies 10,000 of token 1, and the user gets 1,000 of token 0 against 700 of token 1.
fn with_borrower() -> Fixture {
    let fixture = Fixture::new();
    let env = &fixture.env;
    let lender = Positions { supply: map![env, (1, 10_000 * ONE)], ..Positions::none(env) };
    fixture.client().set_position(&fixture.admin, &lender);
    let borrower = positions(env, map![env, (0, 1_000 * ONE)], map![env, (1, 700 * ONE)]);
    fixture.client().set_position(&fixture.user, &borrower);
    fixture
}

/// What the pool must hold of a token: what it owes suppliers and backstop, less what is owed to it.
fn owed_by_pool(fixture: &Fixture, token: usize) -> i128 {
    let data = fixture.client().get_reserve(&fixture.tokens[token]).data;
    data.supplied(data.b_supply) + data.backstop_credit - data.owed(data.d_supply)
}

#[test]
fn a_position_is_funded_with_real_tokens() {
    let fixture = with_borrower();
    assert_eq!(fixture.balance(0, &fixture.pool), 1_000 * ONE);
    assert_eq!(fixture.balance(1, &fixture.pool), 9_300 * ONE);
    assert_eq!(fixture.balance(1, &fixture.user), 700 * ONE);
    assert_eq!(fixture.balance(0, &fixture.admin), 999_000 * ONE);
    assert_eq!(fixture.balance(1, &fixture.admin), 990_000 * ONE);
}

#[test]
fn replacing_and_clearing_a_position_keeps_the_pool_solvent() {
    let fixture = with_borrower();
    let env = &fixture.env;
    for (collateral, debt) in [(12_345_678_901, 900_0000001), (777_7777777, 500_0000003), (3, 1), (0, 0)] {
        fixture.pass(3_000_000);
        let wanted = positions(env, map![env, (0, collateral)], map![env, (1, debt)]);
        fixture.client().set_position(&fixture.user, &wanted);
        for token in 0..2 {
            assert!(fixture.balance(token, &fixture.pool) >= owed_by_pool(&fixture, token));
        }
    }
    assert_eq!(fixture.client().get_positions(&fixture.user), Positions::none(env));
}

#[test]
fn a_position_may_be_unhealthy_and_is_then_liquidated_by_the_seeds_call() {
    let fixture = with_borrower();
    let env = &fixture.env;
    fixture.set_price(1, 13_000_000);
    let auction = fixture.client().new_liquidation_auction(&fixture.user, &100);
    assert_eq!(auction.bid, map![env, (fixture.tokens[1].clone(), 700 * ONE)]);
    assert_eq!(auction.lot, map![env, (fixture.tokens[0].clone(), 1_000 * ONE)]);
    assert_eq!(auction.block, env.ledger().sequence() + 1);

    env.ledger().set_sequence_number(auction.block + 200);
    let filler = fixture.admin.clone();
    let request =
        |kind, address: &Address, amount| Request { address: address.clone(), amount, request_type: kind as u32 };
    let requests = vec![
        env,
        request(RequestType::FillUserLiquidationAuction, &fixture.user, 100),
        request(RequestType::Repay, &fixture.tokens[1], 701 * ONE),
        request(RequestType::WithdrawCollateral, &fixture.tokens[0], i64::MAX.into()),
    ];
    let left = fixture.client().submit(&filler, &filler, &filler, &requests);
    assert_eq!((left.collateral.len(), left.liabilities.len()), (0, 0));
    assert_eq!(fixture.balance(0, &fixture.admin), 1_000_000 * ONE);
    assert_eq!(fixture.balance(1, &fixture.admin), 989_300 * ONE);
}

#[test]
fn the_seeds_call_is_new_auction_with_every_asset() {
    let named = with_borrower();
    let seed = with_borrower();
    let bid = vec![&named.env, named.tokens[1].clone()];
    let lot = vec![&named.env, named.tokens[0].clone()];
    let expected = named.client().new_auction(&0, &named.user, &bid, &lot, &70);
    let auction = seed.client().new_liquidation_auction(&seed.user, &70);
    assert!(auction.bid.values().iter().eq(expected.bid.values().iter()));
    assert!(auction.lot.values().iter().eq(expected.lot.values().iter()));
}

#[test]
fn the_seeds_call_refuses_percentages_outside_1_to_100() {
    let fixture = with_borrower();
    for pct in [0, 101, u64::from(u32::MAX) + 51, u64::MAX] {
        let refusal = fixture.client().try_new_liquidation_auction(&fixture.user, &pct);
        assert_eq!(refusal, Err(Ok(PoolError::InvalidLiquidation.into())), "{pct}");
    }
}

#[test]
fn bad_positions_are_refused_with_a_number_and_change_nothing() {
    let fixture = with_borrower();
    let env = &fixture.env;
    let none = || Map::new(env);
    let before = fixture.client().get_positions(&fixture.user);
    for (user, wanted, error) in [
        (&fixture.user, positions(env, map![env, (0, -1)], none()), PoolError::NegativeAmount),
        (&fixture.user, positions(env, none(), map![env, (0, i128::MAX)]), PoolError::BadRequest),
        (&fixture.pool, Positions::none(env), PoolError::BadRequest),
        (&fixture.backstop, Positions::none(env), PoolError::BadRequest),
        (
            &fixture.user,
            positions(env, map![env, (0, 1), (1, 1), (2, 1)], map![env, (0, 1), (1, 1)]),
            PoolError::MaxPositionsExceeded,
        ),
        (&fixture.user, positions(env, none(), map![env, (1, 10_000 * ONE)]), PoolError::InvalidUtilRate),
    ] {
        let refusal = fixture.client().try_set_position(user, &wanted);
        assert_eq!(refusal, Err(Ok(error.into())));
    }
    assert!(fixture.client().try_set_position(&fixture.user, &positions(env, map![env, (2, 1)], none())).is_err());
    assert_eq!(fixture.client().get_positions(&fixture.user), before);

    fixture.client().new_liquidation_auction(&fixture.user, &70);
    let refusal = fixture.client().try_set_position(&fixture.user, &before);
    assert_eq!(refusal, Err(Ok(PoolError::AuctionInProgress.into())));
}

#[test]
fn a_reserve_is_created_and_changed_at_once_within_blends_bounds() {
    let fixture = Fixture::new();
    let client = fixture.client();
    let changed = ReserveConfig { c_factor: 9_000_000, ..reserve_config() };
    assert_eq!(client.create_reserve(&fixture.tokens[1], &changed), 1);
    let stored = client.get_reserve(&fixture.tokens[1]).config;
    assert_eq!(stored, ReserveConfig { index: 1, ..changed });
    let refusal =
        client.try_create_reserve(&fixture.tokens[1], &ReserveConfig { c_factor: 10_000_001, ..reserve_config() });
    assert_eq!(refusal, Err(Ok(PoolError::InvalidReserveMetadata.into())));
}

#[test]
fn only_the_administrator_sets_positions_and_creates_reserves() {
    let fixture = Fixture::new();
    let env = &fixture.env;
    let stranger = Address::generate(env);
    let sign = |function, arguments| {
        let invoke = MockAuthInvoke { contract: &fixture.pool, fn_name: function, args: arguments, sub_invokes: &[] };
        env.mock_auths(&[MockAuth { address: &stranger, invoke: &invoke }]);
    };
    let wanted = Positions::none(env);
    sign("set_position", (&fixture.user, wanted.clone()).into_val(env));
    assert!(fixture.client().try_set_position(&fixture.user, &wanted).is_err());
    sign("create_reserve", (&fixture.tokens[0], reserve_config()).into_val(env));
    assert!(fixture.client().try_create_reserve(&fixture.tokens[0], &reserve_config()).is_err());
}
