//! Calling contracts and reading them.

use super::{from_scval, prepare, Account, Addressed, Failure, Ledger, Receipt, Stage};
use soroban_env_host::xdr::{
    ContractDataDurability, ContractDataEntry, ExtensionPoint, LedgerEntry, LedgerEntryData, LedgerEntryExt, LedgerKey,
    LedgerKeyContractData, ScVal,
};
use soroban_sdk::{Env, TryFromVal, Val};

impl Ledger {
    /// Calls `function` of `contract` in a transaction of `source`, whose signature of the
    /// transaction is its authorisation too. Authorisation by anybody else stays unsigned.
    pub fn invoke(
        &mut self,
        source: &Account,
        contract: &impl Addressed,
        function: &str,
        args: Vec<ScVal>,
    ) -> Result<Receipt, Failure> {
        self.invoke_signed(source, &[], contract, function, args)
    }

    /// The same with the authorisation entries of `signers` signed by them.
    pub fn invoke_signed(
        &mut self,
        source: &Account,
        signers: &[&Account],
        contract: &impl Addressed,
        function: &str,
        args: Vec<ScVal>,
    ) -> Result<Receipt, Failure> {
        let prepared = self.prepare(source, signers, contract, function, args)?;
        self.apply(prepared)
    }

    /// What `function` would return now: simulated only, nothing changes.
    pub fn read<T: TryFromVal<Env, Val>>(
        &self,
        contract: &impl Addressed,
        function: &str,
        args: Vec<ScVal>,
    ) -> Result<T, Failure> {
        let reader = Account::named("reader");
        let call = prepare::call(contract, function, args)?;
        let returned = self.simulate(&reader, call)?.invoke_result;
        from_scval(&returned.expect("a failure has left above"))
            .map_err(|mismatch| Failure::plain(Stage::Simulated, mismatch))
    }

    /// The contract data entry under `key`, as the network stores it; `None` when there is none or
    /// its time is over.
    pub fn data(&self, contract: &impl Addressed, key: ScVal, durability: ContractDataDurability) -> Option<ScVal> {
        let key = LedgerKey::ContractData(LedgerKeyContractData { contract: contract.sc_address(), key, durability });
        match self.state.find(&key, self.sequence) {
            super::state::Found::Live(held) => match &held.entry.data {
                LedgerEntryData::ContractData(data) => Some(data.val.clone()),
                _ => None,
            },
            _ => None,
        }
    }

    /// Writes a persistent entry past its contract, for states that calls would take long to reach; the journal does not
    /// tell of it. An entry that is there keeps its lifetime, a new one gets the shortest.
    pub fn overwrite(&mut self, contract: &impl Addressed, key: ScVal, value: ScVal) {
        let contract = contract.sc_address();
        let durability = ContractDataDurability::Persistent;
        let data = ContractDataEntry { ext: ExtensionPoint::V0, contract, key, durability, val: value };
        let entry = LedgerEntry {
            last_modified_ledger_seq: self.sequence,
            data: LedgerEntryData::ContractData(data),
            ext: LedgerEntryExt::V0,
        };
        let held = self.state.get(&entry.to_key()).and_then(|held| held.live_until);
        let shortest = self.sequence + self.settings.network.min_persistent_entry_ttl - 1;
        self.put(entry, Some(held.unwrap_or(shortest)));
    }
}
