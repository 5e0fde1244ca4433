//! A leveraged position, a fall of the price, and the auction that follows.

use super::{Market, ONE};
use crate::ledger::{Account, Asset, Failure, Ledger, Receipt};
use crate::pool::{AuctionType, Request};
use soroban_sdk::Address;

/// XLM that the borrower puts in.
const COLLATERAL: i128 = 100_000 * ONE;
/// USDC that it borrows against it: a health factor of 1.096 at the first price.
const DEBT: i128 = 26_000 * ONE;
/// Where the price of XLM falls to, 7 decimals.
const FALLEN: i128 = 3_400_000;

impl Market {
    /// The borrower supplies 100,000 XLM and borrows 26,000 USDC.
    pub fn borrow_against_xlm(&self, ledger: &mut Ledger) -> Result<Receipt, Failure> {
        self.borrow(ledger, &[(self.xlm(), COLLATERAL)], &[(&self.usdc, DEBT)])
    }

    /// The borrower supplies and borrows in one `submit`.
    pub fn borrow(
        &self,
        ledger: &mut Ledger,
        collateral: &[(&Asset, i128)],
        debt: &[(&Asset, i128)],
    ) -> Result<Receipt, Failure> {
        let supply = collateral.iter().map(|(asset, amount)| Request::supply_collateral(asset, *amount));
        let borrow = debt.iter().map(|(asset, amount)| Request::borrow(asset, *amount));
        let requests: Vec<_> = supply.chain(borrow).collect();
        self.pool.submit(ledger, &self.people.borrower, &requests)
    }

    /// The price of XLM falls from 0.40 to 0.34 on both feeds.
    pub fn let_xlm_fall(&self, ledger: &mut Ledger) -> Result<(), Failure> {
        self.set_price(ledger, self.xlm(), FALLEN)
    }

    /// Anyone opens an auction of the smallest percent that the pool accepts, over all that the borrower has and owes.
    pub fn open_auction(&self, ledger: &mut Ledger, source: &Account) -> Result<Receipt, Failure> {
        let (bid, lot) = self.borrower_sides(ledger)?;
        let found = self.pool.smallest_liquidation(ledger, &self.people.borrower, &bid, &lot);
        let (percent, _) = found.ok_or_else(|| Failure::unexpected("no percent is accepted"))?;
        let user = &self.people.borrower;
        self.pool.new_auction(ledger, source, AuctionType::UserLiquidation, user, &bid, &lot, percent)
    }

    /// What the borrower owes and what it has put in, by asset.
    pub fn borrower_sides(&self, ledger: &Ledger) -> Result<(Vec<Address>, Vec<Address>), Failure> {
        let positions = self.pool.get_positions(ledger, &self.people.borrower)?;
        let assets = self.all_assets();
        let named = |index: u32| assets[index as usize].address();
        let bid = positions.liabilities.keys().iter().map(named).collect();
        let lot = positions.collateral.keys().iter().map(named).collect();
        Ok((bid, lot))
    }
}
