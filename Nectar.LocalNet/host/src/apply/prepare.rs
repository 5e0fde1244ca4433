//! What the host is given of the footprint's entries.

use super::charges::Meter;
use super::footprint::{bytes_of, Footprint, State};
use super::outcome::{failed, Stop, INVOKE_CODES};
use crate::frame::{Refusal, Status};
use crate::settings::EntryLimits;
use crate::xdr::name_key;
use soroban_env_host::e2e_invoke::TtlLedgerEntryMeta;
use soroban_env_host::ledger_info::get_key_durability;
use soroban_env_host::xdr::{ContractDataDurability, Hash, InvokeHostFunctionResultCode, LedgerEntryData};
use soroban_env_host::LedgerInfo;

/// What the host is given beside the request.
pub struct Prepared<'a> {
    pub entries: Vec<(Option<&'a [u8]>, Option<TtlLedgerEntryMeta>)>,
    pub restored_indices: Vec<u32>,
    pub live_code: Vec<(Hash, &'a [u8])>,
    pub restored_code: Vec<Hash>,
}

/// Goes through the footprint, counts what is read from disk, and sorts code into live and restored.
pub fn prepare<'a>(
    footprint: &'a Footprint,
    ledger: &LedgerInfo,
    limits: &EntryLimits,
    disk_read: &mut Meter,
) -> Result<Prepared<'a>, Stop> {
    let restored_until = ledger.min_live_until_ledger_checked(ContractDataDurability::Persistent).ok_or_else(|| {
        Refusal::new(Status::BadSettings, "the shortest lifetime reaches beyond the last ledger there can be")
    })?;
    let mut prepared = Prepared {
        entries: Vec::new(),
        restored_indices: Vec::new(),
        live_code: Vec::new(),
        restored_code: Vec::new(),
    };
    let mut write_index = 0;
    for slot in &footprint.slots {
        let item = match &slot.state {
            State::Absent => (None, None),
            State::Live(found) => {
                if get_key_durability(&slot.key).is_none() {
                    disk_read.count(bytes_of(found.bytes))?;
                }
                limits.check(&slot.key, bytes_of(found.bytes), INVOKE_CODES)?;
                if let LedgerEntryData::ContractCode(code) = &found.entry.data {
                    prepared.live_code.push((code.hash.clone(), code.code.as_slice()));
                }
                (Some(found.bytes), ttl(found.live_until, found.size_for_rent))
            }
            State::Archived(found) => {
                if !slot.listed_as_archived {
                    let message = format!("the {} is archived and not listed for restoration", name_key(&slot.key));
                    return Err(failed(InvokeHostFunctionResultCode::EntryArchived as i32, message));
                }
                disk_read.count(bytes_of(found.bytes))?;
                limits.check(&slot.key, bytes_of(found.bytes), INVOKE_CODES)?;
                if let LedgerEntryData::ContractCode(code) = &found.entry.data {
                    prepared.restored_code.push(code.hash.clone());
                }
                prepared.restored_indices.push(write_index);
                (Some(found.bytes), ttl(Some(restored_until), found.size_for_rent))
            }
        };
        prepared.entries.push(item);
        if !slot.read_only {
            write_index += 1;
        }
    }
    Ok(prepared)
}

fn ttl(live_until: Option<u32>, entry_size_for_rent: u32) -> Option<TtlLedgerEntryMeta> {
    live_until.map(|live_until_ledger| TtlLedgerEntryMeta { live_until_ledger, entry_size_for_rent })
}
