use soroban_sdk::{contract, contractimpl, testutils::Ledger, BytesN, Env};

use crate::{proposal, propose, upgrade, Refusal, DELAY_LEDGERS};

#[contract]
struct Upgradable;

#[contractimpl]
impl Upgradable {}

#[test]
fn nothing_proposed_is_refused() {
    let e = Env::default();
    let contract = e.register(Upgradable, ());
    e.as_contract(&contract, || assert_eq!(upgrade(&e), Err(Refusal::NotProposed)));
}

#[test]
fn the_delay_is_a_day_of_ledgers_to_the_ledger_and_starts_anew_with_each_proposal() {
    let e = Env::default();
    let contract = e.register(Upgradable, ());
    let hash = BytesN::from_array(&e, &[7; 32]);
    e.ledger().set_sequence_number(1_000);
    e.as_contract(&contract, || {
        assert_eq!(propose(&e, hash.clone()), 1_000 + DELAY_LEDGERS);
    });
    e.ledger().set_sequence_number(1_000 + DELAY_LEDGERS - 1);
    e.as_contract(&contract, || {
        assert_eq!(upgrade(&e), Err(Refusal::TooEarly));
        assert_eq!(propose(&e, hash.clone()), 999 + 2 * DELAY_LEDGERS);
    });
    e.ledger().set_sequence_number(1_000 + DELAY_LEDGERS);
    e.as_contract(&contract, || {
        assert_eq!(upgrade(&e), Err(Refusal::TooEarly));
        assert_eq!(proposal(&e).map(|p| p.wasm_hash), Some(hash.clone()));
    });
}
