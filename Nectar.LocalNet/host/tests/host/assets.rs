//! The contract of a classic asset: trust lines, flags of the issuer, signatures of accounts and account contracts.

use crate::support::contracts::trusting_account;
use crate::support::deploy::{asset, call, create_asset_contract};
use crate::support::keys::Key;
use crate::support::ledger::{value, xdr, Ledger, Outcome};
use crate::support::on_large_stack;
use crate::support::values::*;
use nectar_host::frame::{AuthMode, Response};
use soroban_env_host::xdr::*;

const AUTHORIZED: u32 = 1;
const CLAWBACK: u32 = 4;
/// Required, revocable, clawback enabled.
const ISSUER_FLAGS: u32 = 1 | 2 | 8;

struct Story {
    ledger: Ledger,
    issuer: Key,
    alice: Key,
    bob: Key,
    token: ScAddress,
}

fn story() -> Story {
    let (issuer, alice, bob) = (Key::of("issuer"), Key::of("alice"), Key::of("bob"));
    let mut ledger = Ledger::new();
    ledger.open(&issuer, &[], [0; 3], ISSUER_FLAGS);
    for key in [&alice, &bob] {
        ledger.open_plain(key);
        ledger.trust(key, &issuer, 1_000, AUTHORIZED | CLAWBACK);
    }
    let token = ledger.create(&alice, &create_asset_contract(&asset(&issuer)));
    Story { ledger, issuer, alice, bob, token }
}

impl Story {
    fn invoke(&mut self, source: &Key, function: &str, args: Vec<ScVal>, signers: &[&Key]) -> Outcome {
        self.ledger.invoke(source, &call(&self.token, function, args), signers)
    }

    fn balance(&mut self, of: &ScAddress) -> ScVal {
        let source = self.alice.clone();
        let (simulated, _) = self.invoke(&source, "balance", vec![address(of)], &[]).unwrap();
        value(&simulated.return_value)
    }
}

fn transfer(from: &ScAddress, to: &ScAddress, amount: i64) -> Vec<ScVal> {
    vec![address(from), address(to), i128(amount.into())]
}

fn error_of(outcome: Outcome) -> ScError {
    value(&outcome.expect_err("it fails").error)
}

#[test]
fn a_transfer_moves_the_balance_of_trust_lines_and_tells_it_in_an_event() {
    on_large_stack(|| {
        let mut story = story();
        let (alice, bob) = (story.alice.clone(), story.bob.clone());
        let args = transfer(&alice.address(), &bob.address(), 300);
        let (_, applied) = story.invoke(&alice, "transfer", args, &[]).unwrap();
        assert_eq!(story.balance(&alice.address()), i128(700));
        assert_eq!(story.balance(&bob.address()), i128(1_300));
        let ContractEventBody::V0(event) = value::<ContractEvent>(&applied.events[0]).body;
        assert_eq!(event.topics[0], symbol("transfer"));
        assert_eq!(event.data, i128(300));
    });
}

#[test]
fn a_transfer_signed_by_another_source_needs_the_owners_signature() {
    on_large_stack(|| {
        let mut story = story();
        let (alice, bob) = (story.alice.clone(), story.bob.clone());
        let args = transfer(&alice.address(), &bob.address(), 10);
        let forged = story.invoke(&bob, "transfer", args.clone(), &[&bob]);
        assert_eq!(error_of(forged), ScError::Auth(ScErrorCode::InvalidAction));
        story.invoke(&bob, "transfer", args, &[&alice]).unwrap();
        assert_eq!(story.balance(&bob.address()), i128(1_010));
    });
}

#[test]
fn thresholds_decide_how_many_signers_an_account_needs() {
    on_large_stack(|| {
        let mut story = story();
        let (alice, bob, cosigner) = (story.alice.clone(), story.bob.clone(), Key::of("cosigner"));
        story.ledger.open(&alice, &[(&cosigner, 1)], [1, 2, 2], 0);
        let args = transfer(&alice.address(), &bob.address(), 5);
        let alone = story.invoke(&bob, "transfer", args.clone(), &[&alice]);
        assert_eq!(error_of(alone), ScError::Auth(ScErrorCode::InvalidAction));
        story.invoke(&bob, "transfer", args, &[&alice, &cosigner]).unwrap();
        assert_eq!(story.balance(&alice.address()), i128(995));
    });
}

#[test]
fn a_deauthorized_trust_line_neither_sends_nor_receives() {
    on_large_stack(|| {
        let mut story = story();
        let (issuer, alice, bob) = (story.issuer.clone(), story.alice.clone(), story.bob.clone());
        let off = vec![address(&bob.address()), ScVal::Bool(false)];
        story.invoke(&issuer, "set_authorized", off, &[]).unwrap();
        let args = transfer(&alice.address(), &bob.address(), 1);
        assert_eq!(error_of(story.invoke(&alice, "transfer", args, &[])), ScError::Contract(11));
    });
}

#[test]
fn the_issuer_claws_back_mints_and_burns() {
    on_large_stack(|| {
        let mut story = story();
        let (issuer, alice) = (story.issuer.clone(), story.alice.clone());
        let amount = |value| vec![address(&alice.address()), i128(value)];
        story.invoke(&issuer, "clawback", amount(100), &[]).unwrap();
        story.invoke(&issuer, "mint", amount(40), &[]).unwrap();
        story.invoke(&alice, "burn", amount(7), &[]).unwrap();
        assert_eq!(story.balance(&alice.address()), i128(933));
        let too_much = story.invoke(&alice, "burn", amount(10_000), &[]);
        assert_eq!(error_of(too_much), ScError::Contract(10));
    });
}

#[test]
fn an_account_contract_decides_on_its_own_signature() {
    on_large_stack(|| {
        let mut story = story();
        let alice = story.alice.clone();
        let account = story.ledger.deploy(&alice, 1, &trusting_account(), vec![]);
        let (issuer, bob) = (story.issuer.clone(), story.bob.clone());
        let authorize = vec![address(&account), ScVal::Bool(true)];
        story.invoke(&issuer, "set_authorized", authorize, &[]).unwrap();
        story.invoke(&issuer, "mint", vec![address(&account), i128(50)], &[]).unwrap();
        let args = transfer(&account, &bob.address(), 20);
        story.invoke(&bob, "transfer", args.clone(), &[]).unwrap();
        assert_eq!(story.balance(&account), i128(30));

        let function = call(&story.token.clone(), "transfer", args);
        let Response::Simulated(simulated) = story.ledger.simulate(&bob, &function) else { panic!() };
        let mut auth: Vec<SorobanAuthorizationEntry> = simulated.auth.iter().map(|bytes| value(bytes)).collect();
        auth.iter_mut().for_each(|entry| refuse(entry, story.ledger.sequence + 10));
        let refused = story.ledger.apply(&bob, &function, &auth, &value(&simulated.needs.transaction_data));
        assert!(matches!(refused, Response::Failed(failure) if failure.result_code == -2));
        let refused = story.ledger.simulate_with(&bob, &function, AuthMode::Enforce, &auth);
        assert!(matches!(refused, Response::Failed(failure) if failure.result_code == 0));
    });
}

/// A signature that the account contract turns down.
fn refuse(entry: &mut SorobanAuthorizationEntry, until: u32) {
    if let SorobanCredentials::Address(credentials) = &mut entry.credentials {
        credentials.signature = ScVal::Bool(false);
        credentials.signature_expiration_ledger = until;
    }
}

#[test]
fn the_same_call_with_the_same_seed_has_the_same_answer() {
    on_large_stack(|| {
        let mut story = story();
        let (alice, bob) = (story.alice.clone(), story.bob.clone());
        let function = call(&story.token.clone(), "transfer", transfer(&alice.address(), &bob.address(), 3));
        let first = story.ledger.simulate(&bob, &function);
        assert_eq!(first, story.ledger.simulate(&bob, &function));
        let Response::Simulated(simulated) = first else { panic!() };
        assert!(!xdr(&value::<SorobanAuthorizationEntry>(&simulated.auth[0])).is_empty());
        crate::support::pair::replay(&story.ledger.pair.calls);
    });
}
