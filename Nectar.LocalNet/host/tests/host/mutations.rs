//! Frames, values and code with random damage: always an answer, never a panic, and the same answer from both hosts.
//!
//! `NECTAR_MUTATION_CASES` sets the number of cases (the tests' own is small); `fuzz.sh` runs for a given time.

use crate::support::contracts::{descender, hostile, mirror};
use crate::support::deploy::{asset, call, create_asset_contract, upload};
use crate::support::keys::Key;
use crate::support::ledger::{value, xdr, Entries, Ledger};
use crate::support::module::WasmHost;
use crate::support::on_large_stack;
use crate::support::pair::RecordedCall;
use crate::support::values::*;
use nectar_host::frame::{AuthMode, Response};
use nectar_host::Host;
use proptest::prelude::*;
use proptest::test_runner::{Config, FileFailurePersistence, TestRunner};
use soroban_env_host::xdr::*;
use std::rc::Rc;

/// One place of damage; positions are taken modulo what is there.
#[derive(Clone, Debug)]
enum Edit {
    Byte(usize, u8),
    Word(usize, u32),
    Cut(usize, usize),
    Copy(usize, usize, usize),
}

impl Edit {
    fn apply(&self, bytes: &mut Vec<u8>) {
        let length = bytes.len().max(1);
        match *self {
            Edit::Byte(at, byte) => bytes[at % length] = byte,
            Edit::Word(at, word) => {
                let at = at % length / 4 * 4;
                let end = (at + 4).min(length);
                bytes[at..end].copy_from_slice(&word.to_be_bytes()[..end - at]);
            }
            Edit::Cut(at, count) => {
                let at = at % length;
                bytes.drain(at..(at + count).min(length));
            }
            Edit::Copy(from, count, to) => {
                let (from, to) = (from % length, to % length);
                let part = bytes[from..(from + count).min(length)].to_vec();
                bytes.splice(to..to, part);
            }
        }
        if bytes.is_empty() {
            bytes.push(0);
        }
    }
}

fn edit() -> impl Strategy<Value = Edit> {
    let telling =
        prop_oneof![Just(0), Just(1), Just(u32::MAX), Just(0x7fff_ffff), Just(0x8000_0000), 0..32_u32, any::<u32>()];
    prop_oneof![
        3 => (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Edit::Byte(at, byte)),
        5 => (any::<usize>(), telling).prop_map(|(at, word)| Edit::Word(at, word)),
        1 => (any::<usize>(), 1..64_usize).prop_map(|(at, count)| Edit::Cut(at, count)),
        1 => (any::<usize>(), 1..64_usize, any::<usize>()).prop_map(|(from, count, to)| Edit::Copy(from, count, to)),
    ]
}

fn cases(few: u32) -> u32 {
    std::env::var("NECTAR_MUTATION_CASES").map_or(few, |cases| cases.parse().expect("a number"))
}

fn runner(few: u32, seeds: &'static str) -> TestRunner {
    TestRunner::new(Config {
        cases: cases(few),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(seeds))),
        ..Config::default()
    })
}

/// Calls of every operation, and the ledger that they ran in.
fn story() -> (Vec<RecordedCall>, Rc<Entries>) {
    let (mut ledger, alice, bob) = (Ledger::new(), Key::of("alice"), Key::of("bob"));
    for key in [&alice, &bob] {
        ledger.open(key, &[], [0; 3], 0);
        ledger.trust(key, &Key::of("issuer"), 1_000, 1);
    }
    ledger.open_plain(&Key::of("issuer"));
    let token = ledger.create(&alice, &create_asset_contract(&asset(&Key::of("issuer"))));
    let contract = ledger.deploy(&alice, 0, &mirror(), vec![]);
    let put = call(&contract, "put", vec![symbol("k"), bytes(&[1; 40]), PERSISTENT]);
    ledger.invoke(&alice, &put, &[]).unwrap();
    let transfer = call(&token, "transfer", vec![address(&alice.address()), address(&bob.address()), i128(5)]);
    ledger.invoke(&bob, &transfer, &[&alice]).unwrap();
    let Response::Simulated(simulated) = ledger.simulate(&bob, &transfer) else { panic!() };
    let mut auth: Vec<SorobanAuthorizationEntry> = simulated.auth.iter().map(|bytes| value(bytes)).collect();
    auth.iter_mut().for_each(|entry| ledger.sign(entry, &[&alice]));
    ledger.simulate_with(&bob, &transfer, AuthMode::Enforce, &auth);
    let instance = LedgerKey::ContractData(LedgerKeyContractData {
        contract: contract.clone(),
        key: ScVal::LedgerKeyContractInstance,
        durability: ContractDataDurability::Persistent,
    });
    let Response::SimulatedTtl(ttl) = ledger.simulate_ttl(std::slice::from_ref(&instance), Some(500_000)) else {
        panic!()
    };
    ledger.apply_ttl(&value(&ttl.needs.transaction_data), Some(500_000));
    ledger.sequence += 600_000;
    let Response::SimulatedTtl(ttl) = ledger.simulate_ttl(&[instance], None) else { panic!() };
    ledger.apply_ttl(&value(&ttl.needs.transaction_data), None);
    (std::mem::take(&mut ledger.pair.calls), ledger.entries.clone())
}

fn well_formed(response: &[u8]) -> bool {
    response.len().is_multiple_of(4) && response[..4] == [0, 0, 0, 1] && response[4..7] == [0; 3] && response[7] <= 10
}

#[test]
fn damaged_frames_are_answered() {
    on_large_stack(|| {
        let (calls, entries) = story();
        let damage = (any::<prop::sample::Index>(), prop::collection::vec(edit(), 1..6));
        let mut host = Host::new();
        let host = std::cell::RefCell::new(&mut host);
        runner(1_500, "tests/seeds/frames.txt")
            .run(&damage, |(which, edits)| {
                let mut frame = which.get(&calls).request.clone();
                edits.iter().for_each(|edit| edit.apply(&mut frame));
                prop_assert!(well_formed(&host.borrow_mut().call(&frame, entries.clone())));
                Ok(())
            })
            .unwrap();
    });
}

#[test]
fn damaged_frames_are_answered_alike_by_both_hosts() {
    on_large_stack(|| {
        let (calls, entries) = story();
        let damage = (any::<prop::sample::Index>(), prop::collection::vec(edit(), 1..4));
        let hosts = std::cell::RefCell::new((Host::new(), WasmHost::new()));
        runner(300, "tests/seeds/frames-both.txt")
            .run(&damage, |(which, edits)| {
                let mut frame = which.get(&calls).request.clone();
                edits.iter().for_each(|edit| edit.apply(&mut frame));
                let (native, wasm) = &mut *hosts.borrow_mut();
                let answer = native.call(&frame, entries.clone());
                let wasm_answer = wasm.try_call(&frame, entries.clone()).map_err(TestCaseError::fail)?;
                prop_assert_eq!(answer, wasm_answer);
                Ok(())
            })
            .unwrap();
    });
}

#[test]
fn damaged_code_in_the_ledger_is_an_error_of_its_caller() {
    on_large_stack(|| {
        let (mut ledger, key) = (Ledger::new(), Key::of("alice"));
        ledger.open_plain(&key);
        let codes = [hostile(), descender(), mirror()];
        let functions = ["grow", "descend", "ledger_sequence"];
        let contracts: Vec<_> = (0..3).map(|at| ledger.deploy(&key, at as u8, &codes[at], vec![])).collect();
        let calls: Vec<_> = (0..3)
            .map(|at| {
                let args = if at == 1 { vec![list(vec![])] } else { vec![] };
                let function = call(&contracts[at], functions[at], args);
                ledger.simulate(&key, &function);
                ledger.pair.calls.pop().unwrap()
            })
            .collect();
        let uploads: Vec<_> = codes
            .iter()
            .map(|code| {
                ledger.simulate(&key, &upload(code));
                ledger.pair.calls.pop().unwrap().request
            })
            .collect();
        let damage = (0..3_usize, prop::collection::vec(edit(), 1..5));
        let hosts = std::cell::RefCell::new((Host::new(), WasmHost::new()));
        runner(300, "tests/seeds/code.txt")
            .run(&damage, |(which, edits)| {
                let mut code = codes[which].clone();
                edits.iter().for_each(|edit| edit.apply(&mut code));
                let source =
                    Rc::new(WithCode { entries: ledger.entries.clone(), original: codes[which].clone(), code });
                let (native, wasm) = &mut *hosts.borrow_mut();
                let answer = native.call(&calls[which].request, source.clone());
                let wasm_answer = wasm.try_call(&calls[which].request, source.clone()).map_err(TestCaseError::fail)?;
                prop_assert_eq!(answer, wasm_answer);
                let upload = with_code(&uploads[which], &source.original, &source.code);
                prop_assert!(well_formed(&native.call(&upload, source)));
                Ok(())
            })
            .unwrap();
    });
}

/// The ledger with other code under the hash of the original.
struct WithCode {
    entries: Rc<Entries>,
    original: Vec<u8>,
    code: Vec<u8>,
}

impl nectar_host::EntrySource for WithCode {
    fn fetch(&self, key: &[u8]) -> Result<Option<Vec<u8>>, String> {
        let LedgerKey::ContractCode(_) = value(key) else {
            return self.entries.fetch(key);
        };
        let held = self.entries.0.borrow();
        let Some((entry, live_until)) = held.get(key) else { return Ok(None) };
        let mut entry: LedgerEntry = value(entry);
        if let LedgerEntryData::ContractCode(code) = &mut entry.data {
            code.code = self.code.clone().try_into().unwrap();
        }
        let (entry, mut writer) = (xdr(&entry), nectar_host::frame::Writer::new());
        nectar_host::frame::Entry { entry: &entry, live_until: *live_until }.write(&mut writer);
        Ok(Some(writer.into_bytes()))
    }
}

/// The frame of an upload with other code in the place of the original.
fn with_code(frame: &[u8], original: &[u8], code: &[u8]) -> Vec<u8> {
    let request = nectar_host::frame::Request::decode(frame).unwrap();
    let nectar_host::frame::Request::SimulateInvoke(mut request) = request else { panic!() };
    assert!(request.host_function.windows(original.len()).any(|window| window == original));
    let function = xdr(&upload(code));
    request.host_function = &function;
    nectar_host::frame::Request::SimulateInvoke(request).encode()
}

#[test]
fn values_nested_beyond_the_limits_are_refused_or_fail() {
    on_large_stack(|| {
        let (mut ledger, key) = (Ledger::new(), Key::of("alice"));
        ledger.open_plain(&key);
        let contract = ledger.deploy(&key, 0, &mirror(), vec![]);
        ledger.simulate(&key, &call(&contract, "serialize", vec![ScVal::U32(0x0abb_ccdd)]));
        let frame = ledger.pair.calls.pop().unwrap().request;
        let request = nectar_host::frame::Request::decode(&frame).unwrap();
        let nectar_host::frame::Request::SimulateInvoke(request) = request else { panic!() };
        let (head, tail) = split_at_value(request.host_function, &[0, 0, 0, 3, 0x0a, 0xbb, 0xcc, 0xdd]);
        let mut statuses = Vec::new();
        for depth in [10, 90, 105, 240, 1_000, 80_000] {
            let nested = [head.clone(), [0, 0, 0, 16, 0, 0, 0, 1, 0, 0, 0, 1].repeat(depth), vec![0, 0, 0, 1]].concat();
            let function = [nested, tail.clone()].concat();
            let request = nectar_host::frame::SimulateInvoke { host_function: &function, ..request.clone() };
            let frame = nectar_host::frame::Request::SimulateInvoke(request).encode();
            let response = ledger.pair.call(&frame, &ledger.entries.clone());
            statuses.push(response[7]);
        }
        assert_eq!(statuses, [0, 0, 1, 3, 3, 3]);
    });
}

fn split_at_value(bytes: &[u8], value: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let at = bytes.windows(value.len()).position(|window| window == value).unwrap();
    (bytes[..at].to_vec(), bytes[at + value.len()..].to_vec())
}
