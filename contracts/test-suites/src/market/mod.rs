//! One market for suites and story alike: USDC and four collateral assets, a pool, price feeds, an exchange with
//! inventory, the registry and the vault, and the people in it. Everything but the pool's own deployment is identical
//! for the lab's pool and for Blend's.

mod build;
mod plan;
mod prices;
mod shock;
mod staged;
mod vault;

pub use build::{terms, MIN_STAKE, SEED_PRICES};
pub use plan::PlanTerms;
pub use prices::PRICE_SCALE;

use crate::ledger::{Account, Asset, Contract, Ledger};
use crate::pool::Pool;
use std::sync::OnceLock;

/// One whole unit of a 7-decimal asset.
pub const ONE: i128 = 10_000_000;

/// Which pool the market lends at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PoolKind {
    /// Our liquidation lab.
    Lab,
    /// Blend v2 itself.
    Blend,
}

/// Both pools, for tests that must hold for either.
pub const POOLS: [PoolKind; 2] = [PoolKind::Lab, PoolKind::Blend];

/// The people of the market. All but the issuers and `stranger` have trust lines to every asset.
#[derive(Clone, Debug)]
pub struct People {
    /// Owns every contract.
    pub admin: Account,
    /// Issues USDC; clawback is enabled.
    pub usdc_issuer: Account,
    /// Issues the collateral assets.
    pub issuer: Account,
    /// Lends to the pool.
    pub lender: Account,
    /// Borrows from it.
    pub borrower: Account,
    /// Deposits into the vault.
    pub alice: Account,
    /// Deposits into the vault.
    pub bob: Account,
    /// A keeper.
    pub alpha: Account,
    /// Its rival.
    pub beta: Account,
    /// Nobody.
    pub stranger: Account,
}

/// The market: addresses and people; the state lies in a [`Ledger`].
#[derive(Clone, Debug)]
pub struct Market {
    /// Which pool it lends at.
    pub kind: PoolKind,
    /// Who is in it.
    pub people: People,
    /// The asset of vault, stake and debt.
    pub usdc: Asset,
    /// XLM, BTC, ETH and EURC of the market, 7 decimals each.
    pub assets: [Asset; 4],
    /// The pool's price feed, 7 decimals.
    pub pool_feed: Contract,
    /// The vault's own price feed, 14 decimals; the exchange trades at its prices.
    pub own_feed: Contract,
    /// The exchange.
    pub exchange: Contract,
    /// The pool.
    pub pool: Pool,
    /// The keeper registry.
    pub registry: Contract,
    /// The vault, without deposits but for its seed.
    pub vault: Contract,
}

impl Market {
    /// The market at its start, prepared once per process: a clone of the ledger shares its entries.
    pub fn open(kind: PoolKind) -> (Ledger, Market) {
        static LAB: OnceLock<(Ledger, Market)> = OnceLock::new();
        static BLEND: OnceLock<(Ledger, Market)> = OnceLock::new();
        let cell = match kind {
            PoolKind::Lab => &LAB,
            PoolKind::Blend => &BLEND,
        };
        cell.get_or_init(|| build::build(kind).unwrap_or_else(|e| panic!("market with {kind:?}: {e}"))).clone()
    }

    /// The market with alice's 60,000 and bob's 40,000 USDC in the vault and both keepers registered with 20,000 USDC
    /// of stake each.
    pub fn funded(kind: PoolKind) -> (Ledger, Market) {
        static LAB: OnceLock<(Ledger, Market)> = OnceLock::new();
        static BLEND: OnceLock<(Ledger, Market)> = OnceLock::new();
        let cell = match kind {
            PoolKind::Lab => &LAB,
            PoolKind::Blend => &BLEND,
        };
        cell.get_or_init(|| {
            let (mut ledger, market) = Market::open(kind);
            let people = market.people.clone();
            let fund = |ledger: &mut Ledger| {
                market.deposit(ledger, &people.alice, 60_000 * ONE)?;
                market.deposit(ledger, &people.bob, 40_000 * ONE)?;
                market.register(ledger, &people.alpha, "alpha", 20_000 * ONE)?;
                market.register(ledger, &people.beta, "beta", 20_000 * ONE)
            };
            fund(&mut ledger).unwrap_or_else(|e| panic!("funding the market: {e}"));
            (ledger, market)
        })
        .clone()
    }

    /// The funded market in which the borrower, after the price of XLM fell, has an open auction of the smallest
    /// percent that the pool accepts, and `ledgers` have passed since its first ledger.
    pub fn with_auction(kind: PoolKind, ledgers: u32) -> (Ledger, Market) {
        let (mut ledger, market) = Market::funded(kind);
        let open = |ledger: &mut Ledger| {
            market.borrow_against_xlm(ledger)?;
            market.let_xlm_fall(ledger)?;
            market.open_auction(ledger, &market.people.alpha)
        };
        open(&mut ledger).unwrap_or_else(|e| panic!("opening an auction: {e}"));
        ledger.close(1 + ledgers);
        market.refresh_prices(&mut ledger).unwrap_or_else(|e| panic!("refreshing prices: {e}"));
        (ledger, market)
    }

    /// XLM of the market.
    pub fn xlm(&self) -> &Asset {
        &self.assets[0]
    }

    /// USDC and the four others, in the order of the pool's reserves.
    pub fn all_assets(&self) -> [&Asset; 5] {
        let [xlm, btc, eth, eurc] = &self.assets;
        [&self.usdc, xlm, btc, eth, eurc]
    }
}
