//! Measuring one call in an `Env` that holds nothing but a snapshot: in a long-lived `Env` the cost of a call rises
//! with entries that it never touches.

use crate::ledger::xdr::{InvokeContractArgs, ScAddress, SorobanAuthorizationEntry};
use crate::ledger::{Account, Ledger};
use soroban_sdk::testutils::EnvTestConfig;
use soroban_sdk::{Address, Env, Symbol, TryFromVal, Val, Vec};

/// CPU instructions of `call` on the state of `ledger`, authorised by `source` and by `auth`.
pub(super) fn instructions(
    ledger: &Ledger,
    source: &Account,
    call: &InvokeContractArgs,
    auth: &[SorobanAuthorizationEntry],
) -> u64 {
    let mut env = Env::from_snapshot(ledger.snapshot());
    env.set_config(EnvTestConfig { capture_snapshot_at_drop: false });
    // Diagnostics are metered apart, in a budget as large as the call's; the largest call needs more there.
    env.cost_estimate().budget().reset_limits(400_000_000, 200_000_000);
    env.cost_estimate().disable_resource_limits();
    env.host().set_source_account(source.id()).expect("a fresh host takes a source");
    env.set_auths(auth);
    let contract = address(&env, &call.contract_address);
    let function = Symbol::new(&env, &call.function_name.0.to_utf8_string_lossy());
    let mut args: Vec<Val> = Vec::new(&env);
    for arg in call.args.iter() {
        args.push_back(Val::try_from_val(&env, arg).expect("an argument that the ledger took"));
    }
    let _: Val = env.invoke_contract(&contract, &function, args);
    let used = env.cost_estimate().resources().instructions;
    u64::try_from(used).expect("instructions are not negative")
}

fn address(env: &Env, address: &ScAddress) -> Address {
    Address::try_from_val(env, address).expect("an address converts")
}
