use crate::books::Books;
use crate::keeper_record::{covered, with_penalty, within_share, KeeperRecord};

/// A record with one open draw of 600, made in ledger 100 and due after ledger 150.
fn drawn() -> KeeperRecord {
    let mut record = KeeperRecord::new();
    record.draw(600, 100, 50);
    record
}

#[test]
fn a_draw_is_overdue_after_the_ledger_in_which_it_is_due() {
    let record = drawn();
    assert_eq!((record.drawn, record.opened, record.due, record.draws), (600, 100, 150, 1));
    assert!(!record.overdue(150));
    assert!(record.overdue(151));
    assert!(!KeeperRecord::new().overdue(1));
}

#[test]
fn neither_a_later_draw_nor_a_partial_return_moves_the_due_ledger() {
    let mut record = drawn();
    record.draw(50, 140, 50);
    record.repay(400, 145);
    assert_eq!((record.drawn, record.opened, record.due, record.draws), (250, 100, 150, 2));
    assert_eq!(record.ledgers_out, 0);
}

#[test]
fn the_last_stroop_ends_a_debt_and_counts_the_ledgers_it_was_out() {
    let mut record = drawn();
    record.repay(599, 110);
    record.repay(1, 130);
    assert_eq!((record.drawn, record.opened, record.due, record.ledgers_out), (0, 0, 0, 30));
    record.draw(7, 200, 50);
    assert_eq!((record.drawn, record.opened, record.due, record.draws), (7, 200, 250, 2));
    record.repay(7, 205);
    assert_eq!(record.ledgers_out, 35);
}

#[test]
fn every_default_is_counted_and_what_it_cost_the_depositors() {
    let mut record = drawn();
    record.default(20);
    assert_eq!((record.drawn, record.opened, record.due), (0, 0, 0));
    assert_eq!((record.defaults, record.losses, record.ledgers_out), (1, 20, 0));
    record.draw(9, 300, 50);
    record.default(3);
    assert_eq!((record.defaults, record.losses), (2, 23));
}

#[test]
fn the_penalty_is_rounded_up() {
    assert_eq!([100, 101, 109].map(|debt| with_penalty(debt, 1_000)), [110, 112, 120]);
    assert_eq!(with_penalty(100, 0), 100);
}

#[test]
fn a_stake_covers_exactly_what_a_default_would_cost() {
    for penalty in [0, 1, 1_000, 10_000] {
        for debt in [1, 99, 10_007] {
            let owed = with_penalty(debt, penalty);
            assert!(covered(debt, owed, penalty), "{debt} at {penalty}");
            assert!(!covered(debt, owed - 1, penalty), "{debt} at {penalty}");
        }
    }
}

#[test]
fn draws_may_reach_their_share_of_total_assets_and_no_more() {
    let mut books = Books::empty();
    books.idle = 1_000;
    assert!(within_share(500, &books, 0, 5_000));
    assert!(!within_share(501, &books, 0, 5_000));
    // Profit that has yet to vest counts for nothing.
    books.book_profit(200, 10, 100);
    assert!(within_share(400, &books, 10, 5_000));
    assert!(!within_share(401, &books, 10, 5_000));
}
