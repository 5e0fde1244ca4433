//! The first word of every answer, and the answers that carry nothing else but a reason.

/// What became of a call. The numbers are part of the frame format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Status {
    /// The operation was carried out; its result follows.
    Ok = 0,
    /// The operation was tried and failed; a [`crate::frame::Failure`] follows.
    Failed = 1,
    /// The frame's own layout is wrong: its version, its operation, a length, a flag, bytes left over.
    MalformedFrame = 2,
    /// A value inside the frame is not the XDR of its type, or is too long or too deeply nested.
    MalformedValue = 3,
    /// The ledger's protocol is not the one this host runs.
    UnsupportedProtocol = 4,
    /// A network setting is missing, given twice, or makes no sense.
    BadSettings = 5,
    /// The entries do not fit the footprint, or the footprint does not fit the operation.
    BadFootprint = 6,
    /// The operation cannot be carried out as asked: the simulation refused, or an argument is out of its range.
    Refused = 7,
    /// The source of ledger entries failed, or answered something else than the entry asked for.
    SourceFailed = 8,
    /// The module is already inside a call, or a buffer was named that the module did not hand out.
    Misused = 9,
    /// The host contradicted itself. No input is known to bring this about.
    Internal = 10,
}

/// A call that could not be tried, with the reason in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Which rule was broken.
    pub status: Status,
    /// The value and the rule, in words.
    pub message: String,
}

impl Refusal {
    /// A refusal with its reason.
    pub fn new(status: Status, message: impl Into<String>) -> Self {
        Self { status, message: message.into() }
    }
}
