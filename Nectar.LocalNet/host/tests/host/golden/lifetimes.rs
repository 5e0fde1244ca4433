//! Extensions, restorations, archived entries.

use super::Calls;
use crate::support::contracts::keeper_of_one_value;
use crate::support::deploy::call;
use crate::support::keys::Key;
use crate::support::ledger::{value, Ledger};
use crate::support::settings::MIN_PERSISTENT_TTL;
use crate::support::values::*;
use nectar_host::frame::{Response, RESTORE_PREAMBLE};
use soroban_env_host::xdr::*;

pub fn record(calls: &mut Calls) {
    let (mut ledger, key) = (Ledger::new(), Key::of("alice"));
    ledger.open_plain(&key);
    let contract = ledger.deploy(&key, 0, &keeper_of_one_value(), vec![i128(42)]);
    ledger.pair.calls.clear();
    let instance = LedgerKey::ContractData(LedgerKeyContractData {
        contract: contract.clone(),
        key: ScVal::LedgerKeyContractInstance,
        durability: ContractDataDurability::Persistent,
    });
    let Response::SimulatedTtl(extension) = ledger.simulate_ttl(std::slice::from_ref(&instance), Some(100_000)) else {
        panic!()
    };
    calls.take(&mut ledger, "an extension that lengthens nothing");
    assert!(extension.needs.read_only_keys.is_empty());
    let Response::SimulatedTtl(extension) = ledger.simulate_ttl(std::slice::from_ref(&instance), Some(150_000)) else {
        panic!()
    };
    ledger.apply_ttl(&value(&extension.needs.transaction_data), Some(150_000));
    calls.take(&mut ledger, "an extension");
    ledger.sequence += 150_000 + MIN_PERSISTENT_TTL;

    let read = call(&contract, "value", vec![]);
    let Response::Simulated(simulated) = ledger.simulate(&key, &read) else { panic!() };
    calls.take(&mut ledger, "archived entries");
    let data: SorobanTransactionData = value(&simulated.needs.transaction_data);
    let unlisted = SorobanTransactionData { ext: SorobanTransactionDataExt::V0, ..data };
    ledger.apply(&key, &read, &[], &unlisted);
    calls.take(&mut ledger, "archived entries that are not listed");
    ledger.flags |= RESTORE_PREAMBLE;
    ledger.simulate(&key, &read);
    ledger.simulate_ttl(std::slice::from_ref(&instance), Some(150_000));
    calls.take(&mut ledger, "the restoration that comes first");
    ledger.flags &= !RESTORE_PREAMBLE;

    let Response::SimulatedTtl(restoration) = ledger.simulate_ttl(&[instance], None) else { panic!() };
    let data: SorobanTransactionData = value(&restoration.needs.transaction_data);
    let mut short = data.clone();
    short.resources.disk_read_bytes -= 1;
    let mut poor = data.clone();
    poor.resource_fee /= 2;
    ledger.apply_ttl(&data, None);
    calls.take(&mut ledger, "a restoration");
    ledger.sequence += MIN_PERSISTENT_TTL;
    ledger.apply_ttl(&short, None);
    calls.take(&mut ledger, "a restoration that declares too little to read");
    ledger.apply_ttl(&poor, None);
    calls.take(&mut ledger, "a restoration that pays too little");
    ledger.invoke(&key, &read, &[]).unwrap();
    calls.take(&mut ledger, "entries restored by the invocation");
}
