//! Plans of which a field cannot be meant. What a clever plan tries is in the proofs; these are only wrong.

use crate::table::Table;
use crate::values::{list, unborn, undeployed, AMOUNTS};
use nectar_vault::{Plan, Purchase, Repayment, Sale, VaultError as E};
use soroban_sdk::Address;
use test_suites::args;
use test_suites::ledger::Addressed;
use test_suites::market::Market;

/// Rows of `liquidate`, each an honest plan with one thing changed.
pub fn rows(table: &mut Table, market: &Market) {
    let (alpha, alice) = (&market.people.alpha, &market.people.alice);
    let honest = market.plan(&table.ledger, 100).unwrap();
    // What is changed below is all that is wrong with the plan.
    market.liquidate(&mut table.ledger.clone(), alpha, &honest).unwrap();
    table.refused(alice, "liquidate", E::KeeperNotCleared as u32, [args![alice, honest]]);

    let mut refused = |number: E, plans: Vec<Plan>| {
        table.refused(alpha, "liquidate", number as u32, plans.iter().map(|plan| args![alpha, plan]));
    };
    let but = |change: &dyn Fn(&mut Plan)| {
        let mut plan = honest.clone();
        change(&mut plan);
        plan
    };
    let strangers = strangers(market);
    let (usdc, xlm) = (market.usdc.address(), market.xlm().address());
    let exchange = market.exchange.address();

    refused(E::InvalidPercent, [0, 101, u32::MAX].map(|n| but(&|p| p.percent = n)).into());
    refused(E::InvalidAmount, [-1, i128::MIN, i128::MAX].map(|n| but(&|p| p.min_profit = n)).into());
    refused(E::ProfitTooSmall, vec![but(&|p| p.min_profit = 10_i128.pow(17))]);
    refused(E::PoolNotAllowed, each(&strangers, |a| but(&|p| p.pool = a.clone())));
    refused(E::AuctionGone, each(&strangers, |a| but(&|p| p.user = a.clone())));
    refused(E::AuctionGone, vec![but(&|p| p.user = market.pool.sdk_address())]);

    let many = |n: usize| vec![xlm.clone(); n];
    let five: Vec<Address> = market.all_assets().iter().map(|a| a.address()).collect();
    refused(E::InvalidLots, [0, 2, 4, 5, 100].map(|n| but(&|p| p.lots = list(&many(n)))).into());
    refused(E::InvalidLots, vec![but(&|p| p.lots = list(&five))]);
    refused(E::AssetNotAllowed, each(&strangers, |a| but(&|p| p.lots = list(&[xlm.clone(), a.clone()]))));

    let repay = |amount: i128, asset: &Address| Repayment { amount, asset: asset.clone() };
    let none: [Repayment; 0] = [];
    refused(E::PoolRefused, vec![but(&|p| p.repay = list(&none))]);
    refused(E::InvalidAmount, AMOUNTS.map(|n| but(&|p| p.repay = list(&[repay(n, &usdc)]))).into());
    refused(E::InsufficientIdle, vec![but(&|p| p.repay = list(&[repay(10_i128.pow(17), &usdc)]))]);
    refused(E::InvalidSwaps, vec![but(&|p| p.repay = list(&[repay(1, &usdc), repay(1, &usdc)]))]);
    refused(E::TooManyBids, [3, 100].map(|n| but(&|p| p.repay = list(&vec![repay(1, &usdc); n]))).into());
    refused(E::AssetNotAllowed, each(&strangers, |a| but(&|p| p.repay = list(&[repay(1, &usdc), repay(1, a)]))));

    let buy =
        |amount: i128, asset: &Address, at: &Address| Purchase { amount, asset: asset.clone(), exchange: at.clone() };
    let owing = |buys: &[Purchase]| {
        but(&|p| {
            p.repay = list(&[repay(1, &usdc), repay(1, &xlm)]);
            p.swaps_before = list(buys);
        })
    };
    refused(E::InvalidAmount, AMOUNTS.map(|n| owing(&[buy(n, &xlm, &exchange)])).into());
    refused(E::InsufficientIdle, vec![owing(&[buy(10_i128.pow(17), &xlm, &exchange)])]);
    refused(E::ExchangeNotAllowed, each(&strangers, |a| owing(&[buy(1, &xlm, a)])));
    refused(E::InvalidSwaps, each(&strangers, |a| owing(&[buy(1, a, &exchange)])));
    refused(
        E::InvalidSwaps,
        vec![owing(&[buy(1, &usdc, &exchange)]), but(&|p| p.swaps_before = list(&[buy(1, &xlm, &exchange)]))],
    );
    refused(E::InvalidSwaps, [2, 3, 100, 400].map(|n| owing(&vec![buy(1, &xlm, &exchange); n])).into());

    let sell = |asset: &Address, at: &Address| Sale { asset: asset.clone(), exchange: at.clone() };
    let no_sale: [Sale; 0] = [];
    refused(E::CollateralLeft, vec![but(&|p| p.swaps_after = list(&no_sale))]);
    refused(E::ExchangeNotAllowed, each(&strangers, |a| but(&|p| p.swaps_after = list(&[sell(&xlm, a)]))));
    refused(E::InvalidSwaps, each(&strangers, |a| but(&|p| p.swaps_after = list(&[sell(a, &exchange)]))));
    refused(E::InvalidSwaps, vec![but(&|p| p.swaps_after = list(&[sell(&usdc, &exchange)]))]);
    refused(
        E::InvalidSwaps,
        [2, 7, 100, 400].map(|n| but(&|p| p.swaps_after = list(&vec![sell(&xlm, &exchange); n]))).into(),
    );
}

/// Addresses that are no pool, no exchange, no listed asset and no borrower.
fn strangers(market: &Market) -> Vec<Address> {
    vec![
        unborn().address(),
        undeployed().address(),
        market.people.alice.address(),
        market.registry.address(),
        market.vault.address(),
    ]
}

fn each(addresses: &[Address], plan: impl Fn(&Address) -> Plan) -> Vec<Plan> {
    addresses.iter().map(plan).collect()
}
