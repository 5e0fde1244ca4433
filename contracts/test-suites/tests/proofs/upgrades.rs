//! An upgrade to a build with one more function: two steps of the owner's, a day apart, and no state is lost.

use crate::grown::{grown, ADDED, ANSWER};
use crate::refused;
use soroban_sdk::BytesN;
use test_suites::args;
use test_suites::ledger::xdr::{LedgerEntryData, LedgerKey, ScVal};
use test_suites::ledger::{env, Addressed, Contract, Ledger};
use test_suites::market::{Market, PoolKind, ONE};
use test_suites::wasm;

/// What a contract stores: every entry but the code's hash, the open proposal and lifetimes.
fn stored(ledger: &Ledger, contract: &Contract) -> Vec<(ScVal, ScVal)> {
    let mut stored = Vec::new();
    for (key, entry, _) in ledger.entries() {
        let (LedgerKey::ContractData(key), LedgerEntryData::ContractData(data)) = (key, &entry.data) else { continue };
        if key.contract != contract.sc_address() {
            continue;
        }
        match &data.val {
            ScVal::ContractInstance(instance) => {
                let fields = instance.storage.iter().flat_map(|map| map.iter());
                let fields = fields.filter(|field| !format!("{:?}", field.key).contains("UpgradeProposal"));
                stored.extend(fields.map(|field| (field.key.clone(), field.val.clone())));
            }
            value => stored.push((key.key.clone(), value.clone())),
        }
    }
    stored
}

#[test]
fn an_upgrade_to_a_build_with_one_more_function_takes_two_steps_a_day_apart_and_keeps_all_state() {
    let (mut ledger, market) = Market::with_auction(PoolKind::Lab, 185);
    let people = market.people.clone();
    let (admin, thief) = (&people.admin, &people.bob);
    let plan = market.plan(&ledger, 50).unwrap();
    market.liquidate(&mut ledger, &people.beta, &plan).unwrap();
    market.draw(&mut ledger, &people.alpha, 1_000 * ONE).unwrap();
    for (contract, wasm, none, early) in
        [(market.vault, &wasm::NECTAR_VAULT, 217, 218), (market.registry, &wasm::KEEPER_REGISTRY, 311, 312)]
    {
        let call = |ledger: &mut Ledger, who, function| ledger.invoke(who, &contract, function, args![]);
        refused(call(&mut ledger, admin, "upgrade"), none);
        let hash = BytesN::from_array(&env(), &ledger.upload(admin, &grown(wasm)).unwrap());
        assert!(ledger.invoke(thief, &contract, "propose_upgrade", args![hash]).is_err());
        refused(call(&mut ledger, admin, "upgrade"), none);
        let ready: u32 = ledger.invoke(admin, &contract, "propose_upgrade", args![hash]).unwrap().value();
        assert_eq!(ready, ledger.sequence() + 17_280);
        ledger.close(17_279);
        refused(call(&mut ledger, admin, "upgrade"), early);
        ledger.close(1);
        assert!(call(&mut ledger, thief, "upgrade").is_err());
        assert!(call(&mut ledger, admin, ADDED).is_err(), "the old build has no such function");

        let before = stored(&ledger, &contract);
        assert!(before.len() >= 6, "{before:?}");
        call(&mut ledger, admin, "upgrade").unwrap();
        assert_eq!(stored(&ledger, &contract), before);
        ledger.close(1);
        assert_eq!(ledger.read::<u32>(&contract, ADDED, args![]).unwrap(), ANSWER);
        refused(call(&mut ledger, admin, "upgrade"), none);
    }
    // Both go on together as the old builds did.
    market.return_proceeds(&mut ledger, &people.alpha, 1_000 * ONE).unwrap();
    let (shares, worth) = market.position(&ledger, &people.alice);
    let paid: i128 = market.withdraw(&mut ledger, &people.alice, shares).unwrap().value();
    assert_eq!(paid, worth);
    assert!(paid > 60_000 * ONE);
}
