//! Code, contracts, assets, signatures and curves: simulated and applied.

use super::Calls;
use crate::support::contracts::{hostile, keeper_of_one_value, mirror, trusting_account};
use crate::support::deploy::{asset, call, create, create_asset_contract, upload};
use crate::support::keys::Key;
use crate::support::ledger::{value, Ledger};
use crate::support::values::*;
use nectar_host::frame::{AuthMode, Response, DIAGNOSTICS};
use soroban_env_host::xdr::*;

pub fn record(calls: &mut Calls) {
    contracts(calls);
    hostilities(calls);
    assets(calls);
}

fn contracts(calls: &mut Calls) {
    let (mut ledger, alice) = (Ledger::new(), Key::of("alice"));
    ledger.open_plain(&alice);
    let wasm = mirror();
    ledger.invoke(&alice, &upload(&wasm), &[]).unwrap();
    calls.take(&mut ledger, "upload of code");
    let contract = ledger.create(&alice, &create(&alice, 0, &wasm, vec![]));
    calls.take(&mut ledger, "creation of a contract");
    ledger.deploy(&alice, 1, &keeper_of_one_value(), vec![i128(-5)]);
    ledger.pair.calls.drain(..3);
    calls.take(&mut ledger, "creation with a constructor");
    let mut run = |name: &str, function: &str, args: Vec<ScVal>| {
        ledger.invoke(&alice, &call(&contract, function, args), &[]).unwrap();
        calls.take(&mut ledger, name);
    };
    run("a persistent entry written", "put", vec![symbol("k"), bytes(&[1; 40]), PERSISTENT]);
    run("a temporary entry written", "put", vec![symbol("k"), i128(7), TEMPORARY]);
    run("an entry read", "get", vec![symbol("k"), PERSISTENT]);
    run("an entry erased", "del", vec![symbol("k"), PERSISTENT]);
    run("an event", "event", vec![list(vec![symbol("topic")]), i128(9)]);
    run("random bytes", "prng_bytes", vec![ScVal::U32(16)]);
    run("keccak", "keccak256", vec![bytes(b"abc")]);
    run("ed25519", "ed25519_verify", vec![bytes(&alice.public()), bytes(b"m"), bytes(&alice.sign(b"m"))]);
    run("a curve's hash", "bls_hash_to_g1", vec![bytes(b"m"), bytes(b"domain")]);
    ledger.flags = 0;
    ledger.invoke(&alice, &call(&contract, "ledger_sequence", vec![]), &[]).unwrap();
    calls.take(&mut ledger, "without diagnostics");
    ledger.flags = DIAGNOSTICS;
    ledger.simulate(&alice, &call(&contract, "fail", vec![ScVal::Error(ScError::Contract(77))]));
    calls.take(&mut ledger, "a contract's own error");
}

fn hostilities(calls: &mut Calls) {
    let (mut ledger, alice) = (Ledger::new(), Key::of("alice"));
    ledger.open_plain(&alice);
    let contract = ledger.deploy(&alice, 0, &hostile(), vec![]);
    ledger.pair.calls.clear();
    for name in ["spin", "trap", "divide", "grow", "out_of_bounds", "recurse", "nest", "bad_value", "absent"] {
        ledger.simulate(&alice, &call(&contract, name, vec![]));
        calls.take(&mut ledger, &format!("a contract that misbehaves, {name}"));
    }
}

fn assets(calls: &mut Calls) {
    let (mut ledger, issuer) = (Ledger::new(), Key::of("issuer"));
    let (alice, bob, cosigner) = (Key::of("alice"), Key::of("bob"), Key::of("cosigner"));
    ledger.open(&issuer, &[], [0; 3], 1 | 2 | 8);
    for key in [&alice, &bob] {
        ledger.open_plain(key);
        ledger.trust(key, &issuer, 1_000, 1 | 4);
    }
    let token = ledger.create(&alice, &create_asset_contract(&asset(&issuer)));
    calls.take(&mut ledger, "creation of an asset's contract");
    let transfer =
        |from: &ScAddress, to: &ScAddress| call(&token, "transfer", vec![address(from), address(to), i128(10)]);
    let function = transfer(&alice.address(), &bob.address());
    ledger.invoke(&alice, &function, &[]).unwrap();
    calls.take(&mut ledger, "a transfer by the source");
    ledger.invoke(&bob, &function, &[&alice]).unwrap();
    calls.take(&mut ledger, "a transfer signed by another");
    ledger.invoke(&bob, &function, &[&bob]).unwrap_err();
    calls.take(&mut ledger, "a forged signature");
    for (name, mode) in [
        ("authorization recorded for the root", AuthMode::Record),
        ("newer credentials recorded for the root", AuthMode::RecordV2),
        ("newer credentials recorded", AuthMode::RecordNonRootV2),
    ] {
        ledger.simulate_with(&bob, &function, mode, &[]);
        calls.take(&mut ledger, name);
    }
    ledger.open(&alice, &[(&cosigner, 1)], [1, 2, 2], 0);
    ledger.invoke(&bob, &function, &[&alice]).unwrap_err();
    calls.take(&mut ledger, "one signature of two");
    ledger.invoke(&bob, &function, &[&alice, &cosigner]).unwrap();
    calls.take(&mut ledger, "two signatures of two");
    let account = ledger.deploy(&alice, 1, &trusting_account(), vec![]);
    ledger.pair.calls.clear();
    for (function, args) in [
        ("set_authorized", vec![address(&account), ScVal::Bool(true)]),
        ("mint", vec![address(&account), i128(50)]),
        ("clawback", vec![address(&account), i128(5)]),
    ] {
        ledger.invoke(&issuer, &call(&token, function, args), &[]).unwrap();
        calls.take(&mut ledger, &format!("the issuer's {function}"));
    }
    let function = transfer(&account, &bob.address());
    ledger.invoke(&bob, &function, &[]).unwrap();
    calls.take(&mut ledger, "an account contract signs");
    let Response::Simulated(simulated) = ledger.simulate(&bob, &function) else { panic!() };
    let mut auth: Vec<SorobanAuthorizationEntry> = simulated.auth.iter().map(|bytes| value(bytes)).collect();
    for entry in &mut auth {
        ledger.sign(entry, &[]);
        if let SorobanCredentials::Address(credentials) = &mut entry.credentials {
            credentials.signature = ScVal::Bool(false);
        }
    }
    ledger.pair.calls.clear();
    ledger.apply(&bob, &function, &auth, &value(&simulated.needs.transaction_data));
    calls.take(&mut ledger, "an account contract refuses");
}
