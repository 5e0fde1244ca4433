//! The health of a user, by the pool's own arithmetic (facts of Blend v2, section 2.2).

use super::Pool;
use crate::args;
use crate::ledger::{Addressed, Contract, Failure, Ledger};
use soroban_sdk::{contracttype, Address, Symbol};

/// Value of what a user has and owes after the reserves' factors, in the oracle's decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Health {
    /// Collateral times collateral factors, rounded down.
    pub collateral: i128,
    /// Debt over liability factors, rounded up.
    pub liabilities: i128,
    /// One unit: 10 to the oracle's decimals.
    pub scalar: i128,
}

impl Health {
    /// Collateral over liabilities in units of `scalar`, rounded down; `None` without debt. A user
    /// under `scalar` can be liquidated.
    pub fn factor(&self) -> Option<i128> {
        (self.liabilities > 0).then(|| self.collateral * self.scalar / self.liabilities)
    }

    /// Whether the pool would open a liquidation.
    pub fn is_liquidatable(&self) -> bool {
        self.liabilities > self.collateral
    }
}

/// How SEP-40 feeds name an asset.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
enum FeedAsset {
    Stellar(Address),
    Other(Symbol),
}

/// What SEP-40 feeds answer.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
struct PriceData {
    price: i128,
    timestamp: u64,
}

const SCALAR_7: i128 = 10_000_000;
const SCALAR_12: i128 = 1_000_000_000_000;

impl Pool {
    /// The health of `user` at the current ledger and prices.
    pub fn health(&self, ledger: &Ledger, user: &impl Addressed) -> Result<Health, Failure> {
        let positions = self.get_positions(ledger, user)?;
        let oracle = Contract::at(&self.get_config(ledger)?.oracle);
        let decimals: u32 = ledger.read(&oracle, "decimals", args![])?;
        let mut health = Health { collateral: 0, liabilities: 0, scalar: 10_i128.pow(decimals) };
        for (index, asset) in (0..).zip(self.get_reserve_list(ledger)?.iter()) {
            let b_tokens = positions.collateral.get(index).unwrap_or(0);
            let d_tokens = positions.liabilities.get(index).unwrap_or(0);
            if b_tokens == 0 && d_tokens == 0 {
                continue;
            }
            let reserve = self.get_reserve(ledger, &asset)?;
            let feed = FeedAsset::Stellar(asset);
            let last: Option<PriceData> = ledger.read(&oracle, "lastprice", args![feed])?;
            let price = last.map_or(0, |last| last.price);
            let held = b_tokens * reserve.data.b_rate / SCALAR_12;
            let held = held * i128::from(reserve.config.c_factor) / SCALAR_7;
            health.collateral += price * held / reserve.scalar;
            let owed = ceil_div(d_tokens * reserve.data.d_rate, SCALAR_12);
            let owed = ceil_div(owed * SCALAR_7, reserve.config.l_factor.into());
            health.liabilities += ceil_div(price * owed, reserve.scalar);
        }
        Ok(health)
    }
}

/// `a / b` rounded up, for numbers that are not negative.
fn ceil_div(a: i128, b: i128) -> i128 {
    (a + b - 1) / b
}
