//! Calls that are refused before anything runs, and applications that declared too little.

use super::Calls;
use crate::support::contracts::mirror;
use crate::support::deploy::call;
use crate::support::keys::Key;
use crate::support::ledger::{value, Ledger};
use crate::support::values::*;
use nectar_host::frame::{Adjustment, Request, Response};
use soroban_env_host::xdr::*;

/// What becomes of a transaction before it is applied.
type Change = fn(&mut SorobanTransactionData);

pub fn record(calls: &mut Calls) {
    let (mut ledger, alice) = (Ledger::new(), Key::of("alice"));
    ledger.open_plain(&alice);
    let contract = ledger.deploy(&alice, 0, &mirror(), vec![]);
    ledger.pair.calls.clear();
    let put = call(&contract, "put", vec![symbol("key"), bytes(&[1; 600]), PERSISTENT]);
    let Response::Simulated(simulated) = ledger.simulate(&alice, &put) else { panic!() };
    let recorded = ledger.pair.calls.pop().unwrap();
    let data: SorobanTransactionData = value(&simulated.needs.transaction_data);
    let changes: [(&str, Change); 6] = [
        ("too few instructions", |data| data.resources.instructions = 100_000),
        ("too few bytes to write", |data| data.resources.write_bytes -= 1),
        ("too small a fee", |data| data.resource_fee /= 2),
        ("a key left out", |data| data.resources.footprint.read_write = Default::default()),
        ("a key named twice", |data| {
            let key = data.resources.footprint.read_only[0].clone();
            data.resources.footprint.read_write = vec![key].try_into().unwrap();
        }),
        ("an archived entry that is none", |data| {
            let ext = SorobanResourcesExtV0 { archived_soroban_entries: vec![5].try_into().unwrap() };
            data.ext = SorobanTransactionDataExt::V1(ext);
        }),
    ];
    for (name, change) in changes {
        let mut changed = data.clone();
        change(&mut changed);
        ledger.apply(&alice, &put, &[], &changed);
        calls.take(&mut ledger, name);
    }
    let entries = ledger.entries.clone();
    let Request::SimulateInvoke(request) = Request::decode(&recorded.request).unwrap() else { panic!() };
    let mut changed = request.clone();
    changed.context.protocol_version = 27;
    ledger.pair.run(&Request::SimulateInvoke(changed), &entries);
    calls.take(&mut ledger, "another protocol");
    let mut changed = request.clone();
    changed.host_function = &request.host_function[..8];
    ledger.pair.run(&Request::SimulateInvoke(changed), &entries);
    calls.take(&mut ledger, "a malformed host function");
    let mut changed = request.clone();
    changed.adjustments = Some([Adjustment { factor: 1.5, addend: 7 }; 5]);
    ledger.pair.run(&Request::SimulateInvoke(changed), &entries);
    calls.take(&mut ledger, "margins of the caller's own");
    let account = LedgerKey::Account(LedgerKeyAccount { account_id: alice.account() });
    ledger.simulate_ttl(&[account], Some(10));
    calls.take(&mut ledger, "an account has no lifetime");
    ledger.simulate(&alice, &call(&ScAddress::Contract(ContractId(Hash([9; 32]))), "f", vec![]));
    calls.take(&mut ledger, "no such contract");
}
