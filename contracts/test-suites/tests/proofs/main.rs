//! What the vault and the registry must never let happen, each proven on the built wasm in the real host.

mod administration;
mod bounds;
mod costs;
mod deposits;
mod donations;
mod draws;
mod grown;
mod lifetimes;
mod pause;
mod plans;
mod races;
mod returns;
mod settlement;
mod storage;
mod upgrades;

use std::fmt::Debug;
use test_suites::ledger::{Failure, Ledger};
use test_suites::market::Market;

/// The call was refused with this number by the contract called.
#[track_caller]
pub fn refused<T: Debug>(outcome: Result<T, Failure>, number: u32) {
    match outcome {
        Ok(value) => panic!("went through with {value:?} where error {number} was due"),
        Err(failure) => assert_eq!(failure.contract_error(), Some(number), "{failure}"),
    }
}

/// The vault's tokens are never less than its books say.
#[track_caller]
pub fn solvent(ledger: &Ledger, market: &Market) {
    let held = ledger.balance(&market.usdc, &market.vault);
    let booked = market.state(ledger).idle;
    assert!(held >= booked, "holds {held}, booked {booked}");
}
