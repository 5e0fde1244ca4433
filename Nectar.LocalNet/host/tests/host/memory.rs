//! Memory comes back to its level after every call, whatever the call was.

use crate::support::bombs::bombs;
use crate::support::contracts::{descender, hostile, mirror};
use crate::support::deploy::{call, create, upload};
use crate::support::keys::Key;
use crate::support::ledger::Ledger;
use crate::support::module::{WasmHost, LINEAR_STACK_BYTES, STACK_BYTES};
use crate::support::on_large_stack;
use crate::support::values::*;
use nectar_host::frame::{Request, Response};
use soroban_env_host::xdr::{HostFunction, ScVal};
use std::rc::Rc;

/// What an instance may take from its surroundings for calls of any kind; the interface document states it.
const HIGHEST_LEVEL: usize = 256 << 20;

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
        println!("an instance took {} bytes", ledger.pair.wasm.memory_bytes());
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

/// As deep as anything goes: calls through contracts up to the host's limit, values nested to it, a recursion inside a
/// contract, the widest curves, code that explodes.
#[test]
fn the_deepest_calls_leave_half_of_both_stacks() {
    on_large_stack(|| {
        let (mut ledger, key) = (Ledger::new(), Key::of("alice"));
        ledger.open_plain(&key);
        let bad = ledger.deploy(&key, 0, &hostile(), vec![]);
        let good = ledger.deploy(&key, 1, &mirror(), vec![]);
        let wasm = descender();
        ledger.invoke(&key, &upload(&wasm), &[]).unwrap();
        let chain: Vec<_> =
            (2..112).map(|salt| address(&ledger.create(&key, &create(&key, salt, &wasm, vec![])))).collect();
        ledger.pair.calls.clear();
        let nested = |depth| (0..depth).fold(ScVal::Void, |inner, _| list(vec![inner]));
        let (first, rest) = (&chain[0], chain[1..].to_vec());
        let ScVal::Address(first) = first else { panic!("a contract has an address") };
        ledger.simulate(&key, &call(first, "descend", vec![list(rest)]));
        for name in ["recurse", "nest", "grow"] {
            ledger.simulate(&key, &call(&bad, name, vec![]));
        }
        for depth in [95, 105, 120] {
            ledger.simulate(&key, &call(&good, "serialize", vec![nested(depth)]));
        }
        let point = |name: &str| call(&good, name, vec![bytes(b"m"), bytes(b"domain")]);
        for name in ["bls_hash_to_g1", "bls_hash_to_g2"] {
            ledger.simulate(&key, &point(name));
        }
        for (_, wasm) in bombs() {
            ledger.simulate(&key, &upload(&wasm));
        }
        let used = ledger.pair.wasm.linear_stack_bytes();
        println!("of the stack in linear memory {used} bytes of {LINEAR_STACK_BYTES} were used");
        assert!(used <= LINEAR_STACK_BYTES / 2, "{used}");
        let mut half = WasmHost::with_stack(STACK_BYTES / 2);
        for call in &ledger.pair.calls {
            let source = Rc::new(crate::support::pair::Replay(call.fetched.clone()));
            assert!(half.try_call(&call.request, source).expect("no trap") == call.response);
        }
    });
}
