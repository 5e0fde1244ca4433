//! The index of active keepers: pages of 16 with swap-remove, so that no call's cost grows with their number.

use soroban_sdk::{Address, Env, Vec};

use crate::storage;

/// Keepers on one page of the index, each page one ledger entry.
pub const PAGE_SIZE: u32 = 16;

/// Appends `keeper` and returns its slot.
pub(crate) fn append(e: &Env, keeper: &Address) -> u32 {
    let slot = storage::count(e);
    let number = slot / PAGE_SIZE;
    let mut page = storage::page(e, number);
    page.push_back(keeper.clone());
    storage::set_page(e, number, &page);
    storage::set_count(e, slot + 1);
    slot
}

/// Frees `slot` by moving the last keeper there; that keeper's record learns its new slot.
pub(crate) fn swap_remove(e: &Env, slot: u32) {
    let last = storage::count(e) - 1;
    let last_number = last / PAGE_SIZE;
    let mut last_page = storage::page(e, last_number);
    let moved = last_page.pop_back().expect("the last page is never empty");
    storage::set_count(e, last);
    if slot == last {
        return storage::set_page(e, last_number, &last_page);
    }
    let number = slot / PAGE_SIZE;
    if number == last_number {
        last_page.set(slot % PAGE_SIZE, moved.clone());
    } else {
        let mut page = storage::page(e, number);
        page.set(slot % PAGE_SIZE, moved.clone());
        storage::set_page(e, number, &page);
    }
    storage::set_page(e, last_number, &last_page);
    if let Some(mut info) = storage::keeper(e, &moved) {
        info.slot = slot;
        storage::set_keeper(e, &moved, &info);
    }
}

/// Up to `limit` keepers from slot `start` on, in slot order; empty beyond the end.
pub(crate) fn read(e: &Env, start: u32, limit: u32) -> Vec<Address> {
    let end = start.saturating_add(limit).min(storage::count(e));
    let mut keepers = Vec::new(e);
    let mut slot = start;
    while slot < end {
        let number = slot / PAGE_SIZE;
        let page_end = (number + 1) * PAGE_SIZE;
        let upto = end.min(page_end);
        let page = storage::page(e, number);
        keepers.append(&page.slice(slot % PAGE_SIZE..upto - number * PAGE_SIZE));
        slot = upto;
    }
    keepers
}
