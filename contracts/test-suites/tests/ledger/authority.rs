use crate::payments::with_usdc;
use test_suites::args;
use test_suites::ledger::xdr::{OperationBody, ScErrorCode, ScErrorType, SorobanCredentials, VecM};
use test_suites::ledger::{Prepared, Stage};

/// Changes the only authorisation entry's credentials in `prepared`.
fn tamper(prepared: &mut Prepared, change: impl Fn(&mut test_suites::ledger::xdr::SorobanAddressCredentials)) {
    let mut operations = prepared.envelope.tx.operations.to_vec();
    let OperationBody::InvokeHostFunction(call) = &mut operations[0].body else { unreachable!() };
    let mut auth = call.auth.to_vec();
    let SorobanCredentials::Address(credentials) = &mut auth[0].credentials else {
        panic!("no address credentials");
    };
    change(credentials);
    call.auth = auth.try_into().unwrap();
    prepared.envelope.tx.operations = VecM::try_from(operations).unwrap();
}

#[test]
fn a_signed_entry_lets_another_account_submit_the_call() {
    let (mut ledger, usdc, alice, bob) = with_usdc();
    ledger.invoke_signed(&bob, &[&alice], &usdc, "transfer", args![alice, bob, 7_i128]).unwrap();
    assert_eq!(ledger.balance(&usdc, &bob), 7);
}

#[test]
fn a_call_without_the_holders_signature_fails() {
    let (mut ledger, usdc, alice, bob) = with_usdc();
    for signers in [vec![], vec![&bob]] {
        let failure = ledger.invoke_signed(&bob, &signers, &usdc, "transfer", args![alice, bob, 7_i128]).unwrap_err();
        assert_eq!(failure.stage, Stage::Applied);
        assert!(failure.is_host_error(ScErrorType::Auth, ScErrorCode::InvalidAction));
    }
    assert_eq!(ledger.balance(&usdc, &bob), 0);
}

#[test]
fn a_changed_nonce_makes_the_signature_worthless() {
    let (mut ledger, usdc, alice, bob) = with_usdc();
    let mut prepared = ledger.prepare(&bob, &[&alice], &usdc, "transfer", args![alice, bob, 7_i128]).unwrap();
    tamper(&mut prepared, |credentials| {
        credentials.signature_expiration_ledger += 1;
    });
    prepared.sign_again(&bob).unwrap();
    let failure = ledger.apply(prepared).unwrap_err();
    assert_eq!(failure.stage, Stage::Applied);
    assert!(failure.is_host_error(ScErrorType::Auth, ScErrorCode::InvalidAction));
    assert_eq!(ledger.balance(&usdc, &bob), 0);
}

#[test]
fn a_signature_works_once() {
    let (mut ledger, usdc, alice, bob) = with_usdc();
    let prepared = ledger.prepare(&bob, &[&alice], &usdc, "transfer", args![alice, bob, 7_i128]).unwrap();
    let mut again = prepared.clone();
    ledger.apply(prepared).unwrap();
    again.envelope.tx.seq_num.0 += 1;
    again.sign_again(&bob).unwrap();
    let failure = ledger.apply(again).unwrap_err();
    assert_eq!(failure.stage, Stage::Applied);
    assert!(failure.is_host_error(ScErrorType::Auth, ScErrorCode::ExistingValue));
    assert_eq!(ledger.balance(&usdc, &bob), 7);
}

#[test]
fn a_signature_ends_with_its_last_ledger() {
    let (mut ledger, usdc, alice, bob) = with_usdc();
    let prepared = ledger.prepare(&bob, &[&alice], &usdc, "transfer", args![alice, bob, 7_i128]).unwrap();
    ledger.close(101);
    let failure = ledger.apply(prepared).unwrap_err();
    assert_eq!(failure.stage, Stage::Applied);
    assert!(failure.is_host_error(ScErrorType::Auth, ScErrorCode::InvalidInput));
}

#[test]
fn a_transaction_changed_after_signing_is_refused() {
    let (mut ledger, usdc, alice, bob) = with_usdc();
    let mut prepared = ledger.prepare(&alice, &[], &usdc, "transfer", args![alice, bob, 7_i128]).unwrap();
    prepared.envelope.tx.fee += 1;
    let failure = ledger.apply(prepared).unwrap_err();
    assert_eq!(failure.stage, Stage::Refused);
    assert!(failure.message.starts_with("txBAD_AUTH"), "{failure}");
}

#[test]
fn of_two_transactions_prepared_in_one_ledger_the_second_finds_what_the_first_left() {
    let (mut ledger, usdc, alice, bob) = with_usdc();
    let carol = ledger.account("carol");
    let spend = args![alice, bob, 800_000_000_i128];
    let first = ledger.prepare(&bob, &[&alice], &usdc, "transfer", spend.clone()).unwrap();
    let second = ledger.prepare(&carol, &[&alice], &usdc, "transfer", spend).unwrap();
    ledger.apply(first).unwrap();
    let failure = ledger.apply(second).unwrap_err();
    // 10 is the asset contract's "balance too small".
    assert_eq!((failure.stage, failure.contract_error()), (Stage::Applied, Some(10)));
    assert_eq!(ledger.balance(&usdc, &alice), 200_000_000);
}

#[test]
fn a_sequence_number_is_used_once() {
    let (mut ledger, usdc, alice, bob) = with_usdc();
    let prepared = ledger.prepare(&alice, &[], &usdc, "transfer", args![alice, bob, 7_i128]).unwrap();
    ledger.apply(prepared.clone()).unwrap();
    let failure = ledger.apply(prepared).unwrap_err();
    assert_eq!(failure.stage, Stage::Refused);
    assert!(failure.message.starts_with("txBAD_SEQ"), "{failure}");
    assert_eq!(ledger.balance(&usdc, &bob), 7);
}
