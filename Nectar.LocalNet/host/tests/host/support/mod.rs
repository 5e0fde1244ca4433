//! What the tests stand on: a ledger, keys, contracts, and both hosts.

pub mod bombs;
pub mod contracts;
mod cost_params;
pub mod deploy;
pub mod keys;
pub mod ledger;
pub mod module;
pub mod pair;
pub mod settings;
pub mod story;
pub mod values;

/// Runs a test with the stack that the host needs for the deepest calls; the test harness' own is smaller.
pub fn on_large_stack(test: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(64 << 20).spawn(test).unwrap();
    if let Err(panic) = thread.join() {
        std::panic::resume_unwind(panic);
    }
}
