//! Trying an operation against the caller's ledger to learn what it needs.

mod adjustment;
mod invoke;
mod ttl;

pub use invoke::invoke;
pub use ttl::ttl;

use crate::frame::{Needs, Refusal, Status};
use crate::source::Snapshot;
use crate::xdr::{encode, encode_all};
use soroban_env_host::xdr::SorobanTransactionData;

/// The source's own failure comes first: what a simulation says of it is only its echo.
fn refused(snapshot: &Snapshot, error: &dyn std::fmt::Display) -> Refusal {
    match snapshot.check() {
        Err(refusal) => refusal,
        Ok(()) => Refusal::new(Status::Refused, format!("{error:#}")),
    }
}

/// What a simulation found needed, as a frame carries it.
fn needs(data: &SorobanTransactionData) -> Result<Needs, Refusal> {
    let footprint = &data.resources.footprint;
    Ok(Needs {
        transaction_data: encode(data)?,
        read_only_keys: encode_all(&footprint.read_only)?,
        read_write_keys: encode_all(&footprint.read_write)?,
    })
}
