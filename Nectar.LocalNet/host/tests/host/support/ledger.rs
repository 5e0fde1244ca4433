//! A small ledger that goes the network's way: simulate, sign, apply, write the changes down.

use super::keys::{sign, Key};
use super::pair::Pair;
use super::settings;
use nectar_host::frame::*;
use nectar_host::EntrySource;
use sha2::{Digest, Sha256};
use soroban_env_host::xdr::*;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// An entry's XDR, with the last ledger in which it is live.
pub type Held = (Vec<u8>, Option<u32>);

/// All entries by key.
#[derive(Default)]
pub struct Entries(pub RefCell<BTreeMap<Vec<u8>, Held>>);

impl EntrySource for Entries {
    fn fetch(&self, key: &[u8]) -> Result<Option<Vec<u8>>, String> {
        Ok(self.0.borrow().get(key).map(|(entry, live_until)| {
            let mut writer = Writer::new();
            Entry { entry, live_until: *live_until }.write(&mut writer);
            writer.into_bytes()
        }))
    }
}

/// The ledger with the two hosts that run it.
pub struct Ledger {
    pub pair: Pair,
    pub entries: Rc<Entries>,
    pub settings: Vec<Vec<u8>>,
    pub sequence: u32,
    /// Seconds since 1970.
    pub close_time: u64,
    /// Of the next invocation.
    pub seed: [u8; 32],
    pub network_id: [u8; 32],
    /// Flags of every call.
    pub flags: u32,
}

/// What an invocation brought, both times.
pub type Outcome = Result<(Simulated, Applied), Failure>;

impl Ledger {
    /// An empty ledger.
    pub fn new() -> Self {
        Self {
            pair: Pair::new(),
            entries: Rc::default(),
            settings: settings::encoded(),
            sequence: 1_000,
            close_time: 1_700_000_000,
            seed: [7; 32],
            network_id: Sha256::digest("Standalone Network ; February 2017").into(),
            flags: DIAGNOSTICS,
        }
    }

    /// The ledger as requests name it.
    pub fn context<'a>(&self, settings: &'a [Vec<u8>]) -> Context<'a> {
        Context {
            protocol_version: 28,
            sequence: self.sequence,
            close_time: self.close_time,
            network_id: self.network_id,
            base_reserve: 5_000_000,
            settings: settings.iter().map(Vec::as_slice).collect(),
        }
    }

    /// Puts an entry into the ledger.
    pub fn put(&mut self, data: LedgerEntryData, live_until: Option<u32>) {
        self.put_entry(
            LedgerEntry { last_modified_ledger_seq: self.sequence, data, ext: LedgerEntryExt::V0 },
            live_until,
        );
    }

    /// Puts an entry into the ledger as it is.
    pub fn put_entry(&mut self, entry: LedgerEntry, live_until: Option<u32>) {
        self.entries.0.borrow_mut().insert(xdr(&entry.to_key()), (xdr(&entry), live_until));
    }

    /// Simulates with authorization recorded.
    pub fn simulate(&mut self, source: &Key, function: &HostFunction) -> Response {
        self.simulate_with(source, function, AuthMode::RecordNonRoot, &[])
    }

    /// Simulates.
    pub fn simulate_with(
        &mut self,
        source: &Key,
        function: &HostFunction,
        auth_mode: AuthMode,
        auth: &[SorobanAuthorizationEntry],
    ) -> Response {
        self.simulate_as(&source.account(), function, auth_mode, auth)
    }

    /// Simulates for an account of which no key is known.
    pub fn simulate_as(
        &mut self,
        source: &AccountId,
        function: &HostFunction,
        auth_mode: AuthMode,
        auth: &[SorobanAuthorizationEntry],
    ) -> Response {
        let (account, function) = (xdr(source), xdr(function));
        let auth: Vec<_> = auth.iter().map(xdr).collect();
        let settings = self.settings.clone();
        let context = self.context(&settings);
        let request = Request::SimulateInvoke(SimulateInvoke {
            context,
            flags: self.flags,
            adjustments: None,
            source_account: &account,
            host_function: &function,
            seed: self.seed,
            auth_mode,
            auth: auth.iter().map(Vec::as_slice).collect(),
        });
        self.pair.run(&request, &self.entries)
    }

    /// Simulates, signs with every key that is asked, simulates once more what was signed (a recording supposes one
    /// signature for each address, so more would be too dear), applies, and writes the changes down.
    pub fn invoke(&mut self, source: &Key, function: &HostFunction, signers: &[&Key]) -> Outcome {
        let simulated = match self.simulate(source, function) {
            Response::Simulated(simulated) => *simulated,
            Response::Failed(failure) => return Err(failure),
            other => panic!("{other:?}"),
        };
        let mut auth: Vec<SorobanAuthorizationEntry> = simulated.auth.iter().map(|bytes| value(bytes)).collect();
        for entry in &mut auth {
            self.sign(entry, signers);
        }
        let mut data = value(&simulated.needs.transaction_data);
        if auth.iter().any(|entry| entry.credentials != SorobanCredentials::SourceAccount) {
            if let Response::Simulated(signed) = self.simulate_with(source, function, AuthMode::Enforce, &auth) {
                data = value(&signed.needs.transaction_data);
            }
        }
        // The next one draws other nonces.
        self.seed = Sha256::digest(self.seed).into();
        match self.apply(source, function, &auth, &data) {
            Response::Applied(applied) => Ok((simulated, *applied)),
            Response::Failed(failure) => Err(failure),
            other => panic!("{other:?}"),
        }
    }

    /// Signs an entry where it is an account's.
    pub fn sign(&self, entry: &mut SorobanAuthorizationEntry, signers: &[&Key]) {
        let SorobanCredentials::Address(credentials) = &mut entry.credentials else {
            return;
        };
        match credentials.address {
            ScAddress::Account(_) => sign(entry, self.network_id, self.sequence + 100, signers),
            _ => {
                credentials.signature_expiration_ledger = self.sequence + 100;
                credentials.signature = ScVal::Bool(true);
            }
        }
    }

    /// Applies to the entries of the footprint; only a success changes the ledger.
    pub fn apply(
        &mut self,
        source: &Key,
        function: &HostFunction,
        auth: &[SorobanAuthorizationEntry],
        data: &SorobanTransactionData,
    ) -> Response {
        self.apply_as(&source.account(), function, auth, data)
    }

    /// Applies for an account of which no key is known.
    pub fn apply_as(
        &mut self,
        source: &AccountId,
        function: &HostFunction,
        auth: &[SorobanAuthorizationEntry],
        data: &SorobanTransactionData,
    ) -> Response {
        let (account, function, data_xdr) = (xdr(source), xdr(function), xdr(data));
        let auth: Vec<_> = auth.iter().map(xdr).collect();
        let (settings, held) = (self.settings.clone(), self.footprint(data));
        let size = function.len() + data_xdr.len() + auth.iter().map(Vec::len).sum::<usize>() + 300;
        let request = Request::ApplyInvoke(ApplyInvoke {
            submitted: self.submitted(&settings, &data_xdr, &held, size),
            source_account: &account,
            host_function: &function,
            seed: self.seed,
            auth: auth.iter().map(Vec::as_slice).collect(),
        });
        let response = self.pair.run(&request, &self.entries);
        self.write_down(&response);
        response
    }

    /// Simulates an extension or, without `extend_to`, a restoration.
    pub fn simulate_ttl(&mut self, keys: &[LedgerKey], extend_to: Option<u32>) -> Response {
        let settings = self.settings.clone();
        let context = self.context(&settings);
        let keys: Vec<_> = keys.iter().map(xdr).collect();
        let request = Request::SimulateTtl(SimulateTtl {
            context,
            flags: self.flags,
            adjustments: None,
            keys: keys.iter().map(Vec::as_slice).collect(),
            extend_to,
        });
        self.pair.run(&request, &self.entries)
    }

    /// Applies an extension or a restoration.
    pub fn apply_ttl(&mut self, data: &SorobanTransactionData, extend_to: Option<u32>) -> Response {
        let (settings, held, data_xdr) = (self.settings.clone(), self.footprint(data), xdr(data));
        let size = data_xdr.len() + 200;
        let submitted = self.submitted(&settings, &data_xdr, &held, size);
        let request = Request::ApplyTtl(ApplyTtl { submitted, extend_to });
        let response = self.pair.run(&request, &self.entries);
        self.write_down(&response);
        response
    }

    /// What the ledger holds under each key of a footprint.
    fn footprint(&self, data: &SorobanTransactionData) -> Vec<Option<Held>> {
        let footprint = &data.resources.footprint;
        let keys = footprint.read_only.iter().chain(footprint.read_write.iter());
        keys.map(|key| self.entries.0.borrow().get(&xdr(key)).cloned()).collect()
    }

    /// An account's entry.
    pub fn held(&self, key: &Key) -> LedgerEntry {
        let account = LedgerKey::Account(LedgerKeyAccount { account_id: key.account() });
        value(&self.entries.0.borrow()[&xdr(&account)].0)
    }

    fn submitted<'a>(
        &self,
        settings: &'a [Vec<u8>],
        data: &'a [u8],
        held: &'a [Option<Held>],
        size: usize,
    ) -> Submitted<'a> {
        let entry =
            |held: &'a Option<Held>| held.as_ref().map(|(entry, live_until)| Entry { entry, live_until: *live_until });
        Submitted {
            context: self.context(settings),
            flags: self.flags & DIAGNOSTICS,
            transaction_size_bytes: size as u32,
            transaction_data: data,
            entries: held.iter().map(entry).collect(),
        }
    }

    fn write_down(&mut self, response: &Response) {
        let Response::Applied(applied) = response else {
            return;
        };
        let mut entries = self.entries.0.borrow_mut();
        for change in &applied.changes {
            let live_until = change.ttl.as_ref().map(|ttl| ttl.new_live_until);
            match (&change.new_value, change.read_only) {
                (Some(value), _) => {
                    entries.insert(change.key.clone(), (value.clone(), live_until));
                }
                (None, false) => {
                    entries.remove(&change.key);
                }
                (None, true) => {
                    if let Some(held) = entries.get_mut(&change.key) {
                        held.1 = held.1.max(live_until);
                    }
                }
            }
        }
    }
}

/// Encodes a value.
pub fn xdr<T: WriteXdr>(value: &T) -> Vec<u8> {
    value.to_xdr(Limits::none()).unwrap()
}

/// Decodes a value.
pub fn value<T: ReadXdr>(bytes: &[u8]) -> T {
    T::from_xdr(bytes, Limits::none()).unwrap()
}
