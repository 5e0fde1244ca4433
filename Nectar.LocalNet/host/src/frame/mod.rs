//! Frames: what goes in and out, in the XDR manner (big-endian, padded to four bytes).

mod layout;
mod reader;
mod refusal;
mod request;
mod response;
mod writer;

pub use reader::Reader;
pub use refusal::{Refusal, Status};
pub use request::{
    Adjustment, ApplyInvoke, ApplyTtl, AuthMode, Context, Entry, Operation, RentChange, Request, SimulateInvoke,
    SimulateTtl, Submitted, DIAGNOSTICS, RESTORE_PREAMBLE,
};
pub use response::{
    Applied, Change, Failure, Fees, Needs, Response, Simulated, SimulatedTtl, StateChange, TtlChange, Versions,
};
pub use writer::Writer;

/// The frame format's own version, the first word of every frame.
pub const FRAME_VERSION: u32 = 1;

/// The longest request that is looked at: a full footprint of one hundred of the network's largest entries fits twice.
pub const MAX_REQUEST_BYTES: usize = 32 << 20;
