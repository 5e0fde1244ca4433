//! Planning a fill as an honest keeper does: from the auction as it stands, scaled to the current ledger.

use super::Market;
use crate::ledger::{env, Asset, Failure, Ledger};
use crate::pool::{AuctionData, AuctionType};
use nectar_vault::{Plan, Purchase, Repayment, Sale};
use soroban_sdk::{Address, Vec};

/// Blend's step of an auction's curve per ledger, 7 decimals: 200 ledgers for each half.
const STEP: i128 = 50_000;
const WHOLE: i128 = 10_000_000;
const RATE: i128 = 1_000_000_000_000;
/// A repayment asks for this much more, in basis points, so that interest until inclusion does not leave debt behind;
/// what is too much is netted.
const OVER_ASK_BPS: i128 = 10;

/// What a fill of the borrower's auction would take over and bring now, in underlying units.
#[derive(Clone, Debug)]
pub struct PlanTerms {
    /// Debts to repay, with the over-ask.
    pub debts: std::vec::Vec<(Address, i128)>,
    /// Collateral that comes, rounded down.
    pub lots: std::vec::Vec<(Address, i128)>,
}

impl Market {
    /// The terms of filling `percent` of the borrower's auction in the current ledger.
    pub fn terms_of_fill(&self, ledger: &Ledger, percent: u32) -> Result<PlanTerms, Failure> {
        let auction = self.pool.get_auction(ledger, AuctionType::UserLiquidation, &self.people.borrower)?;
        let AuctionData { bid, block, lot } = auction;
        let passed = i128::from(ledger.sequence().saturating_sub(block));
        let bid_part = if passed <= 200 { WHOLE } else { (WHOLE - (passed - 200) * STEP).max(0) };
        let lot_part = if passed <= 200 { passed * STEP } else { WHOLE };
        let mut terms = PlanTerms { debts: vec![], lots: vec![] };
        for (asset, amount) in bid.iter() {
            let d_rate = self.pool.get_reserve(ledger, &asset)?.data.d_rate;
            let scaled = up(up(amount * i128::from(percent), 100) * bid_part, WHOLE);
            let owed = up(scaled * d_rate, RATE);
            if owed > 0 {
                terms.debts.push((asset, owed + up(owed * OVER_ASK_BPS, 10_000)));
            }
        }
        for (asset, amount) in lot.iter() {
            let b_rate = self.pool.get_reserve(ledger, &asset)?.data.b_rate;
            let scaled = amount * i128::from(percent) / 100 * lot_part / WHOLE;
            if scaled > 0 {
                terms.lots.push((asset, scaled * b_rate / RATE));
            }
        }
        Ok(terms)
    }

    /// The plan of an atomic liquidation of `percent` of the borrower's auction in the current ledger.
    pub fn plan(&self, ledger: &Ledger, percent: u32) -> Result<Plan, Failure> {
        let env = env();
        let terms = self.terms_of_fill(ledger, percent)?;
        let usdc = self.usdc.address();
        let exchange = self.exchange.address();
        let mut plan = Plan {
            lots: Vec::new(&env),
            min_profit: 0,
            percent,
            pool: self.pool.0.address(),
            repay: Vec::new(&env),
            swaps_after: Vec::new(&env),
            swaps_before: Vec::new(&env),
            user: self.people.borrower.address(),
        };
        let mut sales = std::vec::Vec::new();
        for (asset, amount) in terms.debts {
            if asset != usdc {
                let purchase = Purchase { amount, asset: asset.clone(), exchange: exchange.clone() };
                plan.swaps_before.push_back(purchase);
                sales.push(asset.clone());
            }
            plan.repay.push_back(Repayment { amount, asset });
        }
        for (asset, _) in terms.lots {
            if asset != usdc && !sales.contains(&asset) {
                sales.push(asset.clone());
            }
            plan.lots.push_back(asset);
        }
        for asset in sales {
            plan.swaps_after.push_back(Sale { asset, exchange: exchange.clone() });
        }
        Ok(plan)
    }

    /// What the exchange would pay for `amount` of `asset` now, in USDC stroops.
    pub fn quote(&self, ledger: &Ledger, asset: &Asset, amount: i128) -> Result<i128, Failure> {
        let path = Vec::from_array(&env(), [asset.address(), self.usdc.address()]);
        let amounts: Vec<i128> = ledger.read(&self.exchange, "router_get_amounts_out", crate::args![amount, path])?;
        Ok(amounts.last().unwrap_or(0))
    }
}

fn up(product: i128, divisor: i128) -> i128 {
    (product + divisor - 1) / divisor
}
