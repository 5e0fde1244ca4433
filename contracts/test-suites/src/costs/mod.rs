//! What calls cost on chain: instructions in a fresh `Env` from a snapshot, and resources and fee on the ledger.

mod calls;
mod isolated;
mod table;

pub use calls::measure_all;
pub use table::{parse, render};

use crate::ledger::Resources;

/// The cost of one call on the built wasm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// The call, in words.
    pub call: &'static str,
    /// CPU instructions in a fresh `Env::from_snapshot`: the contract's own work. Exact: the same wasm gives the same.
    pub isolated: u64,
    /// What the network would measure, decoding of entries included.
    pub network: Resources,
    /// Fee without rent for those resources, in stroops of XLM.
    pub fee: i64,
    /// Most instructions that we want it to take (`isolated`), if we set ourselves a goal.
    pub goal: Option<u64>,
    /// What the public proof of concept took for it, if it had it.
    pub original: Option<u64>,
}
