//! Times the wasm file against the native library, side by side in one run.
//!
//! `cargo run --profile speed --example speed`, by way of `speed.sh`.

#[path = "../tests/host/support/mod.rs"]
#[allow(dead_code)]
mod support;

use nectar_host::frame::Request;
use nectar_host::{EntrySource, Host};
use soroban_env_host::xdr::*;
use std::rc::Rc;
use std::time::{Duration, Instant};
use support::deploy::call;
use support::keys::Key;
use support::ledger::Ledger;
use support::module::{engine, file, WasmHost, STACK_BYTES};
use support::pair::{RecordedCall, Replay};
use support::story::{play, stored, Step};
use wasmtime::Module;

/// One line of the table: what it is, its simulation, its application.
struct Case {
    name: &'static str,
    simulate: RecordedCall,
    apply: RecordedCall,
}

fn main() {
    support::on_large_stack(|| table(&story()));
}

/// The cases, taken from the life of a market at Blend's pool.
fn story() -> Vec<Case> {
    let (mut ledger, mut cases) = (Ledger::new(), Vec::new());
    ledger.flags = 0;
    let steps = stored("blend");
    let pool = steps.iter().filter_map(uploaded).max_by_key(|code| code.len()).expect("code was uploaded").to_vec();
    let mut market = None;
    for step in steps {
        ledger.pair.calls.clear();
        let played = play(&mut ledger, std::slice::from_ref(&step));
        if played.succeeded == 0 {
            continue;
        }
        if let Some(HostFunction::InvokeContract(call)) = host_function(&step) {
            if call.function_name.to_string() == "submit" {
                market.get_or_insert(call.contract_address.clone());
            }
        }
        let Some(name) = host_function(&step).and_then(|function| told(function, &pool)) else { continue };
        if cases.iter().any(|case: &Case| case.name == name) {
            continue;
        }
        cases.push(case(name, &mut ledger));
    }
    let alice = Key::of("alice");
    ledger.open_plain(&alice);
    ledger.pair.calls.clear();
    ledger.invoke(&alice, &call(&market.expect("something is submitted"), "get_config", vec![]), &[]).unwrap();
    cases.push(case("get_config of the pool", &mut ledger));
    cases
}

/// What a function is called in the table, where it is in it.
fn told(function: &HostFunction, pool: &[u8]) -> Option<&'static str> {
    let call = match function {
        HostFunction::UploadContractWasm(code) => return (code.as_slice() == pool).then_some("upload of Blend's pool"),
        HostFunction::InvokeContract(call) => call,
        _ => return None,
    };
    match (call.function_name.to_string().as_str(), call.args.as_slice()) {
        ("deploy", _) => Some("constructor of the pool, by its factory"),
        ("submit", [.., ScVal::Vec(Some(requests))]) if requests.len() == 5 => Some("submit with five requests"),
        ("deposit", [_, _]) => Some("our deposit"),
        ("liquidate", _) => Some("our liquidate"),
        _ => None,
    }
}

/// The last simulation and application.
fn case(name: &'static str, ledger: &mut Ledger) -> Case {
    let [simulate, apply] = std::mem::take(&mut ledger.pair.calls).try_into().expect("simulated and applied");
    Case { name, simulate, apply }
}

fn host_function(step: &Step) -> Option<&HostFunction> {
    let Step::Transaction { envelope, .. } = step else { return None };
    match &envelope.tx.operations[0].body {
        OperationBody::InvokeHostFunction(call) => Some(&call.host_function),
        _ => None,
    }
}

fn uploaded(step: &Step) -> Option<&[u8]> {
    match host_function(step) {
        Some(HostFunction::UploadContractWasm(code)) => Some(code),
        _ => None,
    }
}

fn table(cases: &[Case]) {
    let (mut native, mut wasm) = (Host::new(), WasmHost::new());
    let drop_cache = Request::DropModuleCache.encode();
    start();
    println!("| call | simulate: native, wasm | ratio | apply: native cold, native warm, wasm warm | warm / cold native | warm / warm native |");
    println!("|---|---|---|---|---|---|");
    for case in cases {
        let simulate = Timed::of(&case.simulate);
        let apply = Timed::of(&case.apply);
        let [ns, ws] = best([&mut || simulate.native(&mut native), &mut || simulate.wasm(&mut wasm)]);
        let mut cold_host = Host::new();
        let [cold, warm, wasm_warm] = best([
            &mut || {
                cold_host.call(&drop_cache, apply.source.clone());
                apply.native(&mut cold_host)
            },
            &mut || apply.native(&mut native),
            &mut || apply.wasm(&mut wasm),
        ]);
        println!(
            "| {} | {}, {} | {:.2} | {}, {}, {} | {:.2} | {:.2} |",
            case.name,
            ms(ns),
            ms(ws),
            ratio(ws, ns),
            ms(cold),
            ms(warm),
            ms(wasm_warm),
            ratio(wasm_warm, cold),
            ratio(wasm_warm, warm)
        );
    }
}

/// How long compilation takes, and how long an instance takes from a compilation that was saved.
#[allow(unsafe_code)]
fn start() {
    let (engine, started) = (engine(STACK_BYTES), Instant::now());
    let module = Module::new(&engine, file()).unwrap();
    let compiled = started.elapsed();
    let saved = module.serialize().unwrap();
    let path = std::env::temp_dir().join(format!("nectar-host-{}.cwasm", std::process::id()));
    std::fs::write(&path, &saved).unwrap();
    let [loaded, instance] = best([
        &mut || {
            let started = Instant::now();
            // SAFETY: the file was written above, by the same engine.
            std::hint::black_box(unsafe { Module::deserialize_file(&engine, &path) }.unwrap());
            started.elapsed()
        },
        &mut || {
            let started = Instant::now();
            std::hint::black_box(WasmHost::of(&module));
            started.elapsed()
        },
    ]);
    std::fs::remove_file(&path).unwrap();
    let megabytes = saved.len() as f64 / 1e6;
    println!("Compiled in {}, {megabytes:.1} MB; loaded from a file in {}.", ms(compiled), ms(loaded));
    println!("An instance of loaded code starts in {}.\n", ms(instance));
}

struct Timed<'a> {
    call: &'a RecordedCall,
    source: Rc<dyn EntrySource>,
}

impl<'a> Timed<'a> {
    fn of(call: &'a RecordedCall) -> Self {
        Self { call, source: Rc::new(Replay(call.fetched.clone())) }
    }

    fn native(&self, host: &mut Host) -> Duration {
        let started = Instant::now();
        let response = host.call(&self.call.request, self.source.clone());
        let taken = started.elapsed();
        assert_eq!(response, self.call.response);
        taken
    }

    fn wasm(&self, host: &mut WasmHost) -> Duration {
        let started = Instant::now();
        let response = host.try_call(&self.call.request, self.source.clone()).expect("no trap");
        let taken = started.elapsed();
        assert_eq!(response, self.call.response);
        taken
    }
}

/// The shortest time of each, all taken in turns so that a busy machine slows them alike.
fn best<const N: usize>(mut calls: [&mut dyn FnMut() -> Duration; N]) -> [Duration; N] {
    let mut shortest = [Duration::MAX; N];
    let started = Instant::now();
    let mut rounds = 0;
    while rounds < 10 || (started.elapsed() < Duration::from_secs(6) && rounds < 400) {
        for (shortest, call) in shortest.iter_mut().zip(&mut calls) {
            *shortest = call().min(*shortest);
        }
        rounds += 1;
    }
    shortest
}

fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64()
}

fn ms(time: Duration) -> String {
    format!("{:.3} ms", time.as_secs_f64() * 1_000.0)
}
