//! The pause between a deposit and its withdrawal, carried along with the shares that are sent on.
//!
//! Shares that come from elsewhere weigh by their amount, rounded down, so that nobody can hold a stranger's shares by
//! sending it dust again and again.

use soroban_sdk::{Address, Env};

use crate::storage;

/// After `user`, who held `held` shares, deposited for `minted` more.
pub(crate) fn after_deposit(e: &Env, user: &Address, held: i128, minted: i128, cooldown: u32) {
    if cooldown == 0 {
        return;
    }
    let left = left(e, user);
    let until = e.ledger().sequence().saturating_add(weigh(held, left, minted, cooldown, true));
    storage::set_cooldown(e, user, until);
}

/// After `amount` shares went from `from` to `to`, who held `held` before.
pub(crate) fn after_transfer(e: &Env, from: &Address, to: &Address, held: i128, amount: i128) {
    let carried = left(e, from);
    if carried == 0 || from == to {
        return;
    }
    let until = e.ledger().sequence().saturating_add(weigh(held, left(e, to), amount, carried, false));
    storage::set_cooldown(e, to, until);
}

/// Whether `user` has to wait.
pub(crate) fn active(e: &Env, user: &Address) -> bool {
    left(e, user) > 0
}

fn left(e: &Env, user: &Address) -> u32 {
    storage::cooldown(e, user).saturating_sub(e.ledger().sequence())
}

/// The average of two waits, weighted by shares.
fn weigh(held: i128, held_left: u32, added: i128, added_left: u32, up: bool) -> u32 {
    let total = held.saturating_add(added);
    if total == 0 {
        return 0;
    }
    // Shares stay below 10^33 and waits below 2^17, so the sum does not overflow.
    let sum = held * i128::from(held_left) + added * i128::from(added_left);
    let rounded = if up { (sum + total - 1) / total } else { sum / total };
    u32::try_from(rounded).unwrap_or(u32::MAX)
}
