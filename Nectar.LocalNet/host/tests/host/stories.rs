//! Stories of other ledgers, played on both hosts: those that lie in `tests/stories`, and one that is written here.

use crate::support::contracts::keeper_of_one_value;
use crate::support::deploy::{call, create, upload};
use crate::support::keys::Key;
use crate::support::ledger::{value, Ledger};
use crate::support::on_large_stack;
use crate::support::story::{play, read, step, write, Played, Step};
use crate::support::values::*;
use nectar_host::frame::Response;
use soroban_env_host::xdr::*;
use std::path::Path;

#[test]
fn a_story_that_was_written_down_plays_to_the_same_ledger() {
    on_large_stack(|| {
        let (mut first, key) = (Ledger::new(), Key::of("alice"));
        first.open_plain(&key);
        let mut steps = vec![
            Step::Entry(Box::new(first.held(&key)), None),
            Step::Ledger { sequence: first.sequence, close_time: first.close_time },
        ];
        let (wasm, seed) = (keeper_of_one_value(), first.seed);
        let mut run = |ledger: &mut Ledger, function: HostFunction| {
            let Response::Simulated(simulated) = ledger.simulate(&key, &function) else { panic!() };
            let auth: Vec<SorobanAuthorizationEntry> = simulated.auth.iter().map(|bytes| value(bytes)).collect();
            let data = value(&simulated.needs.transaction_data);
            let body = InvokeHostFunctionOp { host_function: function, auth: auth.try_into().unwrap() };
            steps.push(step(&key, OperationBody::InvokeHostFunction(body.clone()), &data, seed));
            let Response::Applied(applied) = ledger.apply(&key, &body.host_function, &body.auth, &data) else {
                panic!()
            };
            value::<ScVal>(&applied.return_value)
        };
        run(&mut first, upload(&wasm));
        let ScVal::Address(contract) = run(&mut first, create(&key, 0, &wasm, vec![i128(5)])) else { panic!() };
        run(&mut first, call(&contract, "value", vec![]));

        let mut second = Ledger::new();
        let played = play(&mut second, &read(&write(&steps)));
        assert_eq!(played, Played { succeeded: 3, failed: 0 });
        assert_eq!(*first.entries.0.borrow(), *second.entries.0.borrow());
    });
}

#[test]
fn every_story_that_lies_here_plays_alike_on_both_hosts() {
    on_large_stack(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories");
        let Ok(files) = std::fs::read_dir(folder) else { return };
        for file in files {
            let path = file.unwrap().path();
            let played = play(&mut Ledger::new(), &read(&std::fs::read_to_string(&path).unwrap()));
            assert!(played.succeeded > 0, "{}: {played:?}", path.display());
        }
    });
}
