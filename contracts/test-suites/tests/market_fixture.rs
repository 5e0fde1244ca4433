//! The market is the same around the lab's pool and around Blend's.

use test_suites::args;
use test_suites::ledger::xdr::{LedgerEntryData, LedgerKey, ScVal};
use test_suites::ledger::{Contract, Ledger};
use test_suites::market::{Market, PoolKind, ONE, POOLS};
use test_suites::pool::AuctionType;

/// The instance of `contract`: its code and its settings.
fn instance(ledger: &Ledger, contract: Contract) -> ScVal {
    let found = ledger.entries().find_map(|(key, entry, _)| match (key, &entry.data) {
        (LedgerKey::ContractData(key), LedgerEntryData::ContractData(data))
            if key.key == ScVal::LedgerKeyContractInstance && Contract::at(&key.contract) == contract =>
        {
            Some(data.val.clone())
        }
        _ => None,
    });
    found.expect("a deployed contract")
}

#[test]
fn everything_but_the_pool_has_the_same_address_and_code_in_both_markets() {
    let [(lab, of_lab), (blend, of_blend)] = POOLS.map(Market::open);
    let contracts = |m: &Market| [m.pool_feed, m.own_feed, m.exchange, m.registry, m.vault];
    assert_eq!(contracts(&of_lab), contracts(&of_blend));
    for ours in contracts(&of_lab) {
        let code = |ledger: &Ledger| match instance(ledger, ours) {
            ScVal::ContractInstance(instance) => instance.executable,
            other => panic!("{other:?} is not an instance"),
        };
        assert_eq!(code(&lab), code(&blend));
    }
    assert_ne!(of_lab.pool, of_blend.pool);
}

#[test]
fn both_pools_give_the_same_auction_of_the_same_borrower() {
    let auctions = POOLS.map(|kind| {
        let (ledger, market) = Market::with_auction(kind, 100);
        let borrower = &market.people.borrower;
        let auction = market.pool.get_auction(&ledger, AuctionType::UserLiquidation, borrower).unwrap();
        let terms = market.terms_of_fill(&ledger, 100).unwrap();
        assert!(market.pool.health(&ledger, borrower).unwrap().is_liquidatable());
        assert_eq!(ledger.sequence() - auction.block, 100);
        (auction.bid, auction.lot, terms.debts, terms.lots)
    });
    assert_eq!(auctions[0], auctions[1]);
}

#[test]
fn every_transaction_of_both_markets_went_through_within_the_networks_limits() {
    for kind in POOLS {
        let (ledger, market) = Market::funded(kind);
        let failed: Vec<_> = ledger.transactions().filter_map(|t| t.result.as_ref().err()).collect();
        assert!(failed.is_empty(), "{failed:?}");
        let held: i128 = ledger.balance(&market.usdc, &market.vault);
        assert_eq!(held, 100_010 * ONE, "both deposits and the seed, with {kind:?}");
        let keepers: soroban_sdk::Vec<soroban_sdk::Address> =
            ledger.read(&market.registry, "get_keepers", args![]).unwrap();
        assert_eq!(keepers.len(), 2);
    }
}

#[test]
fn a_market_is_a_fresh_one_for_every_test() {
    let (mut first, market) = Market::open(PoolKind::Lab);
    market.deposit(&mut first, &market.people.alice, ONE).unwrap();
    let (second, market) = Market::open(PoolKind::Lab);
    assert_eq!(market.position(&second, &market.people.alice), (0, 0));
    assert!(market.position(&first, &market.people.alice).0 > 0);
}
