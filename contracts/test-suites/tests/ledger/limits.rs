use crate::probe;
use test_suites::args;
use test_suites::ledger::xdr::ScVal;
use test_suites::ledger::{Account, Contract, Exceeded, Failure, Ledger, Limit, Stage};

/// A ledger with the probe deployed.
pub fn with_probe() -> (Ledger, Contract, Account) {
    let mut ledger = Ledger::new();
    let admin = ledger.account("admin");
    let hash = ledger.upload(&admin, &probe::wasm()).unwrap();
    let probe = ledger.deploy(&admin, hash, [1; 32], args![]).unwrap();
    (ledger, probe, admin)
}

fn over(limit: Limit, measured: u64, allowed: u64) -> Option<Exceeded> {
    Some(Exceeded { limit, measured, allowed })
}

fn refusal(function: &str, n: u32) -> Failure {
    let (mut ledger, probe, admin) = with_probe();
    let before = ledger.fingerprint();
    let failure = ledger.invoke(&admin, &probe, function, args![n]).unwrap_err();
    assert_eq!(ledger.fingerprint(), before);
    failure
}

#[test]
fn as_many_entries_as_allowed_are_written() {
    let (mut ledger, probe, admin) = with_probe();
    let receipt = ledger.invoke(&admin, &probe, "put_temporary", args![50_u32]).unwrap();
    assert_eq!(receipt.returned, ScVal::Void);
    assert_eq!(receipt.resources.write_entries, 50);
    // The contract's instance and code are read beside them.
    assert_eq!(receipt.resources.footprint_entries, 52);
}

#[test]
fn one_entry_more_than_may_be_written_is_refused() {
    let failure = refusal("put_temporary", 51);
    assert_eq!(failure.stage, Stage::Refused);
    assert_eq!(failure.limit, over(Limit::WriteEntries, 51, 50));
    assert_eq!(failure.to_string(), "transaction refused: WriteEntries over the limit: 51 of 50");
}

#[test]
fn one_entry_more_than_a_footprint_holds_is_refused() {
    let (mut ledger, probe, admin) = with_probe();
    ledger.invoke(&admin, &probe, "look", args![98_u32]).unwrap();
    let failure = refusal("look", 99);
    assert_eq!(failure.stage, Stage::Refused);
    assert_eq!(failure.limit, over(Limit::FootprintEntries, 101, 100));
}

#[test]
fn a_call_without_end_stops_at_the_limit_of_instructions() {
    let (mut ledger, probe, admin) = with_probe();
    let failure = ledger.invoke(&admin, &probe, "spin", args![]).unwrap_err();
    assert_eq!(failure.stage, Stage::Simulated);
    let exceeded = failure.limit.expect("a limit");
    assert_eq!(exceeded.limit, Limit::Instructions);
    assert_eq!(exceeded.allowed, 100_000_000);
    assert!(exceeded.measured > exceeded.allowed);
}

#[test]
fn a_transaction_may_use_no_more_instructions_than_it_declares() {
    let (mut ledger, probe, admin) = with_probe();
    let mut prepared = ledger.prepare(&admin, &[], &probe, "put_temporary", args![5_u32]).unwrap();
    let test_suites::ledger::xdr::TransactionExt::V1(data) = &mut prepared.envelope.tx.ext else { unreachable!() };
    data.resources.instructions /= 2;
    prepared.sign_again(&admin).unwrap();
    let before = ledger.fingerprint();
    let failure = ledger.apply(prepared).unwrap_err();
    assert_eq!(failure.stage, Stage::Applied);
    assert_eq!(failure.limit.map(|l| l.limit), Some(Limit::Instructions));
    assert_eq!(ledger.fingerprint(), before);
}

#[test]
fn a_wasm_over_the_limit_is_refused() {
    let mut ledger = Ledger::new();
    let admin = ledger.account("admin");
    let failure = ledger.upload(&admin, &vec![0; 131_073]).unwrap_err();
    assert_eq!(failure.limit, over(Limit::ContractBytes, 131_073, 131_072));
}
