//! Memory comes back to its level after every call, whatever the call was.

use crate::support::contracts::{hostile, mirror};
use crate::support::deploy::{call, upload};
use crate::support::keys::Key;
use crate::support::ledger::Ledger;
use crate::support::on_large_stack;
use crate::support::values::*;
use nectar_host::frame::{Request, Response};
use soroban_env_host::xdr::{HostFunction, ScVal};

/// What an instance may take from its surroundings for calls of any kind; the interface document states it.
const HIGHEST_LEVEL: usize = 512 << 20;

#[test]
fn every_failing_call_leaves_the_memory_in_use_as_it_was() {
    on_large_stack(|| {
        let (mut ledger, key) = (Ledger::new(), Key::of("alice"));
        ledger.open_plain(&key);
        let bad = ledger.deploy(&key, 0, &hostile(), vec![]);
        let good = ledger.deploy(&key, 1, &mirror(), vec![]);
        let mut functions: Vec<HostFunction> =
            ["spin", "trap", "grow", "recurse", "nest", "wide", "bad_value", "absent"]
                .iter()
                .map(|name| call(&bad, name, vec![]))
                .collect();
        functions.push(call(&good, "fail", vec![ScVal::Void]));
        functions.push(upload(&[0; 100_000]));
        functions.push(call(&good, "put", vec![symbol("k"), bytes(&[1; 60_000]), PERSISTENT]));
        let entries = ledger.entries.clone();
        for function in &functions {
            // The first time, tables that are made once and kept are made.
            ledger.simulate(&key, function);
            ledger.pair.run(&Request::DropModuleCache, &entries);
            let before = ledger.pair.wasm.bytes_in_use();
            ledger.simulate(&key, function);
            assert_eq!(ledger.pair.wasm.bytes_in_use(), before, "{function:?}");
        }
        assert!(ledger.pair.wasm.memory_bytes() < HIGHEST_LEVEL, "{}", ledger.pair.wasm.memory_bytes());
    });
}

#[test]
fn applied_calls_leave_nothing_but_the_module_cache_which_can_be_dropped() {
    on_large_stack(|| {
        let (mut ledger, key) = (Ledger::new(), Key::of("alice"));
        ledger.open_plain(&key);
        let contract = ledger.deploy(&key, 0, &mirror(), vec![]);
        let function = call(&contract, "ledger_sequence", vec![]);
        let entries = ledger.entries.clone();
        let level = |ledger: &mut Ledger| {
            ledger.invoke(&key, &function, &[]).unwrap();
            let warm = ledger.pair.wasm.bytes_in_use();
            assert_eq!(ledger.pair.run(&Request::DropModuleCache, &entries), Response::ModuleCacheDropped);
            (warm, ledger.pair.wasm.bytes_in_use())
        };
        let first = level(&mut ledger);
        assert_eq!(level(&mut ledger), first);
        assert!(first.1 < first.0);
    });
}
