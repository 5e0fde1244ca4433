//! A token of any decimals, since Stellar assets always have 7; and one that may refuse a receiver.

use soroban_sdk::{contract, contractimpl, symbol_short, Address, Env, MuxedAddress};

#[contract]
pub struct TestToken;

#[contractimpl]
impl TestToken {
    pub fn __constructor(e: Env, decimals: u32) {
        e.storage().instance().set(&symbol_short!("decimals"), &decimals);
    }

    pub fn decimals(e: Env) -> u32 {
        e.storage().instance().get(&symbol_short!("decimals")).unwrap()
    }

    pub fn balance(e: Env, id: Address) -> i128 {
        e.storage().persistent().get(&id).unwrap_or(0)
    }

    pub fn mint(e: Env, to: Address, amount: i128) {
        let balance = Self::balance(e.clone(), to.clone());
        e.storage().persistent().set(&to, &(balance + amount));
    }

    /// From now on nothing can be paid to `to`.
    pub fn refuse(e: Env, to: Address) {
        e.storage().instance().set(&to, &true);
    }

    pub fn transfer(e: Env, from: Address, to: MuxedAddress, amount: i128) {
        from.require_auth();
        let to = to.address();
        assert!(amount >= 0 && !e.storage().instance().has(&to));
        let balance = Self::balance(e.clone(), from.clone());
        assert!(balance >= amount);
        e.storage().persistent().set(&from, &(balance - amount));
        Self::mint(e, to, amount);
    }
}
