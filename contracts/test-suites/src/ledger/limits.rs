//! The limits of a transaction.

use super::{Resources, Settings};
use std::fmt;

/// A limit that the network puts on every transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// CPU instructions.
    Instructions,
    /// Bytes of memory.
    Memory,
    /// Keys of the footprint.
    FootprintEntries,
    /// Classic and restored entries read.
    DiskReadEntries,
    /// Bytes of classic and restored entries read.
    DiskReadBytes,
    /// Read-write keys of the footprint.
    WriteEntries,
    /// Bytes of entries written.
    WriteBytes,
    /// Bytes of events and return value.
    EventBytes,
    /// Bytes of the signed envelope.
    TransactionBytes,
    /// Bytes of a contract's wasm.
    ContractBytes,
    /// Bytes of the key of a contract data entry.
    DataKeyBytes,
    /// Bytes of a contract data entry.
    DataEntryBytes,
}

/// A limit with what was measured and what is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exceeded {
    /// Which limit.
    pub limit: Limit,
    /// What the transaction used or asked for.
    pub measured: u64,
    /// What it may at most.
    pub allowed: u64,
}

impl Exceeded {
    /// `Err` when `measured` is over `allowed`.
    pub(super) fn check(limit: Limit, measured: impl Into<u64>, allowed: impl Into<u64>) -> Result<(), Self> {
        let (measured, allowed) = (measured.into(), allowed.into());
        if measured <= allowed {
            return Ok(());
        }
        Err(Self { limit, measured, allowed })
    }
}

impl fmt::Display for Exceeded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} over the limit: {} of {}", self.limit, self.measured, self.allowed)
    }
}

/// Checks everything that a transaction measured against the network's limits.
pub fn check(measured: &Resources, settings: &Settings) -> Result<(), Exceeded> {
    let network = &settings.network;
    let instructions = network.tx_max_instructions.unsigned_abs();
    Exceeded::check(Limit::Instructions, measured.instructions, instructions)?;
    Exceeded::check(Limit::Memory, measured.memory, network.tx_memory_limit)?;
    for (limit, measured, allowed) in [
        (Limit::FootprintEntries, measured.footprint_entries, settings.footprint_entries),
        (Limit::DiskReadEntries, measured.disk_read_entries, settings.disk_read_entries),
        (Limit::DiskReadBytes, measured.disk_read_bytes, settings.disk_read_bytes),
        (Limit::WriteEntries, measured.write_entries, settings.write_entries),
        (Limit::WriteBytes, measured.write_bytes, settings.write_bytes),
        (Limit::EventBytes, measured.event_bytes, settings.event_bytes),
        (Limit::TransactionBytes, measured.transaction_bytes, settings.transaction_bytes),
    ] {
        Exceeded::check(limit, measured, allowed)?;
    }
    Ok(())
}
