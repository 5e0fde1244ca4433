//! The pool's own entries: read, and written past its functions.

use super::state::State;
use soroban_sdk::{Address, Symbol, TryFromVal, Val};
use stellar_xdr::{LedgerKey, ScMap, ScMapEntry, ScSymbol, ScVal};
use test_suites::ledger::xdr::ContractDataDurability;
use test_suites::ledger::{env, Addressed, Ledger, ToScVal};
use test_suites::pool::{Pool, PoolConfig, Positions, ReserveConfig, ReserveData};

const EDITED: [&str; 3] = ["ResConfig", "ResData", "ResList"];

/// Whether a key is of the pool and its value belongs to the state.
pub fn belongs(key: &LedgerKey, state: &State) -> bool {
    let LedgerKey::ContractData(data) = key else { return false };
    let positions = named("Positions", &state.world.user.address());
    let name = match &data.key {
        ScVal::LedgerKeyContractInstance => return data.contract == state.pool().sc_address(),
        ScVal::Symbol(name) => name.to_utf8_string_lossy(),
        ScVal::Vec(Some(parts)) => match parts.first() {
            Some(ScVal::Symbol(name)) => name.to_utf8_string_lossy(),
            _ => return false,
        },
        _ => return false,
    };
    data.contract == state.pool().sc_address() && (data.key == positions || EDITED.contains(&name.as_str()))
}

/// Puts a reserve into the pool's entries; not into its list.
pub fn set_reserve(ledger: &mut Ledger, pool: &Pool, asset: &Address, config: &ReserveConfig, data: &ReserveData) {
    ledger.overwrite(pool, named("ResConfig", asset), config.to_scval());
    ledger.overwrite(pool, named("ResData", asset), data.to_scval());
}

/// Puts what an account has into the pool's entries.
pub fn set_positions(ledger: &mut Ledger, pool: &Pool, account: &impl Addressed, positions: &Positions) {
    ledger.overwrite(pool, named("Positions", &account.sdk_address()), positions.to_scval());
}

/// Sets the pool's list of assets.
pub fn set_list(ledger: &mut Ledger, pool: &Pool, assets: &[Address]) {
    let list = soroban_sdk::Vec::from_slice(&env(), assets);
    ledger.overwrite(pool, Symbol::new(&env(), "ResList").to_scval(), list.to_scval());
}

/// Sets the pool's configuration.
pub fn set_config(ledger: &mut Ledger, pool: &Pool, config: &PoolConfig) {
    let key = ScVal::LedgerKeyContractInstance;
    let held = ledger.data(pool, key.clone(), ContractDataDurability::Persistent);
    let Some(ScVal::ContractInstance(mut instance)) = held else { panic!("the pool has an instance") };
    let entries = instance.storage.take().expect("with entries").0.into_vec();
    let replaced = entries.into_iter().map(|entry| match &entry.key {
        ScVal::Symbol(ScSymbol(name)) if name.to_utf8_string_lossy() == "Config" => {
            ScMapEntry { key: entry.key, val: config.to_scval() }
        }
        _ => entry,
    });
    let replaced: Vec<_> = replaced.collect();
    instance.storage = Some(ScMap(replaced.try_into().expect("as many as before")));
    ledger.overwrite(pool, key, ScVal::ContractInstance(instance));
}

fn named<T>(name: &str, of: &T) -> ScVal
where
    (Symbol, T): ToScVal,
    T: Clone,
    Val: TryFromVal<soroban_sdk::Env, T>,
{
    (Symbol::new(&env(), name), of.clone()).to_scval()
}
