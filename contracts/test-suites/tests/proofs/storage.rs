//! Every key that vault and registry store, with its type and lifetime, as `contracts/README.md` shows it.

use std::collections::BTreeMap;
use test_suites::args;
use test_suites::ledger::xdr::{ContractDataDurability, LedgerEntryData, LedgerKey, ScVal};
use test_suites::ledger::{Addressed, Contract, Ledger};
use test_suites::market::{terms, Market, PoolKind, ONE};

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md");
const HEAD: &str = "| contract | key | durability | value | ledgers from its writing |\n|---|---|---|---|---:|\n";

/// A market in which every kind of entry was just written.
fn everything() -> (Ledger, Market) {
    let (mut ledger, market) = Market::with_auction(PoolKind::Lab, 185);
    let people = market.people.clone();
    let (admin, alice, bob) = (&people.admin, &people.alice, &people.bob);
    let plan = market.plan(&ledger, 50).unwrap();
    market.liquidate(&mut ledger, &people.alpha, &plan).unwrap();
    market.draw(&mut ledger, &people.alpha, ONE).unwrap();
    let cooled = nectar_vault::Config { withdraw_cooldown: 1_000, ..terms() };
    market.configure(&mut ledger, cooled).unwrap();
    market.deposit(&mut ledger, alice, ONE).unwrap();
    let until = ledger.sequence() + 5_000;
    ledger.invoke(alice, &market.vault, "approve", args![alice, bob, ONE, until]).unwrap();
    ledger.invoke(admin, &market.registry, "pause", args![]).unwrap();
    let hash = soroban_sdk::BytesN::from_array(&test_suites::ledger::env(), &[1; 32]);
    for contract in [market.vault, market.registry] {
        ledger.invoke(admin, &contract, "propose_upgrade", args![hash]).unwrap();
        ledger.invoke(admin, &contract, "transfer_ownership", args![bob, until]).unwrap();
    }
    (ledger, market)
}

/// The type of a value, without its content: a struct by its fields, a key by its name and what follows it.
fn shape(value: &ScVal) -> String {
    match value {
        ScVal::Bool(_) => "bool".into(),
        ScVal::Void => "none".into(),
        ScVal::U32(_) => "u32".into(),
        ScVal::U64(_) => "u64".into(),
        ScVal::I128(_) => "i128".into(),
        ScVal::Bytes(bytes) => format!("bytes {}", bytes.len()),
        ScVal::String(_) => "string".into(),
        ScVal::Symbol(name) => name.to_utf8_string_lossy(),
        ScVal::Address(_) => "address".into(),
        ScVal::Vec(Some(items)) => {
            let mut shapes: Vec<String> = items.iter().map(shape).collect();
            if shapes.iter().all(|shape| shape == "address") {
                shapes.truncate(1);
            }
            format!("[{}]", shapes.join(", "))
        }
        ScVal::Map(Some(fields)) => {
            let fields = fields.iter().map(|field| format!("{}: {}", shape(&field.key), shape(&field.val)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
        }
        other => panic!("{other:?} has no shape yet"),
    }
}

/// Rows of a contract's entries, each kind once.
fn rows(ledger: &Ledger, name: &str, contract: &Contract) -> String {
    let mut kinds = BTreeMap::new();
    for (key, entry, live_until) in ledger.entries() {
        let (LedgerKey::ContractData(key), LedgerEntryData::ContractData(data)) = (key, &entry.data) else { continue };
        // A nonce is the host's own.
        if key.contract != contract.sc_address() || matches!(key.key, ScVal::LedgerKeyNonce(_)) {
            continue;
        }
        let left = live_until.expect("contract data ends") - entry.last_modified_ledger_seq;
        match &data.val {
            ScVal::ContractInstance(instance) => {
                for field in instance.storage.iter().flat_map(|map| map.iter()) {
                    kinds.insert(("instance", shape(&field.key)), (shape(&field.val), left));
                }
            }
            value => {
                let durability = match key.durability {
                    ContractDataDurability::Persistent => "persistent",
                    ContractDataDurability::Temporary => "temporary",
                };
                kinds.insert((durability, shape(&key.key)), (shape(value), left));
            }
        }
    }
    let row = |((durability, key), (value, left)): (&(&str, String), &(String, u32))| {
        format!("| {name} | `{key}` | {durability} | `{value}` | {left} |\n")
    };
    kinds.iter().map(row).collect()
}

/// With `STORAGE_WRITE` set it writes the table instead of comparing it.
#[test]
fn the_readme_shows_every_key_value_type_and_lifetime() {
    let (ledger, market) = everything();
    let table =
        format!("{HEAD}{}{}", rows(&ledger, "vault", &market.vault), rows(&ledger, "registry", &market.registry));
    let readme = std::fs::read_to_string(README).unwrap();
    let start = readme.find(HEAD).expect("the README has the table's head");
    let shown: String = readme[start..].split_inclusive('\n').take_while(|line| line.starts_with('|')).collect();
    if std::env::var_os("STORAGE_WRITE").is_some() {
        std::fs::write(README, readme.replace(&shown, &table)).unwrap();
        return;
    }
    assert!(shown == table, "contracts/README.md does not show what is stored:\n{table}");
}
