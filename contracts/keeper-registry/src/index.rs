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
    let last_page = storage::page(e, last_number);
    let moved = last_page.get_unchecked(last % PAGE_SIZE);
    storage::set_count(e, last);
    storage::set_page(e, last_number, &replaced(e, &last_page, last % PAGE_SIZE, None));
    if slot == last {
        return;
    }
    let number = slot / PAGE_SIZE;
    let page = storage::page(e, number);
    storage::set_page(e, number, &replaced(e, &page, slot % PAGE_SIZE, Some(&moved)));
    if let Some(mut info) = storage::keeper(e, &moved) {
        info.slot = slot;
        storage::set_keeper(e, &moved, &info);
    }
}

/// Up to `limit` keepers from slot `start` on, in slot order; empty beyond the end.
pub(crate) fn read(e: &Env, start: u32, limit: u32) -> Vec<Address> {
    let end = start.saturating_add(limit).min(storage::count(e));
    let mut keepers = Vec::from_array(e, []);
    let mut slot = start;
    while slot < end {
        let page = storage::page(e, slot / PAGE_SIZE);
        let page_start = slot - slot % PAGE_SIZE;
        let page_end = page_start + page.len();
        if slot == page_start && page_end <= end {
            if slot == start {
                keepers = page;
            } else {
                keepers.append(&page);
            }
        } else {
            for wanted in slot..end.min(page_end) {
                keepers.push_back(page.get_unchecked(wanted - page_start));
            }
        }
        slot = page_end;
    }
    keepers
}

/// `page` with `keeper` at `place`, or without that place. Built anew from the host functions that the registry
/// imports anyway, since every call pays for every import and this is the rarest of them.
fn replaced(e: &Env, page: &Vec<Address>, place: u32, keeper: Option<&Address>) -> Vec<Address> {
    let mut rebuilt = Vec::from_array(e, []);
    for (number, listed) in (0..).zip(page.iter()) {
        match keeper {
            Some(keeper) if number == place => rebuilt.push_back(keeper.clone()),
            None if number == place => {}
            _ => rebuilt.push_back(listed),
        }
    }
    rebuilt
}
