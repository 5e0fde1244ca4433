//! Failures of every kind: the same answer from both hosts, and the next call works.

use crate::support::bombs::bombs;
use crate::support::contracts::{descender, hostile, keeper_of_one_value, mirror};
use crate::support::deploy::{call, create, upload};
use crate::support::keys::Key;
use crate::support::ledger::{value, Ledger};
use crate::support::on_large_stack;
use crate::support::values::*;
use nectar_host::frame::{Failure, Response};
use soroban_env_host::xdr::*;

const TRAPPED: i32 = -2;
const RESOURCE_LIMIT_EXCEEDED: i32 = -3;
const ENTRY_ARCHIVED: i32 = -4;
const INSUFFICIENT_REFUNDABLE_FEE: i32 = -5;

struct Story {
    ledger: Ledger,
    key: Key,
}

impl Story {
    fn new() -> Self {
        let (mut ledger, key) = (Ledger::new(), Key::of("alice"));
        ledger.open_plain(&key);
        Self { ledger, key }
    }

    /// Simulates; the simulation is expected to fail.
    fn failure(&mut self, function: &HostFunction) -> Failure {
        match self.ledger.simulate(&self.key.clone(), function) {
            Response::Failed(failure) => failure,
            other => panic!("{other:?}"),
        }
    }

    fn error(&mut self, function: &HostFunction) -> ScError {
        value(&self.failure(function).error)
    }

    /// Simulates, lets the transaction be changed, applies.
    fn apply_with(&mut self, function: &HostFunction, change: impl FnOnce(&mut SorobanTransactionData)) -> Failure {
        let key = self.key.clone();
        let Response::Simulated(simulated) = self.ledger.simulate(&key, function) else { panic!() };
        let mut data = value(&simulated.needs.transaction_data);
        change(&mut data);
        let auth: Vec<_> = simulated.auth.iter().map(|bytes| value(bytes)).collect();
        match self.ledger.apply(&key, function, &auth, &data) {
            Response::Failed(failure) => failure,
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_contract_that_misbehaves_gets_an_error_and_the_next_call_works() {
    on_large_stack(|| {
        let mut story = Story::new();
        let contract = story.ledger.deploy(&story.key.clone(), 0, &hostile(), vec![]);
        let expected = [
            ("spin", ScError::Budget(ScErrorCode::ExceededLimit)),
            ("trap", ScError::WasmVm(ScErrorCode::InvalidAction)),
            ("divide", ScError::WasmVm(ScErrorCode::ArithDomain)),
            ("grow", ScError::Budget(ScErrorCode::ExceededLimit)),
            ("out_of_bounds", ScError::WasmVm(ScErrorCode::IndexBounds)),
            ("recurse", ScError::Budget(ScErrorCode::ExceededLimit)),
            ("nest", ScError::Budget(ScErrorCode::ExceededLimit)),
            ("wide", ScError::Budget(ScErrorCode::ExceededLimit)),
            ("bad_value", ScError::Value(ScErrorCode::UnexpectedType)),
            ("bad_handle", ScError::Value(ScErrorCode::InvalidInput)),
            ("absent", ScError::WasmVm(ScErrorCode::MissingValue)),
        ];
        let told: Vec<_> = expected.iter().map(|(name, _)| story.error(&call(&contract, name, vec![]))).collect();
        let lines = |errors: Vec<(&str, &ScError)>| format!("{errors:#?}");
        assert_eq!(
            lines(expected.iter().map(|(name, _)| *name).zip(&told).collect()),
            lines(expected.iter().map(|(name, error)| (*name, error)).collect())
        );
    });
}

/// All types but three: errors of `Crypto` and `Auth` are met with in the tests of those, and errors of `Events` only say
/// that the host contradicted itself.
#[test]
fn errors_of_every_type_reach_the_caller() {
    on_large_stack(|| {
        let mut story = Story::new();
        let contract = story.ledger.deploy(&story.key.clone(), 0, &mirror(), vec![]);
        let error = |number| ScVal::Error(ScError::Contract(number));
        let (key, nowhere) = (symbol("key"), ScAddress::Contract(ContractId(Hash([9; 32]))));
        let expected = [
            (call(&contract, "fail", vec![error(77)]), ScError::Contract(77)),
            (call(&contract, "get", vec![key.clone(), PERSISTENT]), ScError::Storage(ScErrorCode::MissingValue)),
            (call(&nowhere, "f", vec![]), ScError::Storage(ScErrorCode::MissingValue)),
            (call(&contract, "deserialize", vec![bytes(&[1, 2, 3])]), ScError::Context(ScErrorCode::ExceededLimit)),
            (call(&contract, "deserialize", vec![bytes(&[9; 4])]), ScError::Value(ScErrorCode::InvalidInput)),
            (call(&contract, "sha256", vec![ScVal::U32(1)]), ScError::Value(ScErrorCode::InvalidInput)),
            (call(&contract, "event", vec![ScVal::U32(1), ScVal::Void]), ScError::Value(ScErrorCode::InvalidInput)),
            (call(&contract, "vec_get", vec![list(vec![]), ScVal::U32(0)]), ScError::Object(ScErrorCode::IndexBounds)),
            (
                call(&contract, "call", vec![address(&contract), symbol("ledger_sequence"), list(vec![])]),
                ScError::Context(ScErrorCode::InvalidAction),
            ),
            (call(&contract, "put", vec![]), ScError::WasmVm(ScErrorCode::UnexpectedSize)),
            (upload(b"not wasm at all"), ScError::WasmVm(ScErrorCode::InvalidAction)),
            (create(&Key::of("alice"), 0, &mirror(), vec![]), ScError::Storage(ScErrorCode::ExistingValue)),
        ];
        let told: Vec<_> = expected.iter().map(|(function, _)| story.error(function)).collect();
        let wanted: Vec<_> = expected.iter().map(|(_, error)| error.clone()).collect();
        assert_eq!(format!("{told:#?}"), format!("{wanted:#?}"));
    });
}

/// Uploading it fails, or it is uploaded and creating a contract of it fails, or that is harmless: always an answer.
#[test]
fn code_that_explodes_is_answered_and_the_next_call_works() {
    on_large_stack(|| {
        let mut story = Story::new();
        let key = story.key.clone();
        let mut passed = Vec::new();
        for ((name, wasm), salt) in bombs().into_iter().zip(1..) {
            assert!(wasm.len() <= 131_072, "{name}: {} bytes", wasm.len());
            let uploaded = story.ledger.simulate(&key, &upload(&wasm));
            assert!(matches!(uploaded, Response::Simulated(_) | Response::Failed(_)), "{name}: {uploaded:?}");
            if story.ledger.invoke(&key, &upload(&wasm), &[]).is_ok() {
                let created = story.ledger.invoke(&key, &create(&key, salt, &wasm, vec![]), &[]);
                passed.push((name, created.is_ok()));
            }
        }
        println!("uploaded, and created: {passed:?}");
        story.ledger.deploy(&key, 0, &mirror(), vec![]);
    });
}

#[test]
fn a_chain_of_calls_deeper_than_the_host_allows_is_an_error() {
    on_large_stack(|| {
        let mut story = Story::new();
        let (key, wasm) = (story.key.clone(), descender());
        story.ledger.invoke(&key, &upload(&wasm), &[]).unwrap();
        let contracts: Vec<_> =
            (0..120).map(|salt| story.ledger.create(&key, &create(&key, salt, &wasm, vec![]))).collect();
        let descend = |depth: usize| {
            let rest = contracts[1..=depth].iter().map(address).collect();
            call(&contracts[0], "descend", vec![list(rest)])
        };
        assert!(matches!(story.ledger.simulate(&key, &descend(40)), Response::Simulated(_)));
        assert_eq!(story.error(&descend(110)), ScError::Context(ScErrorCode::ExceededLimit));
        assert!(matches!(story.ledger.simulate(&key, &descend(40)), Response::Simulated(_)));
    });
}

#[test]
fn too_little_declared_is_told_by_the_networks_result_code() {
    on_large_stack(|| {
        let mut story = Story::new();
        let contract = story.ledger.deploy(&story.key.clone(), 0, &mirror(), vec![]);
        let put = call(&contract, "put", vec![symbol("key"), bytes(&[1; 600]), PERSISTENT]);
        let failure = story.apply_with(&put, |data| data.resources.instructions = 100_000);
        assert_eq!(failure.result_code, RESOURCE_LIMIT_EXCEEDED);
        assert_eq!(value::<ScError>(&failure.error), ScError::Budget(ScErrorCode::ExceededLimit));
        let failure = story.apply_with(&put, |data| data.resources.write_bytes -= 1);
        assert_eq!((failure.result_code, failure.error.len()), (RESOURCE_LIMIT_EXCEEDED, 0));
        let failure = story.apply_with(&put, |data| data.resource_fee /= 2);
        assert_eq!((failure.result_code, failure.error.len()), (INSUFFICIENT_REFUNDABLE_FEE, 0));
        let failure = story.apply_with(&put, |data| {
            data.resources.footprint.read_write = Default::default();
        });
        assert_eq!(failure.result_code, TRAPPED);
        assert_eq!(value::<ScError>(&failure.error), ScError::Storage(ScErrorCode::ExceededLimit));
        let many = ScVal::Bytes(vec![7; 20_000].try_into().unwrap());
        let event = call(&contract, "event", vec![list(vec![symbol("t")]), many]);
        let failure = story.apply_with(&event, |_| {});
        assert_eq!((failure.result_code, failure.error.len()), (RESOURCE_LIMIT_EXCEEDED, 0));
    });
}

#[test]
fn an_archived_entry_must_be_listed_and_is_restored_where_it_is() {
    on_large_stack(|| {
        let mut story = Story::new();
        let key = story.key.clone();
        let contract = story.ledger.deploy(&key, 0, &keeper_of_one_value(), vec![i128(42)]);
        story.ledger.sequence += 200_000;
        let read = call(&contract, "value", vec![]);
        let failure = story.apply_with(&read, |data| data.ext = SorobanTransactionDataExt::V0);
        assert_eq!(failure.result_code, ENTRY_ARCHIVED);
        let (simulated, applied) = story.ledger.invoke(&key, &read, &[]).unwrap();
        assert_eq!(value::<ScVal>(&applied.return_value), i128(42));
        assert_eq!(applied.changes.iter().filter(|change| change.restored).count(), 2);
        let data: SorobanTransactionData = value(&simulated.needs.transaction_data);
        assert!(matches!(data.ext, SorobanTransactionDataExt::V1(ext) if ext.archived_soroban_entries.len() == 2));
        let (_, again) = story.ledger.invoke(&key, &read, &[]).unwrap();
        assert!(again.changes.iter().all(|change| !change.restored));
        assert!(again.instructions < applied.instructions, "restored code is parsed at the invocation's expense");
    });
}
