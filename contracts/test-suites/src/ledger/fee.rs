//! Fees, as the network charges them.

use super::{Resources, Settings, INCLUSION_FEE};
use soroban_env_host::fees::{compute_transaction_resource_fee, TransactionResources};

/// What a transaction paid, in stroops. Rounding is the protocol's: up, per part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fee {
    /// For instructions, entries, bytes, bandwidth and history.
    pub non_refundable: i64,
    /// For keeping entries alive.
    pub rent: i64,
    /// For events and return value.
    pub events: i64,
    /// For being included at all.
    pub inclusion: i64,
}

impl Fee {
    /// Everything.
    pub fn total(&self) -> i64 {
        self.without_rent() + self.rent
    }

    /// Everything but the rent, which depends on how long ago an entry was last extended.
    pub fn without_rent(&self) -> i64 {
        self.non_refundable + self.events + self.inclusion
    }
}

impl Settings {
    /// The fee without rent for `used`. To know what a call costs apart from the reserve of
    /// instructions that its client declared, give it the measured resources of a receipt.
    pub fn fee(&self, used: &Resources) -> Fee {
        let (non_refundable, events) = compute_transaction_resource_fee(
            &TransactionResources {
                instructions: u32::try_from(used.instructions).unwrap_or(u32::MAX),
                disk_read_entries: used.disk_read_entries,
                write_entries: used.write_entries,
                disk_read_bytes: used.disk_read_bytes,
                write_bytes: used.write_bytes,
                contract_events_size_bytes: used.event_bytes,
                transaction_size_bytes: used.transaction_bytes,
            },
            &self.network.fee_configuration,
        );
        Fee { non_refundable, rent: 0, events, inclusion: INCLUSION_FEE }
    }
}
