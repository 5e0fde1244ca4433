//! What an applied transaction did and cost.

use super::{from_scval, Contract, Fee};
use soroban_env_host::xdr::{ContractEvent, ContractEventBody, ContractId, Hash, ScVal};
use soroban_sdk::{Env, TryFromVal, Val};

/// Resources that a transaction used, as measured while it was applied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Resources {
    /// CPU instructions.
    pub instructions: u64,
    /// Peak of memory, in bytes.
    pub memory: u64,
    /// Keys of the footprint, read-only and read-write together.
    pub footprint_entries: u32,
    /// Classic and restored entries read.
    pub disk_read_entries: u32,
    /// Bytes of those.
    pub disk_read_bytes: u32,
    /// Read-write keys of the footprint.
    pub write_entries: u32,
    /// Bytes of the entries written.
    pub write_bytes: u32,
    /// Bytes of events and return value.
    pub event_bytes: u32,
    /// Bytes of the signed envelope.
    pub transaction_bytes: u32,
}

/// An event of a contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The contract that emitted it.
    pub contract: Option<Contract>,
    /// Its topics, the name first.
    pub topics: Vec<ScVal>,
    /// Its data.
    pub data: ScVal,
}

impl Event {
    /// The first topic when it is a symbol, else an empty text.
    pub fn name(&self) -> String {
        match self.topics.first() {
            Some(ScVal::Symbol(name)) => name.to_utf8_string_lossy(),
            _ => String::new(),
        }
    }
}

impl From<ContractEvent> for Event {
    fn from(event: ContractEvent) -> Self {
        let ContractEventBody::V0(body) = event.body;
        Self {
            contract: event.contract_id.map(|ContractId(Hash(id))| Contract(id)),
            topics: body.topics.into(),
            data: body.data,
        }
    }
}

/// An applied transaction: what it returned, emitted, used and paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// What the function returned, as the network carries it.
    pub returned: ScVal,
    /// Events of contracts, in order.
    pub events: Vec<Event>,
    /// What it used.
    pub resources: Resources,
    /// What its source paid.
    pub fee: Fee,
    /// Ledger in which it was applied.
    pub ledger: u32,
}

impl Receipt {
    /// What the function returned.
    ///
    /// # Panics
    /// When the returned value is not a `T`; the message says what it is.
    pub fn value<T: TryFromVal<Env, Val>>(&self) -> T {
        from_scval(&self.returned).unwrap_or_else(|e| panic!("returned value: {e}"))
    }

    /// The events named `name`, whoever emitted them.
    pub fn events_named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Event> + 'a {
        self.events.iter().filter(move |event| event.name() == name)
    }
}
