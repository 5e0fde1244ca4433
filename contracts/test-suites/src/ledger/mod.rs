//! An in-memory Stellar ledger on the real Soroban host (protocol 28).
//!
//! Every call goes the network's way: it is simulated (recording its authorisations, footprint and
//! resources), its authorisation entries are signed by those who are asked, the transaction is
//! signed by its source, checked against the network's limits and applied by the enforcing host to
//! exactly the entries of its footprint. There is no mocked authorisation and no unlimited budget.
//!
//! ```ignore
//! let mut ledger = Ledger::new();
//! let alice = ledger.account("alice");
//! let shares: i128 = ledger
//!     .invoke(&alice, &vault, "deposit", args![alice, 100_i128])?
//!     .value();
//! ```
//!
//! What it leaves out, because no test of ours needs it: classic operations (accounts, trust lines
//! and issuer flags are written as those operations would write them), fee bidding, queues.

mod account;
mod admit;
mod apply;
mod asset;
mod auth;
mod bytes;
mod contract;
mod convert;
mod cost_params;
mod deploy;
mod entries;
mod failure;
mod fee;
mod invoke;
mod journal;
mod limits;
mod measure;
mod modules;
mod prepare;
mod receipt;
mod render;
mod settings;
mod snapshot;
mod state;
mod transaction;

pub use account::Account;
pub use asset::{Asset, IssuerFlags};
pub use contract::{Addressed, Contract};
pub use convert::{env, from_scval, ToScVal};
pub use failure::{Failure, Stage};
pub use fee::Fee;
pub use journal::{Recorded, RecordedTransaction};
pub use limits::{Exceeded, Limit};
pub use prepare::Prepared;
pub use receipt::{Event, Receipt, Resources};
pub use render::text;
pub use settings::{base_info, network_id, Settings, BASE_RESERVE, CLOSE_SECONDS, INCLUSION_FEE, PASSPHRASE, PROTOCOL};
pub use soroban_env_host::xdr;

use state::State;
use std::sync::Arc;

/// The ledger: entries, time and the record of what was done. A clone shares its entries until
/// either side changes them, so a prepared state can be the start of many tests.
#[derive(Clone)]
pub struct Ledger {
    state: Arc<State>,
    settings: Arc<Settings>,
    sequence: u32,
    timestamp: u64,
    /// Transactions applied since the last close: part of the seed of the next one.
    applied: u32,
    journal: Vec<Arc<Recorded>>,
}

impl Default for Ledger {
    fn default() -> Self {
        Self::new()
    }
}

impl Ledger {
    /// An empty ledger with the network's settings, at ledger 1,000.
    pub fn new() -> Self {
        Self {
            state: Arc::default(),
            settings: Settings::shared(),
            sequence: 1_000,
            timestamp: 1_780_000_000,
            applied: 0,
            journal: Vec::new(),
        }
    }

    /// Number of the ledger that the next transaction is applied in.
    pub fn sequence(&self) -> u32 {
        self.sequence
    }

    /// Close time of that ledger, in seconds since 1970.
    pub fn timestamp(&self) -> u64 {
        self.timestamp
    }

    /// Closes `ledgers` ledgers of [`CLOSE_SECONDS`] each. Temporary entries whose time is over
    /// vanish; persistent ones stay as archived until a transaction restores them.
    pub fn close(&mut self, ledgers: u32) {
        self.sequence += ledgers;
        self.timestamp += u64::from(ledgers) * CLOSE_SECONDS;
        self.applied = 0;
        Arc::make_mut(&mut self.state).drop_expired(self.sequence);
        self.record(Recorded::Closed { ledgers });
    }

    /// The network's settings in force.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    fn put(&mut self, entry: xdr::LedgerEntry, live_until: Option<u32>) {
        Arc::make_mut(&mut self.state).put(entry, live_until);
    }
}
