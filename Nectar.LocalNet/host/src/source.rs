//! Where a simulation's ledger entries come from.

use crate::frame::{Entry, Reader, Refusal, Status};
use crate::xdr::{decode, encode, name_key};
use soroban_env_host::ledger_info::get_key_durability;
use soroban_env_host::storage::{EntryWithLiveUntil, SnapshotSource};
use soroban_env_host::xdr::{LedgerEntry, LedgerKey, ScErrorCode, ScErrorType};
use soroban_env_host::HostError;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The caller's ledger.
pub trait EntrySource {
    /// Finds the entry of a key (`LedgerKey` XDR). The answer is the frame of an [`Entry`], or `None` where the ledger
    /// has no such entry; archived entries are there. An error is a failure of the ledger itself.
    fn fetch(&self, key: &[u8]) -> Result<Option<Vec<u8>>, String>;
}

/// The caller's ledger as the host sees it during one call: each key is fetched once, and what comes is checked.
pub struct Snapshot {
    source: Rc<dyn EntrySource>,
    fetched: RefCell<BTreeMap<Rc<LedgerKey>, Option<EntryWithLiveUntil>>>,
    failure: RefCell<Option<Refusal>>,
}

impl Snapshot {
    pub fn new(source: Rc<dyn EntrySource>) -> Self {
        Self { source, fetched: RefCell::default(), failure: RefCell::default() }
    }

    /// The first failure of the source: whatever the host made of it, the call is refused for this reason.
    pub fn check(&self) -> Result<(), Refusal> {
        self.failure.borrow().clone().map_or(Ok(()), Err)
    }

    fn fetch(&self, key: &LedgerKey) -> Result<Option<EntryWithLiveUntil>, Refusal> {
        let failed = |message: String| Refusal::new(Status::SourceFailed, message);
        let Some(answer) = self.source.fetch(&encode(key)?).map_err(failed)? else {
            return Ok(None);
        };
        let mut reader = Reader::new(&answer);
        let entry = Entry::read(&mut reader).and_then(|entry| reader.finish().map(|()| entry));
        let entry =
            entry.map_err(|refusal| failed(format!("the source's answer is malformed: {}", refusal.message)))?;
        let decoded = decode_entry(key, &entry).map_err(|refusal| failed(refusal.message))?;
        Ok(Some((Rc::new(decoded), entry.live_until)))
    }
}

impl SnapshotSource for Snapshot {
    fn get(&self, key: &Rc<LedgerKey>) -> Result<Option<EntryWithLiveUntil>, HostError> {
        if let Some(known) = self.fetched.borrow().get(key) {
            return Ok(known.clone());
        }
        let found = self.fetch(key).map_err(|refusal| {
            self.failure.borrow_mut().get_or_insert(refusal);
            HostError::from((ScErrorType::Storage, ScErrorCode::InternalError))
        })?;
        self.fetched.borrow_mut().insert(key.clone(), found.clone());
        Ok(found)
    }
}

/// Decodes an entry and holds it against its key and against the rule on lifetimes.
pub fn decode_entry(key: &LedgerKey, entry: &Entry) -> Result<LedgerEntry, Refusal> {
    let decoded: LedgerEntry = decode("a ledger entry", entry.entry)?;
    if decoded.to_key() != *key {
        let message = format!("a ledger entry of type {} came for the {}", decoded.data.name(), name_key(key));
        return Err(Refusal::new(Status::BadFootprint, message));
    }
    match (get_key_durability(key), entry.live_until) {
        (Some(_), None) => {
            Err(Refusal::new(Status::BadFootprint, format!("the entry of the {} has no live-until", name_key(key))))
        }
        (None, Some(_)) => {
            Err(Refusal::new(Status::BadFootprint, format!("the entry of the {} has a live-until", name_key(key))))
        }
        _ => Ok(decoded),
    }
}
