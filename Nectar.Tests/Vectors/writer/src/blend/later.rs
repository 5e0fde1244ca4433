//! The reserves after time has passed.

use super::state::State;
use crate::files::xdr_base64;
use crate::random::Random;
use serde_json::{json, Value};
use test_suites::ledger::{Failure, ToScVal, CLOSE_SECONDS};

/// The most ledgers that pass: less than entries live without being touched.
const MOST: usize = 100_000;

/// Every reserve as the pool tells it some ledgers later.
pub fn reserves(state: &State, random: &mut Random) -> Result<Value, Failure> {
    let ledgers = 1 + if random.below(3) == 0 { random.below(10) } else { random.below(MOST) } as u32;
    let mut ledger = state.ledger.clone();
    ledger.close(ledgers);
    let mut reserves = Vec::new();
    for index in 0..state.reserves.len() as u32 {
        let reserve = state.pool().get_reserve(&ledger, &state.asset(index))?;
        reserves.push(xdr_base64(&reserve.to_scval()));
    }
    Ok(json!({ "seconds": u64::from(ledgers) * CLOSE_SECONDS, "reserves": reserves }))
}
