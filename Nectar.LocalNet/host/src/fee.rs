//! Resource and rent fees, in stroops; the arithmetic is the network's own.

use crate::frame::{Refusal, RentChange};
use crate::settings::Settings;
use soroban_env_host::fees::{
    compute_rent_fee, compute_transaction_resource_fee, LedgerEntryRentChange, TransactionResources,
};

/// The fee for declared resources: (kept in any case, given back where unused). Rent is not in it.
pub fn resource_fee(settings: &[&[u8]], resources: &[u32; 7]) -> Result<(i64, i64), Refusal> {
    let settings = Settings::load(settings)?;
    let [instructions, disk_read_entries, write_entries, disk_read_bytes, write_bytes, events, transaction] =
        *resources;
    let resources = TransactionResources {
        instructions,
        disk_read_entries,
        write_entries,
        disk_read_bytes,
        write_bytes,
        contract_events_size_bytes: events,
        transaction_size_bytes: transaction,
    };
    Ok(compute_transaction_resource_fee(&resources, &settings.network.fee_configuration))
}

/// The rent for changed lifetimes and sizes.
pub fn rent_fee(settings: &[&[u8]], current_ledger: u32, changes: &[RentChange]) -> Result<i64, Refusal> {
    let settings = Settings::load(settings)?;
    let changes: Vec<_> = changes.iter().map(RentChange::to_host).collect();
    Ok(compute_rent_fee(&changes, &settings.network.rent_fee_configuration, current_ledger))
}

impl RentChange {
    /// As the host counts it.
    pub(crate) fn to_host(&self) -> LedgerEntryRentChange {
        LedgerEntryRentChange {
            is_persistent: self.is_persistent,
            is_code_entry: self.is_code,
            old_size_bytes: self.old_size_bytes,
            new_size_bytes: self.new_size_bytes,
            old_live_until_ledger: self.old_live_until,
            new_live_until_ledger: self.new_live_until,
        }
    }

    /// As a frame carries it.
    pub(crate) fn from_host(change: &LedgerEntryRentChange) -> Self {
        Self {
            is_persistent: change.is_persistent,
            is_code: change.is_code_entry,
            old_size_bytes: change.old_size_bytes,
            new_size_bytes: change.new_size_bytes,
            old_live_until: change.old_live_until_ledger,
            new_live_until: change.new_live_until_ledger,
        }
    }
}
