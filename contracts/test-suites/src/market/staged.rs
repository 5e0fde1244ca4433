//! Filling with capital of one's own or drawn: what a keeper does in the staged mode.

use super::Market;
use crate::args;
use crate::ledger::{env, Account, Failure, Ledger, Prepared, Receipt};
use crate::pool::{all, Request};
use soroban_sdk::Vec;

impl Market {
    /// `keeper` prepares to fill the borrower's whole auction, to repay all its debt and to withdraw all its lot.
    pub fn prepare_fill(&self, ledger: &Ledger, keeper: &Account) -> Result<Prepared, Failure> {
        let terms = self.terms_of_fill(ledger, 100)?;
        let mut requests = vec![Request::fill(&self.people.borrower, 100)];
        requests.extend(terms.debts.iter().map(|(asset, amount)| Request::repay(asset, *amount)));
        requests.extend(terms.lots.iter().map(|(asset, _)| Request::withdraw_collateral(asset, all())));
        let requests = Vec::from_slice(&env(), &requests);
        ledger.prepare(keeper, &[], &self.pool, "submit", args![keeper, keeper, keeper, requests])
    }

    /// `keeper` sells all its XLM for USDC on the exchange.
    pub fn sell_xlm(&self, ledger: &mut Ledger, keeper: &Account) -> Result<Receipt, Failure> {
        let amount = ledger.balance(self.xlm(), keeper);
        let least = self.quote(ledger, self.xlm(), amount)?;
        let path = Vec::from_array(&env(), [self.xlm().address(), self.usdc.address()]);
        let swap = args![amount, least, path, keeper, ledger.timestamp() + 60];
        ledger.invoke(keeper, &self.exchange, "swap_exact_tokens_for_tokens", swap)
    }
}
