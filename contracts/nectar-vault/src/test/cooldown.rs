//! Waits are averages weighted by shares, to the ledger: rounded up at a deposit, down at a transfer.

use soroban_sdk::{contract, testutils::Address as _, testutils::Ledger as _, Address, Env};

use crate::{cooldown, storage};

const NOW: u32 = 1_000;
const WAIT: u32 = 100;

#[contract]
struct Anything;

/// Runs `test` in a contract at ledger [`NOW`] with two users.
fn run(test: impl FnOnce(&Env, &Address, &Address)) {
    let e = Env::default();
    e.ledger().set_sequence_number(NOW);
    let (one, other) = (Address::generate(&e), Address::generate(&e));
    e.as_contract(&e.register(Anything, ()), || test(&e, &one, &other));
}

#[test]
fn a_deposit_makes_the_user_wait_for_its_part_of_the_shares_rounded_up() {
    for (held, waited, minted, expected) in [(0, 0, 5, 100), (40, 0, 10, 20), (50, 20, 1, 22), (50, 20, 50, 60)] {
        run(|e, user, _| {
            storage::set_cooldown(e, user, NOW + waited);
            cooldown::after_deposit(e, user, held, minted, WAIT);
            assert_eq!(storage::cooldown(e, user), NOW + expected, "{held} {waited} {minted}");
        });
    }
}

#[test]
fn a_deposit_without_a_cooldown_leaves_an_earlier_wait_as_it_was() {
    run(|e, user, _| {
        storage::set_cooldown(e, user, NOW + WAIT);
        cooldown::after_deposit(e, user, 1, 1_000, 0);
        assert_eq!(storage::cooldown(e, user), NOW + WAIT);
    });
}

#[test]
fn a_transfer_carries_the_senders_wait_along_by_its_part_of_the_shares_rounded_down() {
    for (held, waited, amount, expected) in [(60, 0, 20, 5), (60, 0, 21, 5), (0, 0, 1, 20), (60, 80, 20, 65)] {
        run(|e, from, to| {
            storage::set_cooldown(e, from, NOW + 20);
            storage::set_cooldown(e, to, NOW + waited);
            cooldown::after_transfer(e, from, to, held, amount);
            assert_eq!(storage::cooldown(e, to), NOW + expected, "{held} {waited} {amount}");
            assert_eq!(storage::cooldown(e, from), NOW + 20);
        });
    }
}

#[test]
fn shares_of_somebody_who_need_not_wait_shorten_no_wait() {
    run(|e, from, to| {
        storage::set_cooldown(e, to, NOW + WAIT);
        cooldown::after_transfer(e, from, to, 10, 1_000);
        assert_eq!(storage::cooldown(e, to), NOW + WAIT);
    });
}

#[test]
fn nothing_sent_to_somebody_who_holds_nothing_makes_nobody_wait() {
    run(|e, from, to| {
        storage::set_cooldown(e, from, NOW + WAIT);
        cooldown::after_transfer(e, from, to, 0, 0);
        assert!(!cooldown::active(e, to));
    });
}

#[test]
fn a_wait_ends_in_its_ledger_and_not_before() {
    run(|e, user, _| {
        assert!(!cooldown::active(e, user));
        storage::set_cooldown(e, user, NOW + WAIT);
        e.ledger().set_sequence_number(NOW + WAIT - 1);
        assert!(cooldown::active(e, user));
        e.ledger().set_sequence_number(NOW + WAIT);
        assert!(!cooldown::active(e, user));
    });
}
