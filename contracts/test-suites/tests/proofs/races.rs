//! Two keepers, one auction: the first wins, the second loses nothing but its fee. At either pool.

use crate::solvent;
use test_suites::args;
use test_suites::ledger::Stage;
use test_suites::market::{Market, POOLS};

#[test]
fn the_second_atomic_liquidation_fails_in_the_ledger_with_our_own_number_and_moves_nothing() {
    for kind in POOLS {
        let (mut ledger, market) = Market::with_auction(kind, 190);
        let (alpha, beta) = (&market.people.alpha, &market.people.beta);
        let plan = market.plan(&ledger, 100).unwrap();
        let first = ledger.prepare(alpha, &[], &market.vault, "liquidate", args![alpha, plan]).unwrap();
        let second = ledger.prepare(beta, &[], &market.vault, "liquidate", args![beta, plan]).unwrap();
        let beta_had = ledger.balance(&market.usdc, beta);
        let profit: i128 = ledger.apply(first).unwrap().value();
        assert!(profit > 0);
        let before = ledger.fingerprint();
        let failure = ledger.apply(second).unwrap_err();
        assert_eq!((failure.stage, failure.contract_error()), (Stage::Applied, Some(230)), "{kind:?}: {failure}");
        assert_eq!(ledger.fingerprint(), before);
        assert_eq!(ledger.balance(&market.usdc, beta), beta_had);
        solvent(&ledger, &market);
    }
}

#[test]
fn an_atomic_liquidation_leaves_no_capital_outside_and_the_profit_is_what_balances_show() {
    for kind in POOLS {
        let (mut ledger, market) = Market::with_auction(kind, 190);
        let alpha = &market.people.alpha;
        let vault_had = ledger.balance(&market.usdc, &market.vault);
        let keeper_had = ledger.balance(&market.usdc, alpha);
        let plan = market.plan(&ledger, 100).unwrap();
        let profit: i128 = market.liquidate(&mut ledger, alpha, &plan).unwrap().value();
        let fee = ledger.balance(&market.usdc, alpha) - keeper_had;
        assert_eq!(fee, profit / 10, "10 % of the profit, rounded down");
        assert_eq!(ledger.balance(&market.usdc, &market.vault) - vault_had, profit - fee);
        let state = market.state(&ledger);
        assert_eq!((state.drawn, state.profit), (0, profit - fee));
        let record = market.record(&ledger, alpha);
        assert_eq!((record.liquidations, record.profit_measured), (1, profit));
        assert_eq!(ledger.balance(market.xlm(), &market.vault), 0);
        let positions = market.pool.get_positions(&ledger, &market.vault).unwrap();
        assert!(positions.collateral.is_empty() && positions.liabilities.is_empty());
    }
}
