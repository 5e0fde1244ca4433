//! `submit` and its siblings: requests change positions, the result is validated, then tokens move.

pub mod flash_loan;
mod requests;
mod settlement;
mod validation;

pub use requests::RequestType;
pub use settlement::Settlement;

use crate::errors::PoolError;
use crate::market::Market;
use crate::positions::Account;
use crate::types::{Positions, Request};
use soroban_sdk::{panic_with_error, Address, Env, Vec};

/// One call's work on one account.
struct Batch<'e> {
    market: Market<'e>,
    account: Account,
    /// Limited positions before the call.
    prior_count: u32,
    /// Whether a request could have made the account less healthy.
    check_health: bool,
}

impl<'e> Batch<'e> {
    fn load(env: &'e Env, from: &Address) -> Self {
        let account = Account::load(env, from);
        Batch {
            market: Market::load(env),
            prior_count: account.positions.limited_count(),
            account,
            check_health: false,
        }
    }
}

/// Applies `requests` to the positions of `from`; `spender` pays in, `to` is paid out.
pub fn execute(
    env: &Env,
    from: &Address,
    spender: &Address,
    to: &Address,
    requests: &Vec<Request>,
    settlement: Settlement,
) -> Positions {
    let pool = env.current_contract_address();
    if *from == pool || *spender == pool || *to == pool {
        panic_with_error!(env, PoolError::BadRequest);
    }
    let mut batch = Batch::load(env, from);
    let outcome = batch.apply(requests).and_then(|()| batch.validate());
    if let Err(error) = outcome {
        panic_with_error!(env, error);
    }
    batch.store();
    settlement::settle(&batch.market, &pool, spender, to, settlement);
    batch.account.positions
}

impl Batch<'_> {
    fn store(&self) {
        self.account.store(self.market.env);
        self.market.store();
    }
}
