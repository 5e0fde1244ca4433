//! Stories of other ledgers, played on both hosts: those that lie in `tests/stories`, and one that is written here.

use crate::support::contracts::keeper_of_one_value;
use crate::support::deploy::{call, create, upload};
use crate::support::keys::Key;
use crate::support::ledger::{value, Ledger};
use crate::support::on_large_stack;
use crate::support::story::{play, read, step, stored, write, Played, Step};
use crate::support::values::*;
use nectar_host::frame::Response;
use soroban_env_host::xdr::*;

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

/// The whole life of a market, with our five contracts and the lab's pool, and with Blend v2 itself: deployed, lent to,
/// liquidated in steps and at once, a debt settled, shares redeemed. `Nectar.Tests/Vectors/make.sh` records them.
#[test]
fn the_markets_whole_stories_play_alike_on_both_hosts() {
    for (name, expected) in
        [("lab", Played { succeeded: 108, failed: 2 }), ("blend", Played { succeeded: 125, failed: 2 })]
    {
        on_large_stack(move || assert_eq!(play(&mut Ledger::new(), &stored(name)), expected, "{name}"));
    }
}
