//! What an observer sees of a world after a step.

use crate::rendering;
use crate::steps::Answer;
use crate::world::World;
use soroban_sdk::testutils::Events as _;
use soroban_sdk::token::TokenClient;
use soroban_sdk::xdr::{ContractDataDurability, ContractEvent, LedgerEntryData, LedgerKey, ScAddress, ScVal};
use soroban_sdk::Address;
use std::collections::BTreeMap;

/// Everything that must be equal in both worlds.
#[derive(Debug, PartialEq)]
pub struct Observation {
    pub answer: Answer,
    pub events: Vec<ContractEvent>,
    pub balances: Vec<i128>,
    pub storage: BTreeMap<String, Entry>,
}

/// An entry of the pool's storage.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub durability: ContractDataDurability,
    pub value: ScVal,
    pub live_until: Option<u32>,
}

impl World {
    /// Observes the world right after a step; `deep` reads the pool's storage too.
    pub fn observe(&self, answer: Answer, deep: bool) -> Observation {
        // The backstop's own events: the lab has none to call.
        let backstop = ScAddress::from(&self.backstop);
        let mut events = self.env.events().all().events().to_vec();
        events.retain(|event| event.contract_id.clone().map(ScAddress::Contract) != Some(backstop.clone()));
        Observation {
            answer,
            events,
            balances: self.balances(),
            storage: if deep { self.storage() } else { BTreeMap::new() },
        }
    }

    /// Balances of every token for everyone, the backstop's token included.
    fn balances(&self) -> Vec<i128> {
        let mut owners: Vec<&Address> = self.users.iter().collect();
        owners.extend([&self.pool, &self.admin, &self.backstop, &self.forwarder]);
        let tokens = self.assets.iter().chain([&self.lp]);
        tokens
            .flat_map(|token| {
                let client = TokenClient::new(&self.env, token);
                owners.iter().map(move |owner| client.balance(owner)).collect::<Vec<_>>()
            })
            .collect()
    }

    /// The pool's entries, the instance among them, by their keys.
    pub fn storage(&self) -> BTreeMap<String, Entry> {
        let pool = ScAddress::from(&self.pool);
        let snapshot = self.env.to_ledger_snapshot();
        let entries = snapshot.entries().into_iter();
        entries
            .filter_map(|(key, (entry, live_until))| match (key.as_ref(), &entry.data) {
                (LedgerKey::ContractData(key), LedgerEntryData::ContractData(data))
                    if key.contract == pool && !matches!(key.key, ScVal::LedgerKeyNonce(_)) =>
                {
                    let entry = Entry { durability: data.durability, value: data.val.clone(), live_until: *live_until };
                    Some((rendering::value(&key.key), entry))
                }
                _ => None,
            })
            .collect()
    }
}
