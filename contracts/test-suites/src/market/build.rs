//! Deploying the market, each step one transaction within the network's limits.

use super::{Market, People, PoolKind, ONE};
use crate::args;
use crate::blend::Blend;
use crate::ledger::{env, Account, Asset, Contract, Failure, IssuerFlags, Ledger};
use crate::pool::{Pool, Request, RequestType, ReserveConfig};
use crate::wasm;
use nectar_vault::Config;
use soroban_sdk::{Address, BytesN, String};

/// Smallest stake of a keeper: 100 USDC.
pub const MIN_STAKE: i128 = 100 * ONE;

/// Prices at the start with 7 decimals: USDC, XLM, BTC, ETH, EURC.
pub const SEED_PRICES: [i128; 5] = [ONE, 4_000_000, 60_000 * ONE, 3_000 * ONE, 11_000_000];

/// What the pool lends of each asset, in the same order and in whole units.
const LENT: [i128; 5] = [1_000_000, 2_000_000, 20, 400, 500_000];
/// What each pair of the exchange holds of its asset, in whole units; XLM, BTC, ETH, EURC.
const INVENTORY: [i128; 4] = [2_000_000, 20, 400, 500_000];
const PAIR_USDC: i128 = 1_000_000;
const SPREAD_BPS: u32 = 30;
/// 7 decimals each: collateral and liability factors of USDC, XLM, BTC, ETH, EURC.
const FACTORS: [(u32, u32); 5] = [
    (9_500_000, 9_500_000),
    (7_500_000, 7_500_000),
    (8_000_000, 8_000_000),
    (8_000_000, 8_000_000),
    (9_000_000, 9_000_000),
];

/// The vault's settings in the market.
pub fn terms() -> Config {
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

pub(super) fn build(kind: PoolKind) -> Result<(Ledger, Market), Failure> {
    let mut ledger = Ledger::new();
    let people = people(&mut ledger);
    let flags = IssuerFlags { auth_required: false, auth_revocable: true, clawback_enabled: true };
    ledger.set_issuer_flags(&people.usdc_issuer, flags);
    let usdc = ledger.issue("USDC", &people.usdc_issuer)?;
    let assets = [
        ledger.issue("XLM", &people.issuer)?,
        ledger.issue("BTC", &people.issuer)?,
        ledger.issue("ETH", &people.issuer)?,
        ledger.issue("EURC", &people.issuer)?,
    ];
    let [xlm, btc, eth, eurc] = &assets;
    let all_assets = [&usdc, xlm, btc, eth, eurc];
    open_trust_lines(&mut ledger, &people, &all_assets);
    hand_out(&mut ledger, &people, &all_assets)?;

    let admin = &people.admin;
    let feed = ledger.upload(admin, &wasm::LAB_ORACLE)?;
    let pool_feed = new_feed(&mut ledger, admin, feed, 1, 7)?;
    let own_feed = new_feed(&mut ledger, admin, feed, 2, 14)?;
    let pool = Pool(Contract([0; 32]));
    let unset = Contract([0; 32]);
    let mut market = Market {
        kind,
        people: people.clone(),
        usdc: usdc.clone(),
        assets: assets.clone(),
        pool_feed,
        own_feed,
        exchange: unset,
        pool,
        registry: unset,
        vault: unset,
    };
    market.set_prices(&mut ledger, &SEED_PRICES)?;
    market.exchange = new_exchange(&mut ledger, &market)?;
    market.pool = match kind {
        PoolKind::Lab => new_lab(&mut ledger, &market)?,
        PoolKind::Blend => new_blend_pool(&mut ledger, &market)?,
    };
    lend(&mut ledger, &market)?;
    (market.registry, market.vault) = new_vault(&mut ledger, &market)?;
    Ok((ledger, market))
}

fn people(ledger: &mut Ledger) -> People {
    People {
        admin: ledger.account("admin"),
        usdc_issuer: ledger.account("usdc-issuer"),
        issuer: ledger.account("issuer"),
        lender: ledger.account("lender"),
        borrower: ledger.account("borrower"),
        alice: ledger.account("alice"),
        bob: ledger.account("bob"),
        alpha: ledger.account("alpha"),
        beta: ledger.account("beta"),
        stranger: ledger.account("stranger"),
    }
}

fn open_trust_lines(ledger: &mut Ledger, people: &People, assets: &[&Asset; 5]) {
    let People { admin, lender, borrower, alice, bob, alpha, beta, .. } = people;
    for person in [admin, lender, borrower, alice, bob, alpha, beta] {
        for asset in assets {
            ledger.trust(person, asset);
        }
    }
}

fn hand_out(ledger: &mut Ledger, people: &People, assets: &[&Asset; 5]) -> Result<(), Failure> {
    for (asset, amount) in assets.iter().zip(LENT) {
        ledger.mint(asset, &people.lender, amount * ONE)?;
    }
    for (asset, amount) in assets.iter().skip(1).zip([100_000, 10, 100, 100_000]) {
        ledger.mint(asset, &people.borrower, amount * ONE)?;
    }
    for (person, amount) in [
        (&people.admin, 1_000),
        (&people.borrower, 1_000),
        (&people.alice, 100_000),
        (&people.bob, 100_000),
        (&people.alpha, 25_000),
        (&people.beta, 25_000),
    ] {
        ledger.mint(assets[0], person, amount * ONE)?;
    }
    Ok(())
}

fn new_feed(
    ledger: &mut Ledger,
    admin: &Account,
    hash: [u8; 32],
    number: u8,
    decimals: u32,
) -> Result<Contract, Failure> {
    let base = lab_oracle::Asset::Other(soroban_sdk::Symbol::new(&env(), "USD"));
    ledger.deploy(admin, hash, salt(10 + number), args![admin, base, decimals, 300_u32])
}

fn new_exchange(ledger: &mut Ledger, market: &Market) -> Result<Contract, Failure> {
    let admin = &market.people.admin;
    let pair = ledger.upload(admin, &wasm::LAB_EXCHANGE_PAIR)?;
    let router = ledger.upload(admin, &wasm::LAB_EXCHANGE)?;
    let pair = BytesN::from_array(&env(), &pair);
    let exchange = ledger.deploy(admin, router, salt(20), args![admin, market.own_feed, pair, SPREAD_BPS])?;
    for (asset, amount) in market.assets.iter().zip(INVENTORY) {
        let created = ledger.invoke(admin, &exchange, "create_pair", args![asset, market.usdc])?;
        let pair: Address = created.value();
        ledger.mint(asset, &pair, amount * ONE)?;
        ledger.mint(&market.usdc, &pair, PAIR_USDC * ONE)?;
    }
    Ok(exchange)
}

fn reserves(market: &Market) -> Vec<(Address, ReserveConfig)> {
    let assets = market.all_assets().into_iter().zip(FACTORS);
    assets.map(|(asset, (c, l))| (asset.address(), ReserveConfig::with_factors(c, l))).collect()
}

const BACKSTOP_RATE: u32 = 1_000_000;
const MAX_POSITIONS: u32 = 8;

fn new_blend_pool(ledger: &mut Ledger, market: &Market) -> Result<Pool, Failure> {
    let blend = Blend::deploy(ledger, &market.people.admin, &market.usdc)?;
    blend.pool(ledger, "market", &market.pool_feed, BACKSTOP_RATE, MAX_POSITIONS, 0, &reserves(market))
}

fn new_lab(ledger: &mut Ledger, market: &Market) -> Result<Pool, Failure> {
    let admin = &market.people.admin;
    let hash = ledger.upload(admin, &wasm::LIQUIDATION_LAB)?;
    // Plain addresses stand in for Blend's backstop and BLND.
    let (backstop, blnd) = (Account::named("backstop"), Account::named("blnd"));
    let name = String::from_str(&env(), "market");
    let settings =
        args![admin, name, market.pool_feed, BACKSTOP_RATE, MAX_POSITIONS, 0_i128, backstop.address(), blnd.address()];
    let pool = ledger.deploy(admin, hash, salt(30), settings)?;
    for (asset, config) in reserves(market) {
        ledger.invoke(admin, &pool, "queue_set_reserve", args![asset, config])?;
        ledger.invoke(admin, &pool, "set_reserve", args![asset])?;
    }
    ledger.invoke(admin, &pool, "set_status", args![0_u32])?;
    Ok(Pool(pool))
}

fn lend(ledger: &mut Ledger, market: &Market) -> Result<(), Failure> {
    for (asset, amount) in market.all_assets().into_iter().zip(LENT) {
        let supply = Request::new(RequestType::Supply, asset, amount * ONE);
        market.pool.submit(ledger, &market.people.lender, &[supply])?;
    }
    Ok(())
}

fn new_vault(ledger: &mut Ledger, market: &Market) -> Result<(Contract, Contract), Failure> {
    let admin = &market.people.admin;
    let vault = Contract::created_by(admin, salt(41));
    let hash = ledger.upload(admin, &wasm::KEEPER_REGISTRY)?;
    let registry = ledger.deploy(admin, hash, salt(40), args![admin, vault, market.usdc, MIN_STAKE])?;
    let hash = ledger.upload(admin, &wasm::NECTAR_VAULT)?;
    let deployed = ledger.deploy(admin, hash, salt(41), args![admin, market.usdc, registry, terms()])?;
    assert_eq!(deployed, vault, "the registry knows the vault by its computed address");
    ledger.invoke(admin, &vault, "allow_pool", args![market.pool.0, true])?;
    ledger.invoke(admin, &vault, "allow_exchange", args![market.exchange, true])?;
    for asset in market.all_assets() {
        let listing = args![asset, market.own_feed, 600_u64, 300_u32];
        ledger.invoke(admin, &vault, "set_asset", listing)?;
    }
    Ok((registry, vault))
}

fn salt(number: u8) -> [u8; 32] {
    [number; 32]
}
