//! What a call wrote and emitted, and whether that is within what it declared.

use super::bytes::{decode, len};
use super::{Exceeded, Limit, Resources, Settings};
use soroban_env_host::e2e_invoke::{InvokeHostFunctionResult, LedgerEntryChange};
use soroban_env_host::xdr::{LedgerKey, SorobanTransactionData};

/// Notes the bytes of entries written, and of events and return value.
pub fn output(used: &mut Resources, outcome: &InvokeHostFunctionResult, returned: &[u8]) {
    let written = outcome.ledger_changes.iter();
    let written = written.filter_map(|change| change.encoded_new_value.as_ref());
    used.write_bytes = written.map(|entry| len(entry)).sum();
    let events = outcome.encoded_contract_events.iter();
    used.event_bytes = events.map(|event| len(event)).sum::<u32>() + len(returned);
}

/// A transaction may read and write no more bytes than it declared, and what it writes of contract
/// data must be within the sizes of keys and entries.
pub fn check(
    used: &Resources,
    changes: &[LedgerEntryChange],
    data: &SorobanTransactionData,
    settings: &Settings,
) -> Result<(), Exceeded> {
    let declared = &data.resources;
    Exceeded::check(Limit::DiskReadBytes, used.disk_read_bytes, declared.disk_read_bytes)?;
    Exceeded::check(Limit::WriteBytes, used.write_bytes, declared.write_bytes)?;
    for change in changes {
        let Some(value) = &change.encoded_new_value else {
            continue;
        };
        if let LedgerKey::ContractData(_) = decode::<LedgerKey>(&change.encoded_key) {
            Exceeded::check(Limit::DataKeyBytes, len(&change.encoded_key), settings.data_key_bytes)?;
            Exceeded::check(Limit::DataEntryBytes, len(value), settings.data_entry_bytes)?;
        }
    }
    Ok(())
}
