//! What can be asked for, and how each request is laid out. The order of fields in each type is the order on the wire.

use super::layout::{read_opaques, read_resources, write_opaques};
use super::{Reader, Refusal, Status, Writer, FRAME_VERSION, MAX_REQUEST_BYTES};

/// Flag: collect diagnostic events.
pub const DIAGNOSTICS: u32 = 1;
/// Flag of simulations: treat archived entries as live and answer with the restoration that must come first.
pub const RESTORE_PREAMBLE: u32 = 2;

/// The second word of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
#[allow(missing_docs)]
pub enum Operation {
    Version = 0,
    SimulateInvoke = 1,
    SimulateExtendTtl = 2,
    SimulateRestore = 3,
    ApplyInvoke = 4,
    ApplyExtendTtl = 5,
    ApplyRestore = 6,
    ResourceFee = 7,
    RentFee = 8,
    DropModuleCache = 9,
}

/// The ledger that an operation runs in, and the network's settings, each the XDR of a `ConfigSettingEntry`.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Context<'a> {
    pub protocol_version: u32,
    pub sequence: u32,
    /// Seconds since 1970.
    pub close_time: u64,
    pub network_id: [u8; 32],
    /// Stroops.
    pub base_reserve: u32,
    pub settings: Vec<&'a [u8]>,
}

/// A simulated figure becomes max(figure × factor, figure + addend); 0 stays 0.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Adjustment {
    pub factor: f64,
    pub addend: u32,
}

/// Where authorisation comes from in a simulation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum AuthMode {
    /// Record what is needed; only the invoked contract itself may ask for more than the source account.
    Record = 0,
    /// Record what is needed, also where a contract asks on behalf of an address that did not call it.
    RecordNonRoot = 1,
    /// Enforce the entries given.
    Enforce = 2,
    /// As `Record`, with the newer address credentials.
    RecordV2 = 3,
    /// As `RecordNonRoot`, with the newer address credentials.
    RecordNonRootV2 = 4,
}

/// Simulates an `InvokeHostFunctionOp`.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct SimulateInvoke<'a> {
    pub context: Context<'a>,
    pub flags: u32,
    /// Instructions, read bytes, write bytes, transaction size, refundable fee; the usual ones where absent.
    pub adjustments: Option<[Adjustment; 5]>,
    /// `AccountId`.
    pub source_account: &'a [u8],
    /// `HostFunction`.
    pub host_function: &'a [u8],
    pub seed: [u8; 32],
    pub auth_mode: AuthMode,
    /// `SorobanAuthorizationEntry`; only with [`AuthMode::Enforce`].
    pub auth: Vec<&'a [u8]>,
}

/// Simulates an `ExtendFootprintTTLOp` or, without `extend_to`, a `RestoreFootprintOp`.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct SimulateTtl<'a> {
    pub context: Context<'a>,
    pub flags: u32,
    pub adjustments: Option<[Adjustment; 5]>,
    /// `LedgerKey`.
    pub keys: Vec<&'a [u8]>,
    /// Ledgers from the current one.
    pub extend_to: Option<u32>,
}

/// One footprint key's state in the ledger.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Entry<'a> {
    /// `LedgerEntry`.
    pub entry: &'a [u8],
    /// The last ledger the entry is live in: for contract data and code, and for nothing else.
    pub live_until: Option<u32>,
}

/// What every applied operation carries.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Submitted<'a> {
    pub context: Context<'a>,
    pub flags: u32,
    /// The size of the whole signed envelope, as fees count it.
    pub transaction_size_bytes: u32,
    /// `SorobanTransactionData`.
    pub transaction_data: &'a [u8],
    /// One per footprint key, read-only keys first; `None` where the ledger has no such entry.
    pub entries: Vec<Option<Entry<'a>>>,
}

/// Applies an `InvokeHostFunctionOp`.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct ApplyInvoke<'a> {
    pub submitted: Submitted<'a>,
    /// `AccountId`.
    pub source_account: &'a [u8],
    /// `HostFunction`.
    pub host_function: &'a [u8],
    pub seed: [u8; 32],
    /// `SorobanAuthorizationEntry`.
    pub auth: Vec<&'a [u8]>,
}

/// Applies an `ExtendFootprintTTLOp` or, without `extend_to`, a `RestoreFootprintOp`.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct ApplyTtl<'a> {
    pub submitted: Submitted<'a>,
    pub extend_to: Option<u32>,
}

/// One entry's lifetime and size before and after, as rent is computed from it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct RentChange {
    pub is_persistent: bool,
    pub is_code: bool,
    /// 0 for a new or restored entry.
    pub old_size_bytes: u32,
    pub new_size_bytes: u32,
    /// 0 for a new or restored entry.
    pub old_live_until: u32,
    pub new_live_until: u32,
}

/// A request, decoded as far as the frame goes; the XDR inside is still bytes.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Request<'a> {
    Version,
    SimulateInvoke(SimulateInvoke<'a>),
    SimulateTtl(SimulateTtl<'a>),
    ApplyInvoke(ApplyInvoke<'a>),
    ApplyTtl(ApplyTtl<'a>),
    /// Settings, then: instructions, disk read entries, write entries, disk read bytes, write bytes, bytes of events
    /// and return value, bytes of the transaction.
    ResourceFee(Vec<&'a [u8]>, [u32; 7]),
    /// Settings, the current ledger, changes.
    RentFee(Vec<&'a [u8]>, u32, Vec<RentChange>),
    DropModuleCache,
}

impl<'a> Request<'a> {
    /// Reads a whole frame.
    pub fn decode(bytes: &'a [u8]) -> Result<Self, Refusal> {
        if bytes.len() > MAX_REQUEST_BYTES {
            let message =
                format!("the request is {} bytes long, at most {MAX_REQUEST_BYTES} are accepted", bytes.len());
            return Err(Refusal::new(Status::MalformedFrame, message));
        }
        let r = &mut Reader::new(bytes);
        let version = r.u32("frame version")?;
        if version != FRAME_VERSION {
            let message = format!("at byte 0: frame version is {version}, this module speaks {FRAME_VERSION}");
            return Err(Refusal::new(Status::MalformedFrame, message));
        }
        let request = match r.u32("operation")? {
            0 => Request::Version,
            1 => Request::SimulateInvoke(SimulateInvoke::read(r)?),
            operation @ 2..=3 => Request::SimulateTtl(SimulateTtl::read(r, operation == 2)?),
            4 => Request::ApplyInvoke(ApplyInvoke::read(r)?),
            operation @ 5..=6 => Request::ApplyTtl(ApplyTtl::read(r, operation == 5)?),
            7 => Request::ResourceFee(read_opaques(r, "settings")?, read_resources(r)?),
            8 => Request::RentFee(
                read_opaques(r, "settings")?,
                r.u32("current ledger")?,
                r.array("rent changes", RentChange::read)?,
            ),
            9 => Request::DropModuleCache,
            other => {
                let message = format!("at byte 4: there is no operation {other}");
                return Err(Refusal::new(Status::MalformedFrame, message));
            }
        };
        std::mem::replace(r, Reader::new(&[])).finish()?;
        Ok(request)
    }

    /// Writes the frame; `decode` of it gives the same request.
    pub fn encode(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        let w = writer.u32(FRAME_VERSION).u32(self.operation() as u32);
        match self {
            Request::Version | Request::DropModuleCache => {}
            Request::SimulateInvoke(request) => request.write(w),
            Request::SimulateTtl(request) => request.write(w),
            Request::ApplyInvoke(request) => request.write(w),
            Request::ApplyTtl(request) => request.write(w),
            Request::ResourceFee(settings, resources) => {
                write_opaques(w, settings);
                resources.iter().for_each(|value| {
                    w.u32(*value);
                });
            }
            Request::RentFee(settings, current_ledger, changes) => {
                write_opaques(w, settings);
                w.u32(*current_ledger).array(changes, |w, change| change.write(w));
            }
        }
        writer.into_bytes()
    }

    fn operation(&self) -> Operation {
        match self {
            Request::Version => Operation::Version,
            Request::SimulateInvoke(_) => Operation::SimulateInvoke,
            Request::SimulateTtl(SimulateTtl { extend_to: Some(_), .. }) => Operation::SimulateExtendTtl,
            Request::SimulateTtl(_) => Operation::SimulateRestore,
            Request::ApplyInvoke(_) => Operation::ApplyInvoke,
            Request::ApplyTtl(ApplyTtl { extend_to: Some(_), .. }) => Operation::ApplyExtendTtl,
            Request::ApplyTtl(_) => Operation::ApplyRestore,
            Request::ResourceFee(..) => Operation::ResourceFee,
            Request::RentFee(..) => Operation::RentFee,
            Request::DropModuleCache => Operation::DropModuleCache,
        }
    }
}
