//! A malicious plan leaves the vault exactly as it was: each refusal by its own number, the ledger's state untouched.

use crate::refused;
use nectar_vault::{Plan, Purchase, Repayment, Sale};
use soroban_sdk::{Address, Symbol, Vec};
use test_suites::args;
use test_suites::ledger::xdr::{ContractDataDurability, ScVal};
use test_suites::ledger::{env, Addressed, Ledger, ToScVal};
use test_suites::market::{Market, PoolKind, ONE, POOLS};

/// Runs `spoil` on an honest plan and sees that the vault refuses it with `number` and keeps its state.
#[track_caller]
fn spoilt(kind: PoolKind, number: u32, spoil: impl FnOnce(&mut Ledger, &Market, &mut Plan)) {
    let (mut ledger, market) = Market::with_auction(kind, 190);
    let mut plan = market.plan(&ledger, 100).unwrap();
    spoil(&mut ledger, &market, &mut plan);
    let before = ledger.fingerprint();
    refused(market.liquidate(&mut ledger, &market.people.alpha, &plan), number);
    assert_eq!(ledger.fingerprint(), before, "something changed");
}

#[test]
fn a_pool_that_is_not_allowed() {
    spoilt(PoolKind::Lab, 220, |_, market, plan| plan.pool = market.exchange.address());
    for kind in POOLS {
        spoilt(kind, 220, |ledger, market, _| {
            let refused = args![market.pool.0, false];
            ledger.invoke(&market.people.admin, &market.vault, "allow_pool", refused).unwrap();
        });
    }
}

#[test]
fn an_exchange_that_is_not_allowed() {
    spoilt(PoolKind::Lab, 221, |_, market, plan| {
        let sale = Sale { asset: market.xlm().address(), exchange: market.people.beta.address() };
        plan.swaps_after = Vec::from_array(&env(), [sale]);
    });
}

#[test]
fn an_exchange_that_was_taken_off_the_list_and_its_pairs_are_forgotten() {
    let (mut ledger, market) = Market::with_auction(PoolKind::Lab, 190);
    let pairs = args![(Symbol::new(&env(), "Pairs"), market.exchange.address())].remove(0);
    let remembered = |ledger: &Ledger| ledger.data(&market.vault, pairs.clone(), ContractDataDurability::Persistent);
    assert_eq!(remembered(&ledger), None);
    let plan = market.plan(&ledger, 1).unwrap();
    market.liquidate(&mut ledger, &market.people.alpha, &plan).unwrap();
    let Some(ScVal::Vec(Some(list))) = remembered(&ledger) else { panic!("the pair of XLM is remembered") };
    assert_eq!((list.len(), &list[0]), (2, &market.xlm().to_scval()));
    let allow = |ledger: &mut Ledger, listed: bool| {
        ledger.invoke(&market.people.admin, &market.vault, "allow_exchange", args![market.exchange, listed]).unwrap();
    };
    allow(&mut ledger, false);
    assert_eq!(remembered(&ledger), None);
    let plan = market.plan(&ledger, 1).unwrap();
    refused(market.liquidate(&mut ledger, &market.people.alpha, &plan), 221);
    allow(&mut ledger, true);
    market.liquidate(&mut ledger, &market.people.alpha, &plan).unwrap();
    assert!(remembered(&ledger).is_some());
}

#[test]
fn an_asset_that_is_not_allowed() {
    spoilt(PoolKind::Lab, 222, |ledger, market, _| {
        ledger.invoke(&market.people.admin, &market.vault, "remove_asset", args![market.xlm()]).unwrap();
    });
}

#[test]
fn percent_zero_or_over_a_hundred() {
    for percent in [0, 101, u32::MAX] {
        spoilt(PoolKind::Lab, 223, |_, _, plan| plan.percent = percent);
    }
}

#[test]
fn more_lots_or_bids_than_allowed_or_no_lot_at_all() {
    spoilt(PoolKind::Lab, 224, |_, _, plan| plan.lots = Vec::new(&env()));
    spoilt(PoolKind::Lab, 224, |_, market, plan| {
        let lots: std::vec::Vec<Address> = market.all_assets().iter().map(|asset| asset.address()).collect();
        plan.lots = Vec::from_slice(&env(), &lots);
    });
    spoilt(PoolKind::Lab, 224, |_, market, plan| {
        plan.lots = Vec::from_array(&env(), [market.xlm().address(), market.xlm().address()]);
    });
    spoilt(PoolKind::Lab, 225, |_, market, plan| {
        for asset in &market.assets[..2] {
            plan.repay.push_back(Repayment { amount: 1, asset: asset.address() });
        }
    });
}

/// An auction of XLM and BTC for a debt in USDC that pays well: what a plan leaves behind is healthy enough for the pool.
fn two_lots(kind: PoolKind) -> (Ledger, Market, Plan) {
    let (mut ledger, market) = Market::funded(kind);
    let collateral = [(market.xlm(), 50_000 * ONE), (&market.assets[1], ONE)];
    market.borrow(&mut ledger, &collateral, &[(&market.usdc, 45_000 * ONE)]).unwrap();
    market.set_price(&mut ledger, &market.assets[1], 40_000 * ONE).unwrap();
    market.open_auction(&mut ledger, &market.people.alpha).unwrap();
    ledger.close(195);
    market.refresh_prices(&mut ledger).unwrap();
    let plan = market.plan(&ledger, 100).unwrap();
    (ledger, market, plan)
}

#[test]
fn debt_left_behind() {
    for kind in POOLS {
        let (mut ledger, market, mut plan) = two_lots(kind);
        let repayment = plan.repay.get_unchecked(0);
        let less = Repayment { amount: repayment.amount - 500 * ONE, ..repayment };
        plan.repay = Vec::from_array(&env(), [less]);
        plan.lots = Vec::from_array(&env(), [market.xlm().address()]);
        let sale = Sale { asset: market.xlm().address(), exchange: market.exchange.address() };
        plan.swaps_after = Vec::from_array(&env(), [sale]);
        let before = ledger.fingerprint();
        refused(market.liquidate(&mut ledger, &market.people.alpha, &plan), 232);
        assert_eq!(ledger.fingerprint(), before);
        // With nothing left to stand for it, the pool itself refuses the debt.
        spoilt(kind, 231, |_, _, plan| {
            let repayment = plan.repay.get_unchecked(0);
            plan.repay = Vec::from_array(&env(), [Repayment { amount: repayment.amount - 100 * ONE, ..repayment }]);
        });
    }
}

#[test]
fn collateral_left_behind() {
    for kind in POOLS {
        let (mut ledger, market, plan) = two_lots(kind);
        let xlm = market.xlm().address();
        let plan = Plan {
            lots: Vec::from_array(&env(), [xlm.clone()]),
            swaps_after: Vec::from_array(&env(), [Sale { asset: xlm, exchange: market.exchange.address() }]),
            ..plan
        };
        let before = ledger.fingerprint();
        refused(market.liquidate(&mut ledger, &market.people.alpha, &plan), 233);
        assert_eq!(ledger.fingerprint(), before);
    }
}

#[test]
fn a_token_left_unsold() {
    spoilt(PoolKind::Lab, 233, |_, _, plan| plan.swaps_after = Vec::new(&env()));
}

#[test]
fn a_swap_of_something_that_the_plan_does_not_touch() {
    spoilt(PoolKind::Lab, 226, |_, market, plan| {
        let exchange = market.exchange.address();
        plan.swaps_after.push_back(Sale { asset: market.assets[1].address(), exchange });
    });
    spoilt(PoolKind::Lab, 226, |_, market, plan| {
        let exchange = market.exchange.address();
        plan.swaps_before.push_back(Purchase { amount: ONE, asset: market.usdc.address(), exchange });
    });
}

#[test]
fn a_price_moved_on_the_exchange_just_before_puts_the_sale_below_its_floor() {
    for kind in POOLS {
        spoilt(kind, 234, |ledger, market, _| {
            let skew = args![market.xlm(), market.usdc, -150_i32];
            ledger.invoke(&market.people.admin, &market.exchange, "set_price_skew", skew).unwrap();
        });
    }
}

#[test]
fn a_purchase_above_its_ceiling() {
    let (mut ledger, market) = euro_debt(PoolKind::Lab);
    let plan = market.plan(&ledger, 100).unwrap();
    let skew = args![market.assets[3], market.usdc, 150_i32];
    ledger.invoke(&market.people.admin, &market.exchange, "set_price_skew", skew).unwrap();
    let before = ledger.fingerprint();
    refused(market.liquidate(&mut ledger, &market.people.alpha, &plan), 234);
    assert_eq!(ledger.fingerprint(), before);
}

#[test]
fn a_debt_in_another_asset_is_bought_repaid_and_what_is_left_of_it_sold_again() {
    for kind in POOLS {
        let (mut ledger, market) = euro_debt(kind);
        let plan = market.plan(&ledger, 100).unwrap();
        let profit: i128 = market.liquidate(&mut ledger, &market.people.alpha, &plan).unwrap().value();
        assert!(profit > 0);
        assert_eq!(ledger.balance(&market.assets[3], &market.vault), 0);
    }
}

/// An auction of XLM for a debt of 10,000 EURC and 10,000 USDC that pays well.
fn euro_debt(kind: PoolKind) -> (Ledger, Market) {
    let (mut ledger, market) = Market::funded(kind);
    let debts = [(&market.usdc, 10_000 * ONE), (&market.assets[3], 10_000 * ONE)];
    market.borrow(&mut ledger, &[(market.xlm(), 90_000 * ONE)], &debts).unwrap();
    market.set_price(&mut ledger, market.xlm(), 3_300_000).unwrap();
    market.open_auction(&mut ledger, &market.people.alpha).unwrap();
    ledger.close(200);
    market.refresh_prices(&mut ledger).unwrap();
    (ledger, market)
}

#[test]
fn a_profit_under_the_plans_floor_or_under_the_vaults() {
    spoilt(PoolKind::Lab, 235, |_, _, plan| plan.min_profit = 10_000 * ONE);
    // Before the auction pays at all.
    let (mut ledger, market) = Market::with_auction(PoolKind::Lab, 150);
    let plan = market.plan(&ledger, 100).unwrap();
    let before = ledger.fingerprint();
    refused(market.liquidate(&mut ledger, &market.people.alpha, &plan), 235);
    assert_eq!(ledger.fingerprint(), before);
}

#[test]
fn a_user_without_an_auction_and_one_whose_auction_has_not_begun() {
    for kind in POOLS {
        spoilt(kind, 230, |_, market, plan| plan.user = market.people.lender.address());
        let (mut ledger, market) = Market::funded(kind);
        market.borrow_against_xlm(&mut ledger).unwrap();
        market.let_xlm_fall(&mut ledger).unwrap();
        market.open_auction(&mut ledger, &market.people.alpha).unwrap();
        let plan =
            Plan { lots: Vec::from_array(&env(), [market.xlm().address()]), ..market.plan(&ledger, 100).unwrap() };
        refused(market.liquidate(&mut ledger, &market.people.alpha, &plan), 230);
    }
}

#[test]
fn a_pools_price_that_deviates_from_the_assets_own_oracle_in_either_direction() {
    for kind in POOLS {
        // Over-priced collateral, as on 22 February 2026; and under-priced.
        for price in [340_000_000, 3_600_000, 3_200_000] {
            spoilt(kind, 228, |ledger, market, _| {
                market.set_pool_price(ledger, market.xlm(), price).unwrap();
            });
        }
        // Over-priced debt, and under-priced.
        for price in [12_000_000, 9_000_000] {
            spoilt(kind, 228, |ledger, market, _| {
                market.set_pool_price(ledger, &market.usdc, price).unwrap();
            });
        }
    }
}

#[test]
fn a_stale_oracle_one_without_a_price_and_one_that_is_the_pools_own() {
    spoilt(PoolKind::Lab, 227, |ledger, _, _| ledger.close(121));
    spoilt(PoolKind::Lab, 229, |ledger, market, _| {
        let shared = args![market.xlm(), market.pool_feed, 600_u64, 300_u32];
        ledger.invoke(&market.people.admin, &market.vault, "set_asset", shared).unwrap();
    });
}

#[test]
fn repaying_more_than_is_booked_idle_even_where_donations_lie_beside_it() {
    spoilt(PoolKind::Lab, 201, |ledger, market, plan| {
        ledger.mint(&market.usdc, &market.vault, 200_000 * ONE).unwrap();
        let repayment = Repayment { amount: 100_011 * ONE, asset: market.usdc.address() };
        plan.repay = Vec::from_array(&env(), [repayment]);
    });
}

#[test]
fn an_auction_that_another_keeper_filled_outside_the_vault() {
    for kind in POOLS {
        spoilt(kind, 230, |ledger, market, _| {
            ledger.mint(&market.usdc, &market.people.beta, 20_000 * ONE).unwrap();
            let fill = market.prepare_fill(ledger, &market.people.beta).unwrap();
            ledger.apply(fill).unwrap();
        });
    }
}

#[test]
fn a_keeper_that_is_not_registered_and_a_plan_signed_by_somebody_else() {
    let (mut ledger, market) = Market::with_auction(PoolKind::Lab, 190);
    let plan = market.plan(&ledger, 100).unwrap();
    refused(market.liquidate(&mut ledger, &market.people.bob, &plan), 206);
    let forged = ledger.invoke(&market.people.bob, &market.vault, "liquidate", args![market.people.alpha, plan]);
    assert!(forged.is_err());
    assert_eq!(market.record(&ledger, &market.people.alpha.sdk_address()).liquidations, 0);
}
