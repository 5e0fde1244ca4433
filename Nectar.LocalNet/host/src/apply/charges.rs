//! What an applied operation reads, writes and pays, held against what its transaction declared.

use super::footprint::Footprint;
use super::outcome::{failed, ResultCodes, Stop};
use crate::frame::{Fees, RentChange};
use crate::settings::Settings;
use soroban_env_host::fees::{compute_rent_fee, compute_transaction_resource_fee, TransactionResources};
use soroban_env_host::ledger_info::get_key_durability;
use soroban_env_host::xdr::{SorobanTransactionData, SorobanTransactionDataExt};
use soroban_env_host::LedgerInfo;

/// Bytes counted against a declared number.
pub struct Meter {
    what: &'static str,
    declared: u32,
    pub used: u32,
    codes: ResultCodes,
}

impl Meter {
    /// Counts what comes from disk: classic entries and entries that are restored.
    pub fn disk_read(data: &SorobanTransactionData, codes: ResultCodes) -> Self {
        Self { what: "read from disk", declared: data.resources.disk_read_bytes, used: 0, codes }
    }

    /// Counts the new values of read-write keys.
    pub fn write(data: &SorobanTransactionData, codes: ResultCodes) -> Self {
        Self { what: "written", declared: data.resources.write_bytes, used: 0, codes }
    }

    /// Counts an entry; fails beyond what was declared.
    pub fn count(&mut self, bytes: u32) -> Result<(), Stop> {
        self.used = self.used.saturating_add(bytes);
        if self.used > self.declared {
            let message = format!("{} bytes are {}, the transaction declared {}", self.used, self.what, self.declared);
            return Err(failed(self.codes.resource_limit_exceeded, message));
        }
        Ok(())
    }
}

/// What the fees of an operation are computed from, but for what it did.
pub struct Declared<'a> {
    pub data: &'a SorobanTransactionData,
    pub footprint: &'a Footprint<'a>,
    pub settings: &'a Settings,
    pub ledger: &'a LedgerInfo,
    pub transaction_size_bytes: u32,
    pub codes: ResultCodes,
}

/// The fees of an operation that succeeded; fails where what is left of the declared fee after its non-refundable part
/// does not cover rent and events.
pub fn fees(
    declared: &Declared,
    events_and_return_value_bytes: u32,
    rent_changes: &[RentChange],
) -> Result<Fees, Stop> {
    let Declared { data, footprint, settings, ledger, transaction_size_bytes, codes } = *declared;
    let resources = TransactionResources {
        instructions: data.resources.instructions,
        disk_read_entries: disk_read_entries(data, footprint),
        write_entries: data.resources.footprint.read_write.len() as u32,
        disk_read_bytes: data.resources.disk_read_bytes,
        write_bytes: data.resources.write_bytes,
        contract_events_size_bytes: events_and_return_value_bytes,
        transaction_size_bytes,
    };
    let (non_refundable, events) = compute_transaction_resource_fee(&resources, &settings.network.fee_configuration);
    let changes: Vec<_> = rent_changes.iter().map(RentChange::to_host).collect();
    let rent = compute_rent_fee(&changes, &settings.network.rent_fee_configuration, ledger.sequence_number);
    let available = data.resource_fee.saturating_sub(non_refundable);
    if rent.saturating_add(events) > available {
        let message = format!("rent {rent} and events {events} are more than the {available} stroops left for them");
        return Err(failed(codes.insufficient_refundable_fee, message));
    }
    Ok(Fees { non_refundable, rent, events })
}

fn disk_read_entries(data: &SorobanTransactionData, footprint: &Footprint) -> u32 {
    let classic = footprint.slots.iter().filter(|slot| get_key_durability(&slot.key).is_none()).count();
    let archived = match &data.ext {
        SorobanTransactionDataExt::V0 => 0,
        SorobanTransactionDataExt::V1(ext) => ext.archived_soroban_entries.len(),
    };
    (classic + archived) as u32
}
