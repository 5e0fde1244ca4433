//! Real Blend v2 lends, accrues, auctions and is filled on the ledger, to the last stroop.

use lab_oracle::Asset as FeedAsset;
use soroban_sdk::{Map, Symbol};
use std::sync::OnceLock;
use test_suites::args;
use test_suites::blend::Blend;
use test_suites::ledger::{env, Account, Asset, Contract, Ledger, Stage};
use test_suites::pool::{all, AuctionType, Health, Pool, Request, RequestType, ReserveConfig};
use test_suites::wasm;

const ONE: i128 = 10_000_000;

#[derive(Clone)]
struct Scene {
    ledger: Ledger,
    oracle: Contract,
    pool: Pool,
    usdc: Asset,
    xlm: Asset,
    lender: Account,
    borrower: Account,
    keeper: Account,
}

impl Scene {
    /// A pool with USDC and XLM at 1.00 and 0.40: 500,000 USDC lent out by one, 100,000 XLM put in by
    /// another who borrows 26,000 USDC; a keeper holds 50,000 USDC.
    fn new() -> Self {
        static BASE: OnceLock<Scene> = OnceLock::new();
        BASE.get_or_init(Self::build).clone()
    }

    fn build() -> Self {
        let mut ledger = Ledger::new();
        let [admin, issuer, lender, borrower, keeper] =
            ["admin", "issuer", "lender", "borrower", "keeper"].map(|name| ledger.account(name));
        let usdc = ledger.issue("USDC", &issuer).unwrap();
        let xlm = ledger.issue("XLM", &issuer).unwrap();
        let feed = ledger.upload(&admin, &wasm::LAB_ORACLE).unwrap();
        let base = FeedAsset::Other(Symbol::new(&env(), "USD"));
        let oracle = ledger.deploy(&admin, feed, [9; 32], args![admin, base, 7_u32, 300_u32]).unwrap();
        let blend = Blend::deploy(&mut ledger, &admin, &usdc).unwrap();
        let reserves = [
            (usdc.address(), ReserveConfig::with_factors(9_500_000, 9_500_000)),
            (xlm.address(), ReserveConfig::with_factors(7_500_000, 7_500_000)),
        ];
        let pool = blend.pool(&mut ledger, "lab", &oracle, 1_000_000, 4, ONE, &reserves).unwrap();
        for account in [&lender, &borrower, &keeper] {
            ledger.trust(account, &usdc);
            ledger.trust(account, &xlm);
        }
        ledger.mint(&usdc, &lender, 500_000 * ONE).unwrap();
        ledger.mint(&xlm, &borrower, 100_000 * ONE).unwrap();
        ledger.mint(&usdc, &keeper, 50_000 * ONE).unwrap();
        let mut scene = Self { ledger, oracle, pool, usdc, xlm, lender, borrower, keeper };
        scene.price(ONE, 4_000_000);
        scene.submit(&scene.lender.clone(), &[Request::new(RequestType::Supply, &scene.usdc, 500_000 * ONE)]);
        let leverage =
            [Request::supply_collateral(&scene.xlm, 100_000 * ONE), Request::borrow(&scene.usdc, 26_000 * ONE)];
        scene.submit(&scene.borrower.clone(), &leverage);
        scene
    }

    fn price(&mut self, usdc: i128, xlm: i128) {
        let admin = self.ledger.account("admin");
        for (asset, price) in [(&self.usdc, usdc), (&self.xlm, xlm)] {
            let asset = FeedAsset::Stellar(asset.address());
            self.ledger.invoke(&admin, &self.oracle, "set_price", args![asset, price]).unwrap();
        }
    }

    fn submit(&mut self, user: &Account, requests: &[Request]) {
        self.pool.submit(&mut self.ledger, user, requests).unwrap();
    }

    fn open_auction(&mut self, percent: u32) -> Result<(), Option<u32>> {
        let (bid, lot) = ([self.usdc.address()], [self.xlm.address()]);
        let kind = AuctionType::UserLiquidation;
        let opened = self.pool.new_auction(&mut self.ledger, &self.keeper, kind, &self.borrower, &bid, &lot, percent);
        opened.map(|_| ()).map_err(|failure| failure.contract_error())
    }
}

/// Amounts by reserve index, as positions hold them: USDC is 0, XLM is 1.
fn by_index(amounts: &[(u32, i128)]) -> Map<u32, i128> {
    let mut map = Map::new(&env());
    for (index, amount) in amounts {
        map.set(*index, *amount);
    }
    map
}

#[test]
fn the_pool_is_active_and_configured_as_asked() {
    let scene = Scene::new();
    let config = scene.pool.get_config(&scene.ledger).unwrap();
    assert_eq!((config.status, config.bstop_rate, config.max_positions), (1, 1_000_000, 4));
    assert_eq!((config.min_collateral, Contract::at(&config.oracle)), (ONE, scene.oracle));
    let listed: Vec<Contract> =
        scene.pool.get_reserve_list(&scene.ledger).unwrap().iter().map(|asset| Contract::at(&asset)).collect();
    assert_eq!(listed, [scene.usdc.contract(), scene.xlm.contract()]);
}

#[test]
fn every_transaction_of_the_deployment_fits_the_network() {
    let scene = Scene::new();
    assert!(scene.ledger.transactions().count() > 30);
    assert!(scene.ledger.transactions().all(|transaction| transaction.result.is_ok()));
    let dearest = scene.ledger.transactions().map(|t| t.result.as_ref().unwrap().resources.instructions).max();
    // The upload of the pool's wasm; the network's limit is 100,000,000.
    assert!((1..100_000_000).contains(&dearest.unwrap()));
}

#[test]
fn a_loan_gives_the_positions_and_the_health_that_blends_arithmetic_says() {
    let mut scene = Scene::new();
    let positions = scene.pool.get_positions(&scene.ledger, &scene.borrower).unwrap();
    assert_eq!(positions.collateral, by_index(&[(1, 100_000 * ONE)]));
    assert_eq!(positions.liabilities, by_index(&[(0, 26_000 * ONE)]));
    assert_eq!(scene.ledger.balance(&scene.usdc, &scene.borrower), 26_000 * ONE);
    // 40,000 x 0.75 over 26,000 / 0.95, in the oracle's 7 decimals.
    let health = scene.pool.health(&scene.ledger, &scene.borrower).unwrap();
    assert_eq!(health, Health { collateral: 300_000_000_000, liabilities: 273_684_210_527, scalar: ONE });
    assert_eq!(health.factor(), Some(10_961_538));
    assert_eq!(scene.open_auction(50), Err(Some(1211)));
    scene.price(ONE, 3_400_000);
    let health = scene.pool.health(&scene.ledger, &scene.borrower).unwrap();
    assert_eq!(health, Health { collateral: 255_000_000_000, liabilities: 273_684_210_527, scalar: ONE });
    assert!(health.is_liquidatable());
}

#[test]
fn the_auctions_percent_must_bring_the_borrower_into_blends_band() {
    let mut scene = Scene::new();
    scene.price(ONE, 3_400_000);
    let (bid, lot) = ([scene.usdc.address()], [scene.xlm.address()]);
    let (percent, auction) =
        scene.pool.smallest_liquidation(&scene.ledger, &scene.borrower, &bid, &lot).expect("an accepted percent");
    // incentive = 1 + (1 - ceil(0.75 / 1.0526315)) / 2 = 1.14375; 46 % of 26,000 times that is 40.23309 % of 34,000.
    assert_eq!(percent, 46);
    assert_eq!(auction.bid, Map::from_array(&env(), [(scene.usdc.address(), 119_600_000_000)]));
    assert_eq!(auction.lot, Map::from_array(&env(), [(scene.xlm.address(), 402_330_900_000)]));
    let tried = |percent| scene.clone().open_auction(percent);
    assert_eq!((tried(45), tried(46), tried(65), tried(66)), (Err(Some(1214)), Ok(()), Ok(()), Err(Some(1213))));
}

#[test]
fn an_auction_is_filled_repaid_and_withdrawn_in_one_submit() {
    let mut scene = Scene::new();
    scene.price(ONE, 3_400_000);
    let opened_in = scene.ledger.sequence();
    scene.open_auction(60).unwrap();
    let kind = AuctionType::UserLiquidation;
    let auction = scene.pool.get_auction(&scene.ledger, kind, &scene.borrower).unwrap();
    assert_eq!(auction.block, opened_in + 1);
    assert_eq!(auction.bid, Map::from_array(&env(), [(scene.usdc.address(), 156_000_000_000)]));
    assert_eq!(auction.lot, Map::from_array(&env(), [(scene.xlm.address(), 524_779_500_000)]));
    assert_eq!(scene.pool.stored_auction(&scene.ledger, kind, &scene.borrower), Some(auction));

    scene.ledger.close(1 + 200);
    // 201 ledgers of 5 s at 5.2 % utilisation, hence a rate of 1.34667 %.
    let reserve = scene.pool.get_reserve(&scene.ledger, &scene.usdc).unwrap();
    assert_eq!(reserve.data.d_rate, 1_000_000_429_162);
    let keeper = scene.keeper.clone();
    scene.submit(
        &keeper,
        &[
            Request::fill(&scene.borrower, 100),
            Request::repay(&scene.usdc, 40_000 * ONE),
            Request::withdraw_collateral(&scene.xlm, all()),
        ],
    );
    // The bid's dTokens cost what they are worth, rounded up; what was offered beyond that came back.
    assert_eq!(scene.ledger.balance(&scene.usdc, &keeper), 50_000 * ONE - 156_000_066_950);
    assert_eq!(scene.ledger.balance(&scene.xlm, &keeper), 524_779_500_000);
    let left = scene.pool.get_positions(&scene.ledger, &scene.borrower).unwrap();
    assert_eq!(left.collateral, by_index(&[(1, 475_220_500_000)]));
    assert_eq!(left.liabilities, by_index(&[(0, 104_000_000_000)]));
    let keepers = scene.pool.get_positions(&scene.ledger, &keeper).unwrap();
    assert_eq!((keepers.collateral, keepers.liabilities), (by_index(&[]), by_index(&[])));
    assert_eq!(scene.pool.stored_auction(&scene.ledger, kind, &scene.borrower), None);
}

#[test]
fn the_second_of_two_keepers_that_prepared_in_one_ledger_fails_and_loses_only_its_fee() {
    let mut scene = Scene::new();
    scene.price(ONE, 3_400_000);
    scene.open_auction(60).unwrap();
    scene.ledger.close(1 + 200);
    let rival = scene.ledger.account("rival");
    scene.ledger.trust(&rival, &scene.usdc);
    scene.ledger.trust(&rival, &scene.xlm);
    scene.ledger.mint(&scene.usdc, &rival, 50_000 * ONE).unwrap();
    let prepare = |keeper: &Account| {
        let requests = soroban_sdk::vec![
            &env(),
            Request::fill(&scene.borrower, 100),
            Request::repay(&scene.usdc, 20_000 * ONE),
            Request::withdraw_collateral(&scene.xlm, all()),
        ];
        let arguments = args![keeper, keeper, keeper, requests];
        scene.ledger.prepare(keeper, &[], &scene.pool, "submit", arguments).unwrap()
    };
    let (first, second) = (prepare(&scene.keeper), prepare(&rival));
    scene.ledger.apply(first).unwrap();
    let before = scene.ledger.fingerprint();
    let failure = scene.ledger.apply(second).unwrap_err();
    assert_eq!(failure.stage, Stage::Applied);
    assert_eq!(scene.ledger.fingerprint(), before);
    assert_eq!(scene.ledger.balance(&scene.usdc, &rival), 50_000 * ONE);
}
