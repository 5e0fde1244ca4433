//! A keeper's plan for one atomic liquidation, and what makes it acceptable before anything moves.

use soroban_sdk::{contracttype, Address, Env, Vec};

use crate::{
    config::{check_amount, MAX_AMOUNT},
    errors::VaultError,
    storage,
};

/// Most lots of a plan: each costs about 9 of the network's 100 footprint entries.
pub const MAX_LOTS: u32 = 4;
/// Most debts of a plan.
pub const MAX_BIDS: u32 = 2;

/// A debt to repay to the pool.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repayment {
    /// Units of `asset`. May exceed the debt: the pool nets, nothing more is taken than the debt.
    pub amount: i128,
    /// The debt's asset.
    pub asset: Address,
}

/// A purchase before the fill: exactly `amount` of `asset` for as little USDC as the exchange asks.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purchase {
    /// Units of `asset` to buy.
    pub amount: i128,
    /// An asset that the plan repays.
    pub asset: Address,
    /// Exchange with Soroswap's router functions.
    pub exchange: Address,
}

/// A sale after the fill: all that the vault holds of `asset` for USDC.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sale {
    /// An asset that the plan repays or withdraws.
    pub asset: Address,
    /// Exchange with Soroswap's router functions.
    pub exchange: Address,
}

/// One atomic liquidation. It names no recipient: everything comes back to the vault.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Collateral to withdraw, 1 to 4 assets.
    pub lots: Vec<Address>,
    /// Least profit, fee included, in stroops; the vault's own minimum holds beside it.
    pub min_profit: i128,
    /// Percent of what is left of the auction, 1 to 100.
    pub percent: u32,
    /// The pool.
    pub pool: Address,
    /// Debts to repay, up to 2 assets.
    pub repay: Vec<Repayment>,
    /// Sales after the fill.
    pub swaps_after: Vec<Sale>,
    /// Purchases before the fill.
    pub swaps_before: Vec<Purchase>,
    /// Whose auction it is.
    pub user: Address,
}

impl Plan {
    /// Refuses a plan whose numbers, lists or names are not allowed. Asset listings are checked with their prices.
    pub(crate) fn check(&self, e: &Env, usdc: &Address) -> Result<(), VaultError> {
        if !(1..=100).contains(&self.percent) {
            return Err(VaultError::InvalidPercent);
        }
        if !(1..=MAX_LOTS).contains(&self.lots.len()) || repeats(&self.lots) {
            return Err(VaultError::InvalidLots);
        }
        if self.repay.len() > MAX_BIDS {
            return Err(VaultError::TooManyBids);
        }
        if !(0..=MAX_AMOUNT).contains(&self.min_profit) {
            return Err(VaultError::InvalidAmount);
        }
        let debts = self.debts(e);
        for repayment in self.repay.iter() {
            check_amount(repayment.amount)?;
        }
        let mut bought = Vec::from_array(e, []);
        for purchase in self.swaps_before.iter() {
            check_amount(purchase.amount)?;
            check_exchange(e, &purchase.exchange)?;
            if purchase.asset == *usdc || !has(&debts, &purchase.asset) {
                return Err(VaultError::InvalidSwaps);
            }
            bought.push_back(purchase.asset);
        }
        let mut sold = Vec::from_array(e, []);
        for sale in self.swaps_after.iter() {
            check_exchange(e, &sale.exchange)?;
            if sale.asset == *usdc || !(has(&debts, &sale.asset) || has(&self.lots, &sale.asset)) {
                return Err(VaultError::InvalidSwaps);
            }
            sold.push_back(sale.asset);
        }
        if repeats(&debts) || repeats(&bought) || repeats(&sold) {
            return Err(VaultError::InvalidSwaps);
        }
        Ok(())
    }

    /// Assets of the debts to repay.
    pub(crate) fn debts(&self, e: &Env) -> Vec<Address> {
        let mut debts = Vec::from_array(e, []);
        for repayment in self.repay.iter() {
            debts.push_back(repayment.asset);
        }
        debts
    }

    /// Every asset that the plan touches in the pool, once each.
    pub(crate) fn assets(&self, e: &Env) -> Vec<Address> {
        let mut assets = self.debts(e);
        for lot in self.lots.iter() {
            if !has(&assets, &lot) {
                assets.push_back(lot);
            }
        }
        assets
    }

    /// The exchange that sells `asset`, if the plan names one.
    pub(crate) fn sale_of(&self, asset: &Address) -> Option<Address> {
        self.swaps_after.iter().find(|sale| sale.asset == *asset).map(|sale| sale.exchange)
    }
}

fn check_exchange(e: &Env, exchange: &Address) -> Result<(), VaultError> {
    if storage::exchange_listed(e, exchange) {
        Ok(())
    } else {
        Err(VaultError::ExchangeNotAllowed)
    }
}

// Lists are short, so they are walked with the host functions that the contract imports anyway.
fn has(addresses: &Vec<Address>, wanted: &Address) -> bool {
    addresses.iter().any(|address| address == *wanted)
}

fn repeats(addresses: &Vec<Address>) -> bool {
    addresses.iter().enumerate().any(|(i, address)| addresses.iter().take(i).any(|earlier| earlier == address))
}
