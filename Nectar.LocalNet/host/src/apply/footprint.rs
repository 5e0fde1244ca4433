//! The footprint with the state of each key, as the network's archival rules see it.

use super::outcome::{failed, ResultCodes, Stop};
use crate::frame::{Entry, Refusal, Status, Submitted};
use crate::settings::{EntryLimits, Settings};
use crate::source::decode_entry;
use crate::xdr::{decode, name_key};
use soroban_env_host::budget::Budget;
use soroban_env_host::e2e_invoke::entry_size_for_rent;
use soroban_env_host::ledger_info::get_key_durability;
use soroban_env_host::xdr::{
    ContractDataDurability, LedgerEntry, LedgerKey, SorobanTransactionData, SorobanTransactionDataExt,
};
use soroban_env_host::LedgerInfo;
use std::collections::BTreeSet;

/// Every key of the footprint, read-only ones first.
pub struct Footprint<'a> {
    pub slots: Vec<Slot<'a>>,
}

/// One key.
pub struct Slot<'a> {
    pub key: LedgerKey,
    pub read_only: bool,
    /// Its place among the read-write keys is on the transaction's list of archived entries.
    pub listed_as_archived: bool,
    pub state: State<'a>,
}

/// What the ledger holds under a key.
pub enum State<'a> {
    /// Nothing, or a temporary entry whose time is up.
    Absent,
    Live(Found<'a>),
    /// A persistent entry whose time is up.
    Archived(Found<'a>),
}

/// An entry of the ledger.
pub struct Found<'a> {
    pub bytes: &'a [u8],
    pub entry: LedgerEntry,
    pub live_until: Option<u32>,
    pub size_for_rent: u32,
}

impl<'a> Footprint<'a> {
    /// Puts keys and entries together.
    pub fn load(
        submitted: &Submitted<'a>,
        data: &SorobanTransactionData,
        settings: &Settings,
        ledger: &LedgerInfo,
    ) -> Result<Self, Refusal> {
        let footprint = &data.resources.footprint;
        let (read_only, read_write) = (footprint.read_only.as_slice(), footprint.read_write.as_slice());
        if read_only.len() + read_write.len() != submitted.entries.len() {
            let keys = read_only.len() + read_write.len();
            return Err(bad(format!("{} entries come with a footprint of {keys} keys", submitted.entries.len())));
        }
        let listed = listed_as_archived(data)?;
        let sizes = sizing_budget(settings)?;
        let keys = read_only.iter().map(|key| (key, None));
        let keys = keys.chain(read_write.iter().enumerate().map(|(index, key)| (key, Some(index))));
        let mut seen = BTreeSet::new();
        let mut slots = Vec::with_capacity(submitted.entries.len());
        for ((key, write_index), entry) in keys.zip(&submitted.entries) {
            check_key_type(key)?;
            if !seen.insert(key) {
                return Err(bad(format!("the footprint names the {} twice", name_key(key))));
            }
            let listed_as_archived = write_index.is_some_and(|index| listed.contains(&index));
            if listed_as_archived && get_key_durability(key) != Some(ContractDataDurability::Persistent) {
                return Err(bad(format!(
                    "the {} is listed as archived, only persistent entries can be",
                    name_key(key)
                )));
            }
            let state = match entry {
                Some(entry) => State::of(key, entry, &sizes, ledger)?,
                None => State::Absent,
            };
            slots.push(Slot { key: key.clone(), read_only: write_index.is_none(), listed_as_archived, state });
        }
        Ok(Self { slots })
    }
}

impl<'a> State<'a> {
    fn of(key: &LedgerKey, given: &Entry<'a>, sizes: &Budget, ledger: &LedgerInfo) -> Result<Self, Refusal> {
        let entry = decode_entry(key, given)?;
        let size_for_rent = entry_size_for_rent(sizes, &entry, bytes_of(given.entry))
            .map_err(|error| Refusal::new(Status::BadSettings, format!("an entry's size: {error:?}")))?;
        let found = Found { bytes: given.entry, entry, live_until: given.live_until, size_for_rent };
        let expired = given.live_until.is_some_and(|ledger_sequence| ledger_sequence < ledger.sequence_number);
        Ok(match get_key_durability(key) {
            Some(ContractDataDurability::Temporary) if expired => State::Absent,
            Some(ContractDataDurability::Persistent) if expired => State::Archived(found),
            _ => State::Live(found),
        })
    }
}

impl EntryLimits {
    /// Refuses an entry that is larger than the network allows now.
    pub fn check(&self, key: &LedgerKey, entry_bytes: u32, codes: ResultCodes) -> Result<(), Stop> {
        let most = match key {
            LedgerKey::ContractCode(_) => self.code_entry_bytes,
            LedgerKey::ContractData(_) => self.data_entry_bytes,
            _ => return Ok(()),
        };
        if entry_bytes > most {
            let message =
                format!("the {} has an entry of {entry_bytes} bytes, the network allows {most}", name_key(key));
            return Err(failed(codes.resource_limit_exceeded, message));
        }
        Ok(())
    }
}

/// The length of an XDR value, which the reader and the host keep within 32 bits.
pub fn bytes_of(value: &[u8]) -> u32 {
    u32::try_from(value.len()).unwrap_or(u32::MAX)
}

/// Decodes `SorobanTransactionData`.
pub fn transaction_data(bytes: &[u8]) -> Result<SorobanTransactionData, Refusal> {
    decode("the transaction data", bytes)
}

fn listed_as_archived(data: &SorobanTransactionData) -> Result<BTreeSet<usize>, Refusal> {
    let SorobanTransactionDataExt::V1(ext) = &data.ext else {
        return Ok(BTreeSet::new());
    };
    let indices = ext.archived_soroban_entries.as_slice();
    let keys = data.resources.footprint.read_write.len();
    if let Some(index) = indices.iter().find(|index| **index as usize >= keys) {
        return Err(bad(format!("archived entry {index} is listed, the footprint has {keys} read-write keys")));
    }
    if indices.windows(2).any(|pair| pair[0] >= pair[1]) {
        return Err(bad("the list of archived entries is not in ascending order".to_owned()));
    }
    Ok(indices.iter().map(|index| *index as usize).collect())
}

/// Entry sizes are part of the memory model; measuring them costs nobody anything.
fn sizing_budget(settings: &Settings) -> Result<Budget, Refusal> {
    let network = &settings.network;
    let (cpu, memory) = (network.cpu_cost_params.clone(), network.memory_cost_params.clone());
    Budget::try_from_configs(u64::MAX, u64::MAX, cpu, memory)
        .map_err(|error| Refusal::new(Status::BadSettings, format!("the cost parameters are refused: {error:?}")))
}

fn check_key_type(key: &LedgerKey) -> Result<(), Refusal> {
    match key {
        LedgerKey::Account(_) | LedgerKey::Trustline(_) | LedgerKey::ContractData(_) | LedgerKey::ContractCode(_) => {
            Ok(())
        }
        _ => Err(bad(format!("keys of type {} cannot be in a footprint", key.name()))),
    }
}

fn bad(message: String) -> Refusal {
    Refusal::new(Status::BadFootprint, message)
}
