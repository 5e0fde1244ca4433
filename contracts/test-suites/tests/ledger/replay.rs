use crate::limits::with_probe;
use crate::payments::with_usdc;
use soroban_sdk::testutils::EnvTestConfig;
use soroban_sdk::Env;
use test_suites::args;
use test_suites::ledger::{env, Prepared, Recorded};

#[test]
fn the_same_calls_give_the_same_ledger_receipts_and_transactions() {
    let play = || {
        let (mut ledger, usdc, alice, bob) = with_usdc();
        let receipt = ledger.invoke_signed(&bob, &[&alice], &usdc, "transfer", args![alice, bob, 7_i128]).unwrap();
        let transactions = ledger.transactions();
        let envelopes: Vec<_> = transactions.map(|t| t.envelope.clone()).collect();
        (ledger.fingerprint(), receipt, envelopes)
    };
    assert_eq!(play(), play());
}

#[test]
fn the_journal_replays_to_the_same_state() {
    let (mut played, usdc, alice, bob) = with_usdc();
    played.invoke(&alice, &usdc, "transfer", args![alice, bob, 7_i128]).unwrap();
    let _ = played.invoke(&bob, &usdc, "transfer", args![alice, bob, 7_i128]);
    played.close(3);
    let mut again = test_suites::ledger::Ledger::new();
    for recorded in played.journal() {
        match recorded {
            Recorded::Account { account, .. } => {
                again.account(account.name());
            }
            Recorded::IssuerFlags { issuer, flags } => again.set_issuer_flags(issuer, *flags),
            Recorded::TrustLine { account, asset } => again.trust(account, asset),
            Recorded::Closed { ledgers } => again.close(*ledgers),
            Recorded::Transaction(transaction) => {
                assert_eq!(transaction.sequence, again.sequence());
                let prepared = Prepared { envelope: transaction.envelope.clone(), simulated: Default::default() };
                assert_eq!(again.apply(prepared), transaction.result);
            }
        }
    }
    assert_eq!(again.fingerprint(), played.fingerprint());
    assert_eq!(again.stroops(&bob), played.stroops(&bob));
}

#[test]
fn a_clone_goes_its_own_way() {
    let (base, usdc, alice, bob) = with_usdc();
    let mut clone = base.clone();
    clone.invoke(&alice, &usdc, "transfer", args![alice, bob, 7_i128]).unwrap();
    assert_eq!(clone.balance(&usdc, &bob), 7);
    assert_eq!(base.balance(&usdc, &bob), 0);
}

#[test]
fn a_snapshot_is_the_same_state_for_the_sdks_environment() {
    let (ledger, usdc, alice, _) = with_usdc();
    let mut there = Env::from_snapshot(ledger.snapshot());
    there.set_config(EnvTestConfig { capture_snapshot_at_drop: false });
    let text = |address: &soroban_sdk::Address| address.to_string();
    let strkey = |address: soroban_sdk::Address| soroban_sdk::Address::from_str(&there, &text(&address).to_string());
    let token = soroban_sdk::token::TokenClient::new(&there, &strkey(usdc.address()));
    assert_eq!(token.balance(&strkey(alice.address())), 1_000_000_000);
    assert_eq!(there.ledger().sequence(), ledger.sequence());
    assert_eq!(there.ledger().timestamp(), ledger.timestamp());
}

#[test]
fn ledgers_can_be_shared_between_threads() {
    let (ledger, usdc, alice, bob) = with_usdc();
    let balances: Vec<i128> = std::thread::scope(|scope| {
        let threads: Vec<_> = (1..=3_i128)
            .map(|amount| {
                let (mut ledger, usdc, alice, bob) = (ledger.clone(), &usdc, &alice, &bob);
                scope.spawn(move || {
                    let spend = args![alice, bob, amount];
                    ledger.invoke(alice, usdc, "transfer", spend).unwrap();
                    ledger.balance(usdc, bob)
                })
            })
            .collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert_eq!(balances, [1, 2, 3]);
}

#[test]
fn values_of_contracts_types_travel_both_ways() {
    use test_suites::ledger::{from_scval, ToScVal};
    let env = env();
    let map = soroban_sdk::map![&env, (1_u32, 5_i128), (2_u32, -6_i128)];
    assert_eq!(from_scval(&map.to_scval()), Ok(map));
    let mismatch = from_scval::<u32>(&5_i128.to_scval()).unwrap_err();
    assert_eq!(mismatch, "5 is not a u32");
    let (_, probe, _) = with_probe();
    assert_eq!(probe.to_scval(), probe.address().to_scval());
}
