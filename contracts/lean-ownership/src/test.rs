use soroban_sdk::{
    contract,
    testutils::{Address as _, EnvTestConfig, Events as _, Ledger, MockAuth, MockAuthInvoke},
    Address, Env, Event, IntoVal, Val, Vec,
};

use super::{
    accept_ownership, owner, set_owner, transfer_ownership, HandOverRefusal, OwnershipTransfer,
    OwnershipTransferCompleted, MAX_OPEN_LEDGERS,
};

#[contract]
struct Owned;

struct House {
    e: Env,
    id: Address,
    first: Address,
    second: Address,
}

const NOW: u32 = 1_000;

fn house() -> House {
    // No file is written for every test: nobody compares them.
    let e = Env::new_with_config(EnvTestConfig { capture_snapshot_at_drop: false });
    e.ledger().set_sequence_number(NOW);
    let id = e.register(Owned, ());
    let (first, second) = (Address::generate(&e), Address::generate(&e));
    e.as_contract(&id, || set_owner(&e, &first));
    House { e, id, first, second }
}

impl House {
    /// Runs `call` in the contract with the signature of `signer` on it.
    fn signed<T>(&self, signer: &Address, function: &str, args: Vec<Val>, call: impl FnOnce(&Env) -> T) -> T {
        let invoke = MockAuthInvoke { contract: &self.id, fn_name: function, args, sub_invokes: &[] };
        self.e.mock_auths(&[MockAuth { address: signer, invoke: &invoke }]);
        self.e.mock_all_auths();
        let answer = self.e.as_contract(&self.id, || call(&self.e));
        let asked = self.e.auths();
        assert!(asked.iter().all(|(address, _)| address == signer), "{asked:?}");
        answer
    }

    fn offer(&self, to: &Address, until: u32) -> Result<(), HandOverRefusal> {
        let args = (to.clone(), until).into_val(&self.e);
        self.signed(&self.first, "transfer_ownership", args, |e| transfer_ownership(e, to, until))
    }

    fn accept(&self) -> Result<(), HandOverRefusal> {
        self.signed(&self.second, "accept_ownership", ().into_val(&self.e), accept_ownership)
    }

    fn owner(&self) -> Address {
        self.e.as_contract(&self.id, || owner(&self.e)).unwrap()
    }
}

#[test]
fn ownership_goes_over_when_the_offered_one_accepts_and_not_before() {
    let house = house();
    assert_eq!(house.offer(&house.second, NOW + 10), Ok(()));
    let (old_owner, new_owner) = (house.first.clone(), house.second.clone());
    let offered = OwnershipTransfer { old_owner, new_owner: new_owner.clone(), live_until_ledger: NOW + 10 };
    assert_eq!(house.e.events().all(), std::vec![offered.to_xdr(&house.e, &house.id)]);
    assert_eq!(house.owner(), house.first);
    house.e.ledger().set_sequence_number(NOW + 10);
    assert_eq!(house.accept(), Ok(()));
    let completed = OwnershipTransferCompleted { new_owner };
    assert_eq!(house.e.events().all(), std::vec![completed.to_xdr(&house.e, &house.id)]);
    assert_eq!(house.owner(), house.second);
    assert_eq!(house.accept(), Err(HandOverRefusal::NoPendingTransfer));
}

#[test]
fn an_offer_ends_with_its_ledger() {
    let house = house();
    assert_eq!(house.offer(&house.second, NOW + 10), Ok(()));
    house.e.ledger().set_sequence_number(NOW + 11);
    assert_eq!(house.accept(), Err(HandOverRefusal::TransferExpired));
    assert_eq!(house.owner(), house.first);
}

#[test]
fn an_offer_can_be_withdrawn_and_replaced() {
    let house = house();
    assert_eq!(house.offer(&house.second, 0), Err(HandOverRefusal::NoPendingTransfer));
    assert_eq!(house.offer(&house.second, NOW + 10), Ok(()));
    assert_eq!(house.offer(&house.first, 0), Err(HandOverRefusal::InvalidPendingAccount));
    assert_eq!(house.offer(&house.second, 0), Ok(()));
    assert_eq!(house.accept(), Err(HandOverRefusal::NoPendingTransfer));
    assert_eq!(house.offer(&house.first, NOW + 10), Ok(()));
    assert_eq!(house.offer(&house.second, NOW + 20), Ok(()));
    assert_eq!(house.accept(), Ok(()));
    assert_eq!(house.owner(), house.second);
}

#[test]
fn an_offer_ends_neither_in_the_past_nor_too_far_ahead() {
    let house = house();
    for until in [1, NOW - 1, NOW + MAX_OPEN_LEDGERS + 1, u32::MAX] {
        assert_eq!(house.offer(&house.second, until), Err(HandOverRefusal::InvalidLiveUntilLedger));
    }
    for until in [NOW, NOW + MAX_OPEN_LEDGERS] {
        assert_eq!(house.offer(&house.second, until), Ok(()));
    }
}
