//! Entries on their way into the host and out of it.

use super::bytes::{decode, encode, len};
use super::state::{Found, Held, State};
use super::{prepare, Failure, Ledger, Stage};
use soroban_env_host::budget::Budget;
use soroban_env_host::e2e_invoke::{entry_size_for_rent, LedgerEntryChange, TtlLedgerEntryMeta};
use soroban_env_host::xdr::{LedgerEntry, LedgerKey, SorobanTransactionData};

/// The entries of a footprint as the host wants them.
#[derive(Default)]
pub struct Inputs {
    /// One for each key, read-only then read-write; an absent entry is `None`.
    pub entries: Vec<(Option<Vec<u8>>, Option<TtlLedgerEntryMeta>)>,
    /// Indices in the read-write footprint of archived entries that are being restored.
    pub restored: Vec<u32>,
    /// Bytes of classic and restored entries.
    pub disk_read_bytes: u32,
}

impl Inputs {
    fn add(&mut self, key: &LedgerKey, held: &Held, live_until: Option<u32>, budget: &Budget) {
        let encoded = encode(&held.entry);
        if !prepare::is_soroban(key) {
            self.disk_read_bytes += len(&encoded);
        }
        let meta = live_until.map(|live_until_ledger| TtlLedgerEntryMeta {
            live_until_ledger,
            entry_size_for_rent: entry_size_for_rent(budget, &held.entry, len(&encoded))
                .expect("a size by the cost parameters"),
        });
        self.entries.push((Some(encoded), meta));
    }
}

impl Ledger {
    /// Looks up the footprint of `data` in the current ledger. An archived entry that the transaction
    /// does not declare to be restored fails it.
    pub(super) fn inputs(&self, data: &SorobanTransactionData, budget: &Budget) -> Result<Inputs, Failure> {
        let footprint = &data.resources.footprint;
        let declared = prepare::archived(data);
        let mut inputs = Inputs::default();
        let read_only = footprint.read_only.iter().map(|key| (key, None));
        let read_write = footprint.read_write.iter().zip(0_u32..);
        let read_write = read_write.map(|(key, index)| (key, Some(index)));
        for (key, index) in read_only.chain(read_write) {
            let restoring = index.filter(|index| declared.contains(index));
            match (self.state.find(key, self.sequence), restoring) {
                (Found::Nothing, _) => inputs.entries.push((None, None)),
                (Found::Live(held), _) => inputs.add(key, held, held.live_until, budget),
                (Found::Archived(held), Some(index)) => {
                    let ttl = self.settings.network.min_persistent_entry_ttl;
                    inputs.add(key, held, Some(self.sequence + ttl - 1), budget);
                    inputs.restored.push(index);
                    inputs.disk_read_bytes += len(&encode(&held.entry));
                }
                (Found::Archived(_), None) => {
                    let message = format!("ENTRY_ARCHIVED: not restored by this transaction: {key:?}");
                    return Err(Failure::plain(Stage::Applied, message));
                }
            }
        }
        Ok(inputs)
    }
}

/// Writes one change of a successful call into `state`.
pub fn commit(state: &mut State, change: LedgerEntryChange, sequence: u32) {
    let key: LedgerKey = decode(&change.encoded_key);
    let live_until = change.ttl_change.as_ref().map(|change| change.new_live_until_ledger);
    match (change.encoded_new_value, change.read_only) {
        (Some(value), _) => {
            let mut entry: LedgerEntry = decode(&value);
            entry.last_modified_ledger_seq = sequence;
            state.put(entry, live_until);
        }
        (None, false) => state.remove(&key),
        (None, true) => {
            // Only its lifetime can change; an absent entry stays absent.
            let held = state.get(&key).and_then(|held| held.live_until);
            if let (Some(held), Some(live_until)) = (held, live_until) {
                state.set_live_until(&key, held.max(live_until));
            }
        }
    }
}
