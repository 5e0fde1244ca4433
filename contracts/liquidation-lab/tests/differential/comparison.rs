//! What an observer sees of a world after a step.

use crate::steps::Answer;
use crate::world::World;
use soroban_sdk::testutils::Events as _;
use soroban_sdk::xdr::{ContractDataDurability, ContractEvent, LedgerEntryData, LedgerKey, ScAddress, ScVal};
use std::collections::BTreeMap;

/// Everything that must be equal in both worlds.
#[derive(Debug, PartialEq)]
pub struct Observation {
    pub answer: Answer,
    pub events: Vec<ContractEvent>,
    /// By token and owner, the backstop's token included.
    pub balances: BTreeMap<(usize, ScVal), ScVal>,
    pub storage: BTreeMap<ScVal, Entry>,
}

/// An entry of the pool's storage.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub durability: ContractDataDurability,
    pub value: ScVal,
    pub live_until: Option<u32>,
}

impl World {
    /// Observes the world right after a step; `deep` compares the pool's storage too.
    pub fn observe(&self, answer: Answer, deep: bool) -> Observation {
        let mut events = match answer {
            // What came before is still there.
            Answer::Nothing => Vec::new(),
            _ => self.env.events().all().events().to_vec(),
        };
        // The backstop's own events: the lab has none to call.
        let backstop = ScAddress::from(&self.backstop);
        events.retain(|event| event.contract_id.clone().map(ScAddress::Contract) != Some(backstop.clone()));
        let mut observed = Observation { answer, events, balances: BTreeMap::new(), storage: BTreeMap::new() };
        self.read_entries(deep, &mut observed);
        observed
    }

    /// Sorts what the ledger holds into the pool's entries, the instance among them, and the balances of every token.
    fn read_entries(&self, deep: bool, observed: &mut Observation) {
        let pool = ScAddress::from(&self.pool);
        let tokens: Vec<ScAddress> = self.assets.iter().chain([&self.lp]).map(ScAddress::from).collect();
        for (key, entry) in self.env.host().get_stored_entries().expect("entries can be read") {
            let LedgerKey::ContractData(key) = key.as_ref() else { continue };
            let Some((entry, live_until)) = entry else { continue };
            let LedgerEntryData::ContractData(data) = &entry.data else { continue };
            if key.contract == pool {
                if deep && !matches!(key.key, ScVal::LedgerKeyNonce(_)) {
                    let entry = Entry { durability: data.durability, value: of_the_pool(&data.val), live_until };
                    observed.storage.insert(key.key.clone(), entry);
                }
            } else if let Some(token) = tokens.iter().position(|token| *token == key.contract) {
                if is_balance(&key.key) {
                    observed.balances.insert((token, key.key.clone()), data.val.clone());
                }
            }
        }
    }
}

/// A value without the code's hash, which the instance carries and no caller sees.
fn of_the_pool(value: &ScVal) -> ScVal {
    match value {
        ScVal::ContractInstance(instance) => ScVal::Map(instance.storage.clone()),
        other => other.clone(),
    }
}

/// Whether a token keeps somebody's balance under `key`.
fn is_balance(key: &ScVal) -> bool {
    let ScVal::Vec(Some(parts)) = key else { return false };
    matches!(parts.first(), Some(ScVal::Symbol(name)) if name.0.as_slice() == b"Balance")
}
