//! The calls whose cost is watched, each on the state it is usually made in.

mod parts;
mod pool;
mod registry;
mod staged;
mod vault;

use super::{isolated, Cost};
use crate::ledger::xdr::{HostFunction, ScVal};
use crate::ledger::{Account, Addressed, Failure, Ledger};
use crate::market::PoolKind;

/// A call to measure: who calls what with which arguments.
pub(super) struct Call<'a> {
    pub name: &'static str,
    pub source: &'a Account,
    pub contract: &'a dyn Addressed,
    pub function: &'static str,
    pub args: std::vec::Vec<ScVal>,
    pub goal: Option<u64>,
    pub original: Option<u64>,
}

/// Measures every watched call; `progress` is told which.
pub fn measure_all(progress: impl Fn(&str)) -> Result<std::vec::Vec<Cost>, Failure> {
    let mut costs = std::vec::Vec::new();
    progress("vault and registry");
    vault::measure_calls(&mut costs)?;
    registry::measure_calls(&mut costs)?;
    parts::measure_calls(&mut costs)?;
    for kind in [PoolKind::Lab, PoolKind::Blend] {
        progress(&format!("liquidations at {kind:?}"));
        pool::measure_calls(kind, &mut costs)?;
    }
    Ok(costs)
}

/// Makes the call on a copy of `ledger`.
pub(super) fn measure(ledger: &Ledger, call: Call) -> Result<Cost, Failure> {
    let mut after = ledger.clone();
    let receipt = after.invoke(call.source, &call.contract.sc_address(), call.function, call.args)?;
    let applied = after.transactions().next_back().expect("one was applied just now");
    let HostFunction::InvokeContract(invoked) = applied.host_function() else {
        unreachable!("a call is an invocation");
    };
    Ok(Cost {
        call: call.name,
        isolated: isolated::instructions(ledger, call.source, invoked, applied.auth()),
        network: receipt.resources,
        fee: ledger.settings().fee(&receipt.resources).total(),
        goal: call.goal,
        original: call.original,
    })
}
