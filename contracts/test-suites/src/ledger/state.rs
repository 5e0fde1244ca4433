//! The entries of the ledger by key, and how long they live.

use soroban_env_host::ledger_info::get_key_durability;
use soroban_env_host::storage::{EntryWithLiveUntil, SnapshotSource};
use soroban_env_host::xdr::{ContractDataDurability, LedgerEntry, LedgerKey};
use soroban_env_host::HostError;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// An entry, and for contract data and code the last ledger in which it is live.
#[derive(Clone, PartialEq, Eq)]
pub struct Held {
    pub entry: LedgerEntry,
    pub live_until: Option<u32>,
}

/// What a transaction that names `key` in ledger `sequence` finds.
pub enum Found<'a> {
    Nothing,
    Live(&'a Held),
    /// A persistent entry whose time is over: it must be restored before use.
    Archived(&'a Held),
}

/// All entries. Cheap to clone: entries are shared.
#[derive(Clone, Default)]
pub struct State(pub BTreeMap<Arc<LedgerKey>, Arc<Held>>);

impl State {
    pub fn get(&self, key: &LedgerKey) -> Option<&Held> {
        self.0.get(key).map(Arc::as_ref)
    }

    pub fn find(&self, key: &LedgerKey, sequence: u32) -> Found<'_> {
        let Some(held) = self.get(key) else {
            return Found::Nothing;
        };
        match (held.live_until, get_key_durability(key)) {
            (Some(live_until), Some(durability)) if live_until < sequence => match durability {
                ContractDataDurability::Temporary => Found::Nothing,
                ContractDataDurability::Persistent => Found::Archived(held),
            },
            _ => Found::Live(held),
        }
    }

    pub fn put(&mut self, entry: LedgerEntry, live_until: Option<u32>) {
        let key = Arc::new(entry.to_key());
        self.0.insert(key, Arc::new(Held { entry, live_until }));
    }

    pub fn set_live_until(&mut self, key: &LedgerKey, live_until: u32) {
        if let Some(held) = self.0.get_mut(key) {
            Arc::make_mut(held).live_until = Some(live_until);
        }
    }

    pub fn remove(&mut self, key: &LedgerKey) {
        self.0.remove(key);
    }

    /// Removes temporary entries that are not live in ledger `sequence`.
    pub fn drop_expired(&mut self, sequence: u32) {
        self.0.retain(|key, held| {
            get_key_durability(key) != Some(ContractDataDurability::Temporary)
                || held.live_until.is_none_or(|last| last >= sequence)
        });
    }
}

/// The state as the simulation reads it: archived entries included, as a node gives them.
pub struct Source(pub Arc<State>);

impl SnapshotSource for Source {
    fn get(&self, key: &Rc<LedgerKey>) -> Result<Option<EntryWithLiveUntil>, HostError> {
        Ok(self.0.get(key).map(|held| (Rc::new(held.entry.clone()), held.live_until)))
    }
}
