//! The sums that the pool reckons with. It tells none of them, only whether debt exceeds collateral: so each predicted
//! sum is held against a reserve whose units are worth one unit of the oracle, at the sum itself and one beside it.

use super::pool_entries;
use super::state::{by_index, State};
use serde_json::{json, Value};
use test_suites::ledger::{Failure, Ledger};
use test_suites::pool::{AuctionType, Positions, ReserveConfig, ReserveData};

const E12: i128 = 1_000_000_000_000;
const NOT_LIQUIDATABLE: u32 = 1211;

/// Both sums in the oracle's decimals, proved at the pool, and the health factor in the same.
///
/// # Panics
/// When the pool reckons with other sums.
pub fn health(state: &State) -> Result<Value, Failure> {
    let health = state.pool().health(&state.ledger, &state.world.user)?;
    let ruler = state.reserves.len() as u32;
    let (collateral, liabilities) = (&state.positions.collateral, &state.positions.liabilities);
    let against_debt = |units| Positions { liabilities: by_index(&[(ruler, units)]), ..state.positions.clone() };
    let against_collateral = |units| Positions { collateral: by_index(&[(ruler, units)]), ..state.positions.clone() };
    assert!(is_covered(state, against_debt(health.collateral)), "collateral is below {}", health.collateral);
    assert!(!is_covered(state, against_debt(health.collateral + 1)), "collateral is above {}", health.collateral);
    assert!(is_covered(state, against_collateral(health.liabilities)), "debt is above {}", health.liabilities);
    assert!(!is_covered(state, against_collateral(health.liabilities - 1)), "debt is below {}", health.liabilities);
    assert!(!collateral.is_empty() && !liabilities.is_empty());
    Ok(json!({
        "collateral": health.collateral.to_string(),
        "liabilities": health.liabilities.to_string(),
        "factor": health.factor().map(|factor| factor.to_string()),
    }))
}

/// Whether the pool takes debt to be covered by collateral.
fn is_covered(state: &State, positions: Positions) -> bool {
    let mut ledger = state.ledger.clone();
    add_ruler(&mut ledger, state);
    pool_entries::set_positions(&mut ledger, &state.pool(), &state.world.user, &positions);
    let named = |index: u32| match index as usize == state.reserves.len() {
        true => state.world.ruler.address(),
        false => state.asset(index),
    };
    let bid: Vec<_> = positions.liabilities.keys().iter().map(named).collect();
    let lot: Vec<_> = positions.collateral.keys().iter().map(named).collect();
    let kind = AuctionType::UserLiquidation;
    let answer = state.pool().would_be_auction(&ledger, kind, &state.world.user, &bid, &lot, 50);
    answer.is_err_and(|failure| failure.contract_error() == Some(NOT_LIQUIDATABLE))
}

fn add_ruler(ledger: &mut Ledger, state: &State) {
    let mut assets = state.world.assets();
    assets.push(state.world.ruler.address());
    pool_entries::set_list(ledger, &state.pool(), &assets);
    let config =
        ReserveConfig { index: state.reserves.len() as u32, ..ReserveConfig::with_factors(10_000_000, 10_000_000) };
    let data = ReserveData {
        b_rate: E12,
        b_supply: 0,
        backstop_credit: 0,
        d_rate: E12,
        d_supply: 0,
        ir_mod: 10_000_000,
        last_time: ledger.timestamp(),
    };
    pool_entries::set_reserve(ledger, &state.pool(), &state.world.ruler.address(), &config, &data);
}
