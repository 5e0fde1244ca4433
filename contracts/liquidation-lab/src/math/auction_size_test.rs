use super::*;
use crate::math::fixed::SCALAR_12;
use crate::math::health::Valuation;
use crate::math::rates::accrue;
use crate::types::{ReserveConfig, ReserveData};
use std::vec::Vec;

extern crate std;

pub struct Sample {
    config: ReserveConfig,
    data: ReserveData,
    pub price: i128,
}

/// Rates with one decimal, factors as percentages, price in whole units.
pub fn sample(b_rate: i128, d_rate: i128, c_factor: u32, l_factor: u32, price: i128) -> Sample {
    Sample {
        config: ReserveConfig {
            c_factor: c_factor * 100_000,
            decimals: 7,
            enabled: true,
            index: 0,
            l_factor: l_factor * 100_000,
            max_util: 9_500_000,
            r_base: 100_000,
            r_one: 500_000,
            r_three: 15_000_000,
            r_two: 5_000_000,
            reactivity: 20,
            supply_cap: i128::MAX,
            util: 7_500_000,
        },
        data: ReserveData {
            b_rate: b_rate * SCALAR_12 / 100,
            b_supply: 0,
            backstop_credit: 0,
            d_rate: d_rate * SCALAR_12 / 100,
            d_supply: 0,
            ir_mod: SCALAR_7,
            last_time: 0,
        },
        price: price * SCALAR_7,
    }
}

impl Sample {
    pub fn valuation(&self) -> Valuation<'_> {
        Valuation { config: &self.config, data: &self.data, scalar: SCALAR_7, price: self.price }
    }
}

/// Positions as (reserve, amount); included ones first, the others behind them.
struct Case<'a> {
    reserves: &'a [Sample],
    collateral: &'a [(usize, i128)],
    liabilities: &'a [(usize, i128)],
    included: (usize, usize),
    percent: u32,
}

impl Case<'_> {
    fn health(&self, collateral: &[(usize, i128)], liabilities: &[(usize, i128)]) -> Health {
        let mut health = Health::default();
        for (reserve, amount) in collateral {
            health.add_collateral(&self.reserves[*reserve].valuation(), *amount);
        }
        for (reserve, amount) in liabilities {
            health.add_liability(&self.reserves[*reserve].valuation(), *amount);
        }
        health
    }

    fn size(&self) -> Result<AuctionSize, PoolError> {
        let (lots, bids) = self.included;
        size(&Scope {
            percent: self.percent,
            included: self.health(&self.collateral[..lots], &self.liabilities[..bids]),
            account: self.health(self.collateral, self.liabilities),
            oracle_scalar: SCALAR_7,
        })
    }

    /// Lots, bids and the judgement of what remains.
    fn outcome(&self) -> (Vec<i128>, Vec<i128>, Result<(), PoolError>) {
        let size = self.size().unwrap();
        let (lots, bids) = self.included;
        let mut collateral = self.collateral.to_vec();
        let mut liabilities = self.liabilities.to_vec();
        let mut lot = Vec::new();
        let mut bid = Vec::new();
        for (_, amount) in &mut collateral[..lots] {
            lot.push(size.lot(*amount));
            *amount -= size.lot(*amount);
        }
        for (_, amount) in &mut liabilities[..bids] {
            bid.push(size.bid(*amount));
            *amount -= size.bid(*amount);
        }
        let after = self.health(&collateral, &liabilities);
        (lot, bid, size.judge(&after))
    }
}

fn two_reserves() -> [Sample; 2] {
    [sample(110, 115, 85, 90, 2), sample(120, 130, 80, 75, 4)]
}

#[test]
fn two_collaterals_and_one_debt_at_45_percent_match_blends_numbers() {
    let mut reserves = [sample(110, 100, 85, 90, 2), sample(120, 100, 75, 75, 4), sample(100, 100, 0, 70, 50)];
    // The debt's reserve has never been accrued before.
    let debt = &mut reserves[2];
    (debt.data.b_supply, debt.data.d_supply) = (100_0000000, 75_0000000);
    accrue(&debt.config, &mut debt.data, 0, 12_345);
    let case = Case {
        reserves: &reserves,
        collateral: &[(0, 90_9100000), (1, 4_5800000)],
        liabilities: &[(2, 2_7500000)],
        included: (2, 1),
        percent: 45,
    };
    let (lot, bid, judgement) = case.outcome();
    assert_eq!(lot, [30_5595329, 1_5395739]);
    assert_eq!(bid, [1_2375000]);
    assert_eq!(judgement, Ok(()));
}

#[test]
fn one_of_two_collaterals_and_debts_at_85_percent_matches_blends_numbers() {
    let case = Case {
        reserves: &two_reserves(),
        collateral: &[(1, 30_0000000), (0, 50_0000000)],
        liabilities: &[(0, 30_0000000), (1, 20_0000000)],
        included: (1, 1),
        percent: 85,
    };
    let (lot, bid, judgement) = case.outcome();
    assert_eq!((lot[0], bid[0]), (13_9293750, 25_5000000));
    assert_eq!(judgement, Ok(()));
}

#[test]
fn all_of_one_debt_without_the_other_is_no_full_liquidation_and_matches_blends_numbers() {
    let case = Case {
        reserves: &two_reserves(),
        collateral: &[(0, 100_0000000)],
        liabilities: &[(1, 15_0000000), (0, 40_0000000)],
        included: (1, 1),
        percent: 100,
    };
    assert!(!case.size().unwrap().full);
    let (lot, bid, judgement) = case.outcome();
    assert_eq!((lot[0], bid[0]), (41_8806900, 15_0000000));
    assert_eq!(judgement, Ok(()));
}

#[test]
fn a_small_auction_of_a_deeply_underwater_account_is_too_small_but_a_full_one_is_accepted() {
    let reserves = [sample(100, 100, 75, 75, 1), sample(100, 100, 75, 75, 1)];
    let case = |percent| Case {
        reserves: &reserves,
        collateral: &[(0, 100_0000000)],
        liabilities: &[(1, 99_0000000)],
        included: (1, 1),
        percent,
    };
    assert_eq!(case(50).outcome().2, Err(PoolError::InvalidLiqTooSmall));
    assert_eq!(case(95).outcome().2, Err(PoolError::InvalidLiqTooSmall));
    assert!(case(96).size().unwrap().full);
    assert_eq!(case(96).outcome().2, Ok(()));
}

#[test]
fn a_large_auction_of_a_slightly_unhealthy_account_is_too_large() {
    let reserves = [sample(100, 100, 75, 75, 1), sample(100, 100, 75, 75, 1)];
    for percent in [60, 100] {
        let case = Case {
            reserves: &reserves,
            collateral: &[(0, 100_0000000)],
            liabilities: &[(1, 56_2600000)],
            included: (1, 1),
            percent,
        };
        assert_eq!(case.outcome().2, Err(PoolError::InvalidLiqTooLarge));
    }
}

#[test]
fn a_lot_beyond_the_included_collateral_is_refused_while_the_account_has_more() {
    let reserves = [sample(100, 100, 75, 75, 1), sample(100, 100, 75, 75, 1), sample(100, 100, 75, 75, 1)];
    let case = |included| Case {
        reserves: &reserves,
        collateral: &[(0, 10_0000000), (2, 90_0000000)],
        liabilities: &[(1, 60_0000000)],
        included,
        percent: 90,
    };
    assert_eq!(case((1, 1)).size(), Err(PoolError::InvalidLiquidation));
    assert!(case((2, 1)).size().is_ok());
}

#[test]
fn a_full_liquidation_is_too_large_while_the_accounts_collateral_covers_it() {
    let after = Health { collateral_base: 12, liability_base: 10, ..Health::default() };
    let size = |full, lot_value| AuctionSize {
        full,
        debt_share: SCALAR_7,
        lot_share: SCALAR_7,
        lot_value,
        account: Health { collateral_raw: 100, ..Health::default() },
        oracle_scalar: SCALAR_7,
    };
    assert_eq!(size(true, 99).judge(&after), Err(PoolError::InvalidLiqTooLarge));
    assert_eq!(size(true, 100).judge(&after), Ok(()));
    assert_eq!(size(false, 100).judge(&after), Err(PoolError::InvalidLiqTooLarge));
}

#[test]
fn a_lot_that_takes_exactly_the_included_collateral_is_accepted_beside_more() {
    // 100 of debt at 100 % with factors of one leave no incentive: 100 of collateral are taken.
    let value =
        |worth| Health { collateral_base: worth, collateral_raw: worth, liability_base: 100, liability_raw: 100 };
    let scope =
        |included| Scope { percent: 100, included: value(included), account: value(200), oracle_scalar: SCALAR_7 };
    assert_eq!(size(&scope(100)).map(|size| size.lot(1_000)), Ok(1_000));
    assert_eq!(size(&scope(99)), Err(PoolError::InvalidLiquidation));
}

#[test]
fn only_what_is_all_by_worth_and_above_95_percent_is_a_full_liquidation() {
    let value = |collateral, debt| Health {
        collateral_base: collateral,
        collateral_raw: collateral,
        liability_base: debt,
        liability_raw: debt,
    };
    let full = |included, percent| {
        size(&Scope { percent, included, account: value(200, 100), oracle_scalar: SCALAR_7 }).unwrap().full
    };
    assert!(full(value(200, 100), 96));
    assert!(!full(value(200, 100), 95));
    assert!(!full(value(199, 100), 96));
    assert!(!full(value(200, 99), 96));
}

#[test]
fn the_backstops_incentive_is_a_fifth_rounded_down() {
    assert_eq!([1, 4, 5, 1_000].map(with_backstop_incentive), [1, 4, 6, 1_200]);
}
