//! An exchange that lies about what it paid: the vault believes its own balance.

use soroban_sdk::{
    contract, contractimpl, symbol_short, testutils::Address as _, token::StellarAssetClient, token::TokenClient, vec,
    Address, Env, Map, Vec,
};

use crate::{
    books::Books,
    config::Config,
    errors::VaultError,
    liquidate,
    listing::{Asset, Pool},
    oracle::{PriceData, PricedAsset},
    plan::{Plan, Repayment, Sale},
    pool::{Positions, Request},
    registry::Clearance,
    storage,
};

const ONE: i128 = 10_000_000;
const DEBT: i128 = 100 * ONE;
/// XLM of the auction, at 0.40.
const LOT: i128 = 1_000 * ONE;
/// What the lot has to bring: its value less a slippage of 1 %.
const FLOOR: i128 = 396 * ONE;

/// Everything around the vault at once: registry, pool, oracle, and an exchange that tells twice what it pays.
#[contract]
struct World;

#[contractimpl]
impl World {
    pub fn __constructor(e: Env, usdc: Address, xlm: Address, pays: i128) {
        e.storage().instance().set(&symbol_short!("world"), &(usdc, xlm, pays));
    }

    pub fn clearance(_e: Env, _keeper: Address) -> Clearance {
        Clearance { cleared: true, stake: 0 }
    }

    pub fn lastprice(e: Env, asset: PricedAsset) -> Option<PriceData> {
        let price = if asset == PricedAsset::Stellar(world(&e).0) { ONE } else { 4_000_000 };
        Some(PriceData { price, timestamp: e.ledger().timestamp() })
    }

    pub fn submit_with_allowance(
        e: Env,
        from: Address,
        _spender: Address,
        to: Address,
        _requests: Vec<Request>,
    ) -> Positions {
        let (usdc, xlm, _) = world(&e);
        let pool = e.current_contract_address();
        TokenClient::new(&e, &usdc).transfer_from(&pool, &from, &pool, &DEBT);
        TokenClient::new(&e, &xlm).transfer(&pool, &to, &LOT);
        Positions { collateral: Map::new(&e), liabilities: Map::new(&e), supply: Map::new(&e) }
    }

    pub fn router_pair_for(e: Env, _token_a: Address, _token_b: Address) -> Address {
        e.current_contract_address()
    }

    pub fn swap_exact_tokens_for_tokens(
        e: Env,
        amount_in: i128,
        _amount_out_min: i128,
        _path: Vec<Address>,
        to: Address,
        _deadline: u64,
    ) -> Vec<i128> {
        let (usdc, _, pays) = world(&e);
        TokenClient::new(&e, &usdc).transfer(&e.current_contract_address(), &to, &pays);
        vec![&e, amount_in, 2 * pays]
    }
}

fn world(e: &Env) -> (Address, Address, i128) {
    e.storage().instance().get(&symbol_short!("world")).expect("constructed")
}

#[contract]
struct Vault;

/// The profit of a liquidation whose lot brings `pays`.
fn liquidated(pays: i128) -> Result<i128, VaultError> {
    let e = Env::default();
    e.mock_all_auths_allowing_non_root_auth();
    let issuer = Address::generate(&e);
    let [usdc, xlm] = [(); 2].map(|()| e.register_stellar_asset_contract_v2(issuer.clone()).address());
    let [world, other] = [(); 2].map(|()| e.register(World, (&usdc, &xlm, pays)));
    let (vault, keeper) = (e.register(Vault, ()), Address::generate(&e));
    StellarAssetClient::new(&e, &usdc).mint(&world, &(1_000 * ONE));
    StellarAssetClient::new(&e, &xlm).mint(&world, &LOT);
    // More than the plan spends, or the lot would bring all that the vault then holds.
    StellarAssetClient::new(&e, &usdc).mint(&vault, &(3 * DEBT));
    let listing = Asset { decimals: 7, max_age: 600, max_deviation_bps: 300, oracle: other, oracle_decimals: 7 };
    let plan = Plan {
        lots: vec![&e, xlm.clone()],
        min_profit: 0,
        percent: 100,
        pool: world.clone(),
        repay: vec![&e, Repayment { amount: DEBT, asset: usdc.clone() }],
        swaps_after: vec![&e, Sale { asset: xlm.clone(), exchange: world.clone() }],
        swaps_before: vec![&e],
        user: issuer,
    };
    e.as_contract(&vault, || {
        storage::set_config(&e, &terms());
        storage::set_usdc(&e, &usdc);
        storage::set_registry(&e, &world);
        storage::set_books(&e, &Books { idle: DEBT, ..Books::empty() });
        storage::set_pool(&e, &world, Some(&Pool { oracle: world.clone(), oracle_decimals: 7 }));
        storage::set_exchange(&e, &world, true);
        storage::set_asset(&e, &usdc, Some(&listing));
        storage::set_asset(&e, &xlm, Some(&listing));
        liquidate::run(&e, &keeper, &plan)
    })
}

fn terms() -> Config {
    Config {
        default_penalty_bps: 1_000,
        deposit_cap: 0,
        draw_deadline: 360,
        keeper_fee_bps: 1_000,
        max_draw_per_keeper: 0,
        max_drawn_bps: 5_000,
        max_slippage_bps: 100,
        min_profit_bps: 10,
        vesting_ledgers: 720,
        withdraw_cooldown: 0,
    }
}

#[test]
fn what_came_counts_and_not_what_the_exchange_says() {
    assert_eq!(liquidated(FLOOR), Ok(FLOOR - DEBT));
    assert_eq!(liquidated(FLOOR - 1), Err(VaultError::SwapOutOfBounds));
    assert_eq!(liquidated(FLOOR / 2), Err(VaultError::SwapOutOfBounds));
}
