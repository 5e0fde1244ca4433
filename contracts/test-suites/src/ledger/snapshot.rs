//! The ledger's state in other forms.

use super::bytes::encode;
use super::{base_info, Ledger};
use sha2::{Digest, Sha256};
use soroban_env_host::xdr::{LedgerEntry, LedgerKey};
use soroban_env_host::LedgerInfo;
use soroban_sdk::testutils::Snapshot;

impl Ledger {
    /// The state for `Env::from_snapshot`, so that a call can be measured there as well.
    pub fn snapshot(&self) -> Snapshot {
        let mut snapshot = Snapshot::default();
        snapshot.ledger.set_ledger_info(self.info());
        snapshot.ledger.ledger_entries = self
            .entries()
            .map(|(key, entry, live_until)| {
                let entry = Box::new(entry.clone());
                (Box::new(key.clone()), (entry, live_until))
            })
            .collect();
        snapshot
    }

    /// What the host is told of the current ledger.
    pub fn info(&self) -> LedgerInfo {
        base_info(&self.settings, self.sequence, self.timestamp)
    }

    /// All entries in the order of their keys, with the last ledger in which each is live.
    pub fn entries(&self) -> impl Iterator<Item = (&LedgerKey, &LedgerEntry, Option<u32>)> {
        let entries = self.state.0.iter();
        entries.map(|(key, held)| (key.as_ref(), &held.entry, held.live_until))
    }

    /// Hash over all entries but accounts, whose balance and sequence number every transaction
    /// moves: equal before and after whatever changed nothing.
    pub fn fingerprint(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        for (key, entry, live_until) in self.entries() {
            if !matches!(key, LedgerKey::Account(_)) {
                hash.update(encode(entry));
                hash.update(live_until.unwrap_or_default().to_be_bytes());
            }
        }
        hash.finalize().into()
    }
}
