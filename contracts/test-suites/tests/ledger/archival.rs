use crate::limits::with_probe;
use test_suites::args;
use test_suites::ledger::xdr::{ContractDataDurability, ScVal};
use test_suites::ledger::Stage;

#[test]
fn a_temporary_entry_vanishes_after_its_last_ledger() {
    let (mut ledger, probe, admin) = with_probe();
    ledger.invoke(&admin, &probe, "put_temporary", args![1_u32]).unwrap();
    let key = || ScVal::U32(0);
    let find = |ledger: &test_suites::ledger::Ledger| ledger.data(&probe, key(), ContractDataDurability::Temporary);
    ledger.close(719);
    assert_eq!(find(&ledger), Some(ScVal::Void));
    ledger.close(1);
    assert_eq!(find(&ledger), None);
}

#[test]
fn an_archived_entry_is_restored_by_the_transaction_that_touches_it() {
    let (mut ledger, probe, admin) = with_probe();
    ledger.invoke(&admin, &probe, "put_persistent", args![2_u32]).unwrap();
    ledger.close(120_960);
    let entry =
        |ledger: &test_suites::ledger::Ledger| ledger.data(&probe, ScVal::U32(1), ContractDataDurability::Persistent);
    assert_eq!(entry(&ledger), None);
    let restoring = ledger.invoke(&admin, &probe, "look", args![2_u32]).unwrap();
    assert_eq!(entry(&ledger), Some(ScVal::Void));
    // Instance, code and both entries come back from disk, and are paid for again.
    assert_eq!(restoring.resources.disk_read_entries, 4);
    assert!(restoring.fee.rent > 0);
    let live = ledger.invoke(&admin, &probe, "look", args![2_u32]).unwrap();
    assert_eq!(live.resources.disk_read_entries, 0);
    assert_eq!(live.fee.rent, 0);
}

#[test]
fn an_entry_that_is_archived_after_the_simulation_fails_the_transaction() {
    let (mut ledger, probe, admin) = with_probe();
    let prepared = ledger.prepare(&admin, &[], &probe, "put_temporary", args![1_u32]).unwrap();
    ledger.close(120_961);
    let failure = ledger.apply(prepared).unwrap_err();
    assert_eq!(failure.stage, Stage::Applied);
    assert!(failure.message.starts_with("ENTRY_ARCHIVED"), "{failure}");
}

#[test]
fn of_two_transactions_that_would_restore_the_same_entries_only_the_first_pays_for_it() {
    let (mut ledger, probe, admin) = with_probe();
    let other = ledger.account("other");
    ledger.invoke(&admin, &probe, "put_persistent", args![2_u32]).unwrap();
    ledger.close(120_960);
    let prepare = |source| ledger.prepare(source, &[], &probe, "look", args![2_u32]).unwrap();
    let (first, second) = (prepare(&admin), prepare(&other));
    assert!(ledger.apply(first).unwrap().fee.rent > 0);
    let second = ledger.apply(second).unwrap();
    assert_eq!((second.fee.rent, second.resources.disk_read_bytes), (0, 0));
}
