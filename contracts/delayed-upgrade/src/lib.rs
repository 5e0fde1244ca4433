//! Upgrade in two steps: propose a wasm hash, wait a day of ledgers, then install it.
//!
//! OpenZeppelin's `upgradeable` installs at once; users of a vault need time to read the proposal and leave.
//! Neither step checks who calls: the contract that uses this crate must have its owner's authorisation first.
#![no_std]

use soroban_sdk::{contractevent, contracttype, BytesN, Env};

#[cfg(test)]
mod test;

/// Ledgers between proposal and upgrade: one day at 5 s.
pub const DELAY_LEDGERS: u32 = 17_280;

/// Why an upgrade is not carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was proposed, or the proposal was carried out or withdrawn.
    NotProposed,
    /// Fewer than [`DELAY_LEDGERS`] ledgers have passed since the proposal.
    TooEarly,
}

/// A proposed wasm hash and the first ledger in which it may be installed.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// First ledger in which [`upgrade`] goes through.
    pub ready: u32,
    /// Hash of the uploaded wasm.
    pub wasm_hash: BytesN<32>,
}

#[contracttype]
enum Key {
    UpgradeProposal,
}

/// A wasm hash was proposed; it may be installed from ledger `ready` on.
#[contractevent(sparse = false)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpgradeProposed {
    /// Hash of the wasm to install.
    pub wasm_hash: BytesN<32>,
    /// First ledger in which it may be installed.
    pub ready: u32,
}

/// The proposed wasm was installed.
#[contractevent(sparse = false)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upgraded {
    /// Hash of the wasm that runs from the next call on.
    pub wasm_hash: BytesN<32>,
}

/// Proposes `wasm_hash` and returns the first ledger in which it may be installed.
///
/// A later proposal replaces an earlier one and starts the delay anew, so proposing the running wasm withdraws one.
/// No authorisation is asked here.
pub fn propose(e: &Env, wasm_hash: BytesN<32>) -> u32 {
    let ready = e.ledger().sequence().saturating_add(DELAY_LEDGERS);
    let proposal = Proposal { ready, wasm_hash: wasm_hash.clone() };
    e.storage().instance().set(&Key::UpgradeProposal, &proposal);
    UpgradeProposed { wasm_hash, ready }.publish(e);
    ready
}

/// The open proposal, if any.
pub fn proposal(e: &Env) -> Option<Proposal> {
    e.storage().instance().get(&Key::UpgradeProposal).unwrap_or(None)
}

/// Installs the proposed wasm once its delay has passed, and returns its hash.
///
/// No authorisation is asked here. A hash that was never uploaded is a host error and leaves the proposal as it was.
pub fn upgrade(e: &Env) -> Result<BytesN<32>, Refusal> {
    let Proposal { ready, wasm_hash } = proposal(e).ok_or(Refusal::NotProposed)?;
    if e.ledger().sequence() < ready {
        return Err(Refusal::TooEarly);
    }
    // Overwritten, since removing would be one host function more for contracts that remove nothing else.
    e.storage().instance().set(&Key::UpgradeProposal, &None::<Proposal>);
    // The newer `update_current_contract` imports the functions of executables that are not ours, and every call of a
    // contract pays for each import.
    #[allow(deprecated)]
    e.deployer().update_current_contract_wasm(wasm_hash.clone());
    Upgraded { wasm_hash: wasm_hash.clone() }.publish(e);
    Ok(wasm_hash)
}
