//! A loan that lasts for the rest of the call.

use super::{settlement, Batch, Settlement};
use crate::errors::PoolError;
use crate::events::FlashLoanGranted;
use crate::status::require_active;
use crate::types::{FlashLoan, Positions, Request};
use soroban_sdk::{panic_with_error, symbol_short, token::TokenClient, vec, Address, Env, IntoVal, Val, Vec};

/// Books the loan as debt of `from`, applies the requests, validates, lends the tokens to the receiver, calls its
/// `exec_op(caller, token, amount, fee)` with no fee, and then settles the requests net.
pub fn execute(env: &Env, from: &Address, loan: &FlashLoan, requests: &Vec<Request>) -> Positions {
    let pool = env.current_contract_address();
    if *from == pool {
        panic_with_error!(env, PoolError::BadRequest);
    }
    let mut batch = Batch::load(env, from);
    let outcome = batch.book(loan).and_then(|()| batch.apply(requests)).and_then(|()| batch.validate());
    if let Err(error) = outcome {
        panic_with_error!(env, error);
    }
    batch.store();

    TokenClient::new(env, &loan.asset).transfer(&pool, &loan.contract, &loan.amount);
    let arguments =
        vec![env, from.into_val(env), loan.asset.into_val(env), loan.amount.into_val(env), 0i128.into_val(env)];
    env.invoke_contract::<Val>(&loan.contract, &symbol_short!("exec_op"), arguments);
    settlement::settle(&batch.market, &pool, from, from, Settlement::Net);
    batch.account.positions
}

impl Batch<'_> {
    fn book(&mut self, loan: &FlashLoan) -> Result<(), PoolError> {
        require_active(self.market.config.status)?;
        let place = self.market.by_asset(&loan.asset);
        // Unlike a borrowing, a loan is judged by its amount before the reserve is.
        let d_tokens = self.market.reserves[place].mintable_debt(loan.amount)?;
        self.market.reserves[place].require_enabled()?;
        self.add_debt(place, d_tokens)?;
        FlashLoanGranted {
            asset: loan.asset.clone(),
            from: self.account.address.clone(),
            contract: loan.contract.clone(),
            tokens: loan.amount,
            d_tokens,
        }
        .publish(self.market.env);
        Ok(())
    }
}
