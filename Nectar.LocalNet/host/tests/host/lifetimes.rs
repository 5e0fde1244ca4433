//! Extensions, restorations and what they cost.

use crate::support::contracts::{keeper_of_one_value, mirror};
use crate::support::deploy::call;
use crate::support::keys::Key;
use crate::support::ledger::{value, xdr, Ledger};
use crate::support::on_large_stack;
use crate::support::settings::{MAX_TTL, MIN_PERSISTENT_TTL};
use crate::support::values::*;
use nectar_host::frame::{Applied, Request, Response, SimulatedTtl, Status, RESTORE_PREAMBLE};
use soroban_env_host::xdr::*;

struct Story {
    ledger: Ledger,
    key: Key,
    contract: ScAddress,
}

impl Story {
    fn new() -> Self {
        let (mut ledger, key) = (Ledger::new(), Key::of("alice"));
        ledger.open_plain(&key);
        let contract = ledger.deploy(&key, 0, &keeper_of_one_value(), vec![i128(42)]);
        Self { ledger, key, contract }
    }

    fn instance(&self) -> LedgerKey {
        LedgerKey::ContractData(LedgerKeyContractData {
            contract: self.contract.clone(),
            key: ScVal::LedgerKeyContractInstance,
            durability: ContractDataDurability::Persistent,
        })
    }

    fn live_until(&self) -> u32 {
        self.ledger.entries.0.borrow()[&xdr(&self.instance())].1.unwrap()
    }

    fn simulate(&mut self, extend_to: Option<u32>) -> SimulatedTtl {
        let keys = [self.instance()];
        match self.ledger.simulate_ttl(&keys, extend_to) {
            Response::SimulatedTtl(simulated) => simulated,
            other => panic!("{other:?}"),
        }
    }

    fn apply(&mut self, data: &[u8], extend_to: Option<u32>) -> Applied {
        match self.ledger.apply_ttl(&value(data), extend_to) {
            Response::Applied(applied) => *applied,
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn an_extension_lengthens_the_life_and_pays_the_rent_that_was_simulated() {
    on_large_stack(|| {
        let mut story = Story::new();
        let before = story.live_until();
        assert_eq!(before, story.ledger.sequence + MIN_PERSISTENT_TTL - 1);
        let simulated = story.simulate(Some(500_000));
        let applied = story.apply(&simulated.needs.transaction_data, Some(500_000));
        assert_eq!(story.live_until(), story.ledger.sequence + 500_000);
        assert!(applied.changes[0].read_only && applied.changes[0].new_value.is_none());

        let settings = story.ledger.settings.clone();
        let settings = settings.iter().map(Vec::as_slice).collect();
        let request = Request::RentFee(settings, story.ledger.sequence, applied.rent_changes.clone());
        let entries = story.ledger.entries.clone();
        assert_eq!(story.ledger.pair.run(&request, &entries), Response::RentFee(applied.fees.rent));
        assert!(applied.fees.rent > 0 && applied.fees.non_refundable > 0);

        let again = story.simulate(Some(400_000));
        assert!(again.needs.read_only_keys.is_empty());
        let nothing = story.apply(&simulated.needs.transaction_data, Some(400_000));
        assert_eq!((nothing.changes.len(), nothing.fees.rent), (0, 0));
    });
}

#[test]
fn a_restoration_makes_an_archived_entry_live_again() {
    on_large_stack(|| {
        let mut story = Story::new();
        story.ledger.sequence += MIN_PERSISTENT_TTL;
        let simulated = story.simulate(None);
        let data: SorobanTransactionData = value(&simulated.needs.transaction_data);
        let mut short = data.clone();
        short.resources.disk_read_bytes -= 1;
        let refused = story.ledger.apply_ttl(&short, None);
        assert!(matches!(refused, Response::Failed(failure) if failure.result_code == -2));
        let applied = story.apply(&simulated.needs.transaction_data, None);
        assert!(applied.changes[0].restored && applied.changes[0].new_value.is_some());
        assert_eq!(applied.write_bytes, data.resources.write_bytes);
        assert_eq!(story.live_until(), story.ledger.sequence + MIN_PERSISTENT_TTL - 1);
    });
}

#[test]
fn a_simulation_can_ask_for_the_restoration_that_comes_first() {
    on_large_stack(|| {
        let mut story = Story::new();
        story.ledger.sequence += MIN_PERSISTENT_TTL;
        story.ledger.flags |= RESTORE_PREAMBLE;
        let extension = story.simulate(Some(500_000));
        assert_eq!(extension.restore_preamble.unwrap().read_write_keys, vec![xdr(&story.instance())]);
        let read = call(&story.contract, "value", vec![]);
        let Response::Simulated(simulated) = story.ledger.simulate(&story.key, &read) else { panic!() };
        let preamble = simulated.restore_preamble.unwrap();
        assert_eq!(preamble.read_write_keys.len(), 2);
        story.apply(&preamble.transaction_data, None);
        let data: SorobanTransactionData = value(&simulated.needs.transaction_data);
        let applied = story.ledger.apply(&story.key, &read, &[], &data);
        assert!(matches!(applied, Response::Applied(applied) if value::<ScVal>(&applied.return_value) == i128(42)));
    });
}

#[test]
fn what_cannot_be_extended_or_restored_is_refused_with_the_reason() {
    on_large_stack(|| {
        let mut story = Story::new();
        let account = LedgerKey::Account(LedgerKeyAccount { account_id: story.key.account() });
        let instance = story.instance();
        let refusal = |response: Response| match response {
            Response::Refused(refusal) => (refusal.status, refusal.message),
            other => panic!("{other:?}"),
        };
        let (status, message) = refusal(story.ledger.simulate_ttl(std::slice::from_ref(&instance), Some(MAX_TTL)));
        assert_eq!(status, Status::Refused);
        assert!(message.contains("3110400"), "{message}");
        let (status, message) = refusal(story.ledger.simulate_ttl(std::slice::from_ref(&account), Some(10)));
        assert!(status == Status::Refused && message.contains("Only entries with TTL"), "{message}");
        let missing = LedgerKey::ContractCode(LedgerKeyContractCode { hash: Hash([8; 32]) });
        let (_, message) = refusal(story.ledger.simulate_ttl(&[missing], None));
        assert!(message.contains("Missing entry"), "{message}");

        let simulated = story.simulate(Some(500_000));
        let mut data: SorobanTransactionData = value(&simulated.needs.transaction_data);
        data.resources.footprint.read_write = vec![instance].try_into().unwrap();
        let (status, _) = refusal(story.ledger.apply_ttl(&data, Some(500_000)));
        assert_eq!(status, Status::BadFootprint);
        data.resources.footprint.read_only = vec![account].try_into().unwrap();
        data.resources.footprint.read_write = Default::default();
        let (status, message) = refusal(story.ledger.apply_ttl(&data, Some(500_000)));
        assert!(status == Status::BadFootprint && message.contains("lifetime"), "{message}");
    });
}

#[test]
fn temporary_and_persistent_entries_live_and_go_as_the_settings_say() {
    on_large_stack(|| {
        let mut story = Story::new();
        let key = story.key.clone();
        let contract = story.ledger.deploy(&key, 1, &mirror(), vec![]);
        let put = |durability| call(&contract, "put", vec![symbol("k"), i128(7), durability]);
        story.ledger.invoke(&key, &put(TEMPORARY), &[]).unwrap();
        let (simulated, applied) = story.ledger.invoke(&key, &put(PERSISTENT), &[]).unwrap();
        assert_eq!(simulated.state_changes.len(), 1);
        assert_eq!(simulated.state_changes[0].before, None);
        assert_eq!(applied.rent_changes.len(), 1);
        let has = |durability| call(&contract, "has", vec![symbol("k"), durability]);
        let held = |ledger: &mut Ledger, durability| {
            let (_, applied) = ledger.invoke(&key, &has(durability), &[]).unwrap();
            value::<ScVal>(&applied.return_value)
        };
        assert_eq!(held(&mut story.ledger, TEMPORARY), ScVal::Bool(true));
        story.ledger.sequence += 721;
        assert_eq!(held(&mut story.ledger, TEMPORARY), ScVal::Bool(false));
        assert_eq!(held(&mut story.ledger, PERSISTENT), ScVal::Bool(true));
        let extend = vec![symbol("k"), PERSISTENT, ScVal::U32(1_000_000), ScVal::U32(1_000_000)];
        let (_, applied) = story.ledger.invoke(&key, &call(&contract, "extend", extend), &[]).unwrap();
        assert!(applied.changes.iter().any(|c| c.read_only && c.ttl.as_ref().unwrap().new_live_until > 1_000_000));
        let del = call(&contract, "del", vec![symbol("k"), PERSISTENT]);
        let (simulated, applied) = story.ledger.invoke(&key, &del, &[]).unwrap();
        assert_eq!(simulated.state_changes[0].after, None);
        assert!(applied.changes.iter().any(|change| !change.read_only && change.new_value.is_none()));
    });
}
