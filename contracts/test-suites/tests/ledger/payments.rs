use test_suites::args;
use test_suites::ledger::xdr::{ScErrorCode, ScErrorType};
use test_suites::ledger::{Account, Asset, IssuerFlags, Ledger, Limit, Resources, Stage, INCLUSION_FEE};

/// A ledger in which alice holds 100 USDC, and bob may.
pub fn with_usdc() -> (Ledger, Asset, Account, Account) {
    let mut ledger = Ledger::new();
    let [issuer, alice, bob] = ["issuer", "alice", "bob"].map(|name| ledger.account(name));
    let usdc = ledger.issue("USDC", &issuer).unwrap();
    ledger.trust(&alice, &usdc);
    ledger.trust(&bob, &usdc);
    ledger.mint(&usdc, &alice, 1_000_000_000).unwrap();
    (ledger, usdc, alice, bob)
}

#[test]
fn a_transfer_moves_an_assets_balance_between_trust_lines() {
    let (mut ledger, usdc, alice, bob) = with_usdc();
    let receipt = ledger.invoke(&alice, &usdc, "transfer", args![alice, bob, 300_000_000_i128]).unwrap();
    assert_eq!(ledger.balance(&usdc, &alice), 700_000_000);
    assert_eq!(ledger.balance(&usdc, &bob), 300_000_000);
    assert_eq!(receipt.events_named("transfer").count(), 1);
    assert_eq!(receipt.events[0].contract, Some(usdc.contract()));
    // Both trust lines are classic entries, hence read from disk.
    assert_eq!(receipt.resources.disk_read_entries, 2);
    assert_eq!(receipt.resources.write_entries, 2);
}

#[test]
fn a_holder_without_trust_line_receives_nothing() {
    let (mut ledger, usdc, alice, _) = with_usdc();
    let carol = ledger.account("carol");
    let failure = ledger.invoke(&alice, &usdc, "transfer", args![alice, carol, 1_i128]).unwrap_err();
    // 13 is the asset contract's "trust line missing".
    assert_eq!((failure.stage, failure.contract_error()), (Stage::Simulated, Some(13)));
    assert_eq!(ledger.balance(&usdc, &alice), 1_000_000_000);
}

#[test]
fn an_issuer_with_clawback_takes_back_what_a_contract_holds() {
    let mut ledger = Ledger::new();
    let issuer = ledger.account("issuer");
    ledger.set_issuer_flags(
        &issuer,
        IssuerFlags { auth_revocable: true, clawback_enabled: true, ..IssuerFlags::default() },
    );
    let usdc = ledger.issue("USDC", &issuer).unwrap();
    let holder = ledger.issue("OTHER", &issuer).unwrap();
    ledger.mint(&usdc, &holder, 500).unwrap();
    ledger.invoke(&issuer, &usdc, "clawback", args![holder, 200_i128]).unwrap();
    assert_eq!(ledger.balance(&usdc, &holder), 300);
}

#[test]
fn an_issuer_that_requires_authorisation_decides_who_holds() {
    let mut ledger = Ledger::new();
    let [issuer, alice] = ["issuer", "alice"].map(|name| ledger.account(name));
    let required = IssuerFlags { auth_required: true, ..IssuerFlags::default() };
    ledger.set_issuer_flags(&issuer, required);
    let usdc = ledger.issue("USDC", &issuer).unwrap();
    ledger.trust(&alice, &usdc);
    assert!(ledger.mint(&usdc, &alice, 5).is_err());
    ledger.invoke(&issuer, &usdc, "set_authorized", args![alice, true]).unwrap();
    ledger.mint(&usdc, &alice, 5).unwrap();
    assert_eq!(ledger.balance(&usdc, &alice), 5);
}

#[test]
fn the_source_pays_exactly_the_fee_of_the_receipt() {
    let (mut ledger, usdc, alice, bob) = with_usdc();
    let before = ledger.stroops(&alice);
    let receipt = ledger.invoke(&alice, &usdc, "transfer", args![alice, bob, 1_i128]).unwrap();
    let fee = receipt.fee;
    assert_eq!(before - ledger.stroops(&alice), fee.total());
    assert_eq!(fee.inclusion, INCLUSION_FEE);
    assert_eq!(fee.total(), fee.without_rent() + fee.rent);
    // Nothing is extended by a transfer in the first days of a contract's life.
    assert_eq!(fee.rent, 0);
    // What is not refunded is charged on the instructions declared, not on those measured.
    let declared = ledger.transactions().next_back().unwrap().data().resources.instructions.into();
    assert!(declared > receipt.resources.instructions);
    let used = Resources { instructions: declared, ..receipt.resources };
    assert_eq!(ledger.settings().fee(&used).non_refundable, fee.non_refundable);
    assert_eq!(ledger.settings().fee(&used).events, fee.events);
}

#[test]
fn a_transaction_that_fails_in_the_ledger_pays_and_changes_nothing_else() {
    let (mut ledger, usdc, alice, bob) = with_usdc();
    let (before, paid) = (ledger.fingerprint(), ledger.stroops(&bob));
    let failure = ledger.invoke(&bob, &usdc, "transfer", args![alice, bob, 1_i128]).unwrap_err();
    assert_eq!(failure.stage, Stage::Applied);
    assert!(failure.is_host_error(ScErrorType::Auth, ScErrorCode::InvalidAction));
    assert_eq!(ledger.fingerprint(), before);
    assert!(ledger.stroops(&bob) < paid);
}

#[test]
fn a_read_changes_nothing() {
    let (ledger, usdc, alice, _) = with_usdc();
    let before = ledger.fingerprint();
    let transactions = ledger.transactions().count();
    let balance: i128 = ledger.read(&usdc, "balance", args![alice]).unwrap();
    assert_eq!(balance, 1_000_000_000);
    assert_eq!(ledger.fingerprint(), before);
    assert_eq!(ledger.transactions().count(), transactions);
}

#[test]
fn a_source_that_cannot_pay_is_refused() {
    let (mut ledger, usdc, alice, bob) = with_usdc();
    let poor = Account::named("nobody");
    let failure = ledger.invoke(&poor, &usdc, "transfer", args![alice, bob, 1_i128]).unwrap_err();
    assert_eq!(failure.stage, Stage::Refused);
    assert!(failure.message.starts_with("txNO_ACCOUNT"), "{failure}");
    assert_eq!(failure.limit.map(|l| l.limit), None::<Limit>);
}
