//! Times the wasm file against the native library, side by side in one run.
//!
//! `cargo run --profile artefact --example speed -- POOL.wasm`, by way of `speed.sh`.

#[path = "../tests/host/support/mod.rs"]
#[allow(dead_code)]
mod support;

use nectar_host::frame::Request;
use nectar_host::{EntrySource, Host};
use soroban_env_host::xdr::*;
use std::rc::Rc;
use std::time::{Duration, Instant};
use support::deploy::{asset, call, create, create_asset_contract, upload};
use support::keys::Key;
use support::ledger::Ledger;
use support::module::WasmHost;
use support::pair::{RecordedCall, Replay};
use support::values::*;

/// One line of the table: what it is, its simulation, its application.
struct Case {
    name: &'static str,
    simulate: RecordedCall,
    apply: RecordedCall,
}

fn main() {
    let path = std::env::args().nth(1).unwrap_or_else(|| {
        eprintln!("usage: speed POOL.wasm    (the wasm of a Blend v2 pool)");
        std::process::exit(2);
    });
    let pool = std::fs::read(&path).unwrap_or_else(|error| {
        eprintln!("{path}: {error}");
        std::process::exit(1);
    });
    support::on_large_stack(move || table(&story(&pool)));
}

fn story(pool: &[u8]) -> Vec<Case> {
    let (mut ledger, alice, bob, issuer) = (Ledger::new(), Key::of("alice"), Key::of("bob"), Key::of("issuer"));
    ledger.flags = 0;
    for key in [&alice, &bob, &issuer] {
        ledger.open_plain(key);
    }
    for key in [&alice, &bob] {
        ledger.trust(key, &issuer, 1_000, 1);
    }
    let mut cases = Vec::new();
    let mut run = |ledger: &mut Ledger, name, function: &HostFunction| {
        ledger.pair.calls.clear();
        let outcome = ledger.invoke(&alice, function, &[&alice]);
        let (_, applied) = outcome.unwrap_or_else(|failure| panic!("{name}: {}", failure.message));
        let [simulate, apply] = ledger.pair.calls.clone().try_into().unwrap();
        cases.push(Case { name, simulate, apply });
        support::ledger::value::<ScVal>(&applied.return_value)
    };
    run(&mut ledger, "upload of the pool", &upload(pool));
    let account = |key: &Key| address(&key.address());
    let args = vec![
        account(&alice),
        text("Pool"),
        account(&bob),
        ScVal::U32(1_000_000),
        ScVal::U32(4),
        i128(10_000_000),
        account(&bob),
        account(&issuer),
    ];
    let ScVal::Address(contract) = run(&mut ledger, "pool's constructor", &create(&alice, 0, pool, args)) else {
        panic!("a creation returns an address")
    };
    run(&mut ledger, "pool's get_config", &call(&contract, "get_config", vec![]));
    let ScVal::Address(token) = run(&mut ledger, "asset contract created", &create_asset_contract(&asset(&issuer)))
    else {
        panic!("a creation returns an address")
    };
    let args = vec![account(&alice), account(&bob), i128(3)];
    run(&mut ledger, "asset transfer", &call(&token, "transfer", args));
    cases
}

fn table(cases: &[Case]) {
    let (mut native, mut wasm) = (Host::new(), WasmHost::new());
    let drop_cache = Request::DropModuleCache.encode();
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
