//! What is answered. The order of fields in each type is the order on the wire; XDR values are named by their types.

use super::{Refusal, RentChange, Writer, FRAME_VERSION};

/// An answer's body, by the operation that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Response {
    Versions(Versions),
    Simulated(Box<Simulated>),
    SimulatedTtl(SimulatedTtl),
    Applied(Box<Applied>),
    Fees { non_refundable: i64, refundable: i64 },
    RentFee(i64),
    ModuleCacheDropped,
    Failed(Failure),
    Refused(Refusal),
}

/// What runs inside.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Versions {
    pub min_protocol: u32,
    pub max_protocol: u32,
    /// 0 for a released host.
    pub pre_release: u32,
    /// Version of soroban-env-host.
    pub host: String,
    /// Version of stellar-xdr.
    pub xdr: String,
    /// Version of this crate.
    pub module: String,
}

/// The resources that a simulation found needed. The keys are those of the data's footprint once more, so that a caller
/// can look them up without decoding it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Needs {
    /// `SorobanTransactionData`: footprint, resources, archived entries, resource fee in stroops.
    pub transaction_data: Vec<u8>,
    /// `LedgerKey`.
    pub read_only_keys: Vec<Vec<u8>>,
    /// `LedgerKey`.
    pub read_write_keys: Vec<Vec<u8>>,
}

/// A simulated extension or restoration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct SimulatedTtl {
    pub needs: Needs,
    /// The restoration that must come first.
    pub restore_preamble: Option<Needs>,
}

/// A simulated invocation that succeeded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Simulated {
    /// `ScVal`.
    pub return_value: Vec<u8>,
    pub needs: Needs,
    /// `SorobanAuthorizationEntry`.
    pub auth: Vec<Vec<u8>>,
    /// `ContractEvent`.
    pub events: Vec<Vec<u8>>,
    /// `DiagnosticEvent`.
    pub diagnostic_events: Vec<Vec<u8>>,
    pub state_changes: Vec<StateChange>,
    pub instructions: u64,
    pub memory_bytes: u64,
    /// The restoration that must come first.
    pub restore_preamble: Option<Needs>,
}

/// One written entry; at least one of before and after is there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct StateChange {
    /// `LedgerKey`.
    pub key: Vec<u8>,
    /// `LedgerEntry`.
    pub before: Option<Vec<u8>>,
    /// `LedgerEntry`.
    pub after: Option<Vec<u8>>,
}

/// An applied operation that succeeded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Applied {
    /// `ScVal`; empty for an extension or a restoration.
    pub return_value: Vec<u8>,
    pub changes: Vec<Change>,
    /// `ContractEvent`.
    pub events: Vec<Vec<u8>>,
    /// `DiagnosticEvent`.
    pub diagnostic_events: Vec<Vec<u8>>,
    pub instructions: u64,
    pub memory_bytes: u64,
    pub disk_read_bytes: u32,
    pub write_bytes: u32,
    pub events_and_return_value_bytes: u32,
    pub rent_changes: Vec<RentChange>,
    pub fees: Fees,
}

/// What the resource fee is spent on, in stroops.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Fees {
    pub non_refundable: i64,
    pub rent: i64,
    pub events: i64,
}

/// What happens to one footprint key.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Change {
    /// `LedgerKey`.
    pub key: Vec<u8>,
    /// From the footprint; then only `ttl` can say anything new.
    pub read_only: bool,
    /// The entry was archived and is live again.
    pub restored: bool,
    /// `LedgerEntry`; a read-write key without one is erased.
    pub new_value: Option<Vec<u8>>,
    pub ttl: Option<TtlChange>,
}

/// An entry's lifetime before and after; nothing changes where both are the same.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct TtlChange {
    /// SHA-256 of the key's XDR.
    pub key_hash: [u8; 32],
    pub old_live_until: u32,
    pub new_live_until: u32,
}

/// An operation that was tried and failed; the ledger stays as it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Failure {
    /// The operation's result code as it stands in the transaction's result; 0 for a simulation.
    pub result_code: i32,
    /// `ScError`; empty where the host was not reached or was content.
    pub error: Vec<u8>,
    pub message: String,
    /// `DiagnosticEvent`.
    pub diagnostic_events: Vec<Vec<u8>>,
    pub instructions: u64,
    pub memory_bytes: u64,
}

impl Response {
    /// Writes the frame.
    pub fn encode(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        let w = writer.u32(FRAME_VERSION);
        match self {
            Response::Failed(_) => w.u32(1),
            Response::Refused(refusal) => w.u32(refusal.status as u32),
            _ => w.u32(0),
        };
        match self {
            Response::Versions(v) => {
                w.u32(v.min_protocol).u32(v.max_protocol).u32(v.pre_release);
                w.opaque(v.host.as_bytes()).opaque(v.xdr.as_bytes()).opaque(v.module.as_bytes());
            }
            Response::Simulated(simulated) => simulated.write(w),
            Response::SimulatedTtl(simulated) => {
                simulated.needs.write(w);
                w.optional(simulated.restore_preamble.as_ref(), |w, preamble| preamble.write(w));
            }
            Response::Applied(applied) => applied.write(w),
            Response::Fees { non_refundable, refundable } => {
                w.i64(*non_refundable).i64(*refundable);
            }
            Response::RentFee(fee) => {
                w.i64(*fee);
            }
            Response::ModuleCacheDropped => {}
            Response::Failed(failure) => failure.write(w),
            Response::Refused(refusal) => {
                w.opaque(refusal.message.as_bytes());
            }
        }
        writer.into_bytes()
    }
}

impl Needs {
    fn write(&self, w: &mut Writer) {
        w.opaque(&self.transaction_data).opaques(&self.read_only_keys).opaques(&self.read_write_keys);
    }
}

impl Simulated {
    fn write(&self, w: &mut Writer) {
        w.opaque(&self.return_value);
        self.needs.write(w);
        w.opaques(&self.auth).opaques(&self.events).opaques(&self.diagnostic_events);
        w.array(&self.state_changes, |w, change| {
            w.opaque(&change.key);
            write_optional_opaque(w, &change.before);
            write_optional_opaque(w, &change.after);
        });
        w.u64(self.instructions).u64(self.memory_bytes);
        w.optional(self.restore_preamble.as_ref(), |w, preamble| preamble.write(w));
    }
}

impl Applied {
    fn write(&self, w: &mut Writer) {
        w.opaque(&self.return_value).array(&self.changes, |w, change| change.write(w));
        w.opaques(&self.events).opaques(&self.diagnostic_events);
        w.u64(self.instructions).u64(self.memory_bytes);
        w.u32(self.disk_read_bytes).u32(self.write_bytes).u32(self.events_and_return_value_bytes);
        w.array(&self.rent_changes, |w, change| change.write(w));
        w.i64(self.fees.non_refundable).i64(self.fees.rent).i64(self.fees.events);
    }
}

impl Change {
    fn write(&self, w: &mut Writer) {
        w.opaque(&self.key).bool(self.read_only).bool(self.restored);
        write_optional_opaque(w, &self.new_value);
        w.optional(self.ttl.as_ref(), |w, ttl| {
            w.fixed(&ttl.key_hash).u32(ttl.old_live_until).u32(ttl.new_live_until);
        });
    }
}

impl Failure {
    fn write(&self, w: &mut Writer) {
        w.i32(self.result_code).opaque(&self.error).opaque(self.message.as_bytes());
        w.opaques(&self.diagnostic_events).u64(self.instructions).u64(self.memory_bytes);
    }
}

fn write_optional_opaque(w: &mut Writer, value: &Option<Vec<u8>>) {
    w.optional(value.as_ref(), |w, value| {
        w.opaque(value);
    });
}
