//! A flash loan receiver that forwards what it gets to the borrower.

use soroban_sdk::{contract, contractimpl, token::TokenClient, Address, Env};

#[contract]
pub struct Forwarder;

#[contractimpl]
impl Forwarder {
    pub fn exec_op(env: Env, caller: Address, token: Address, amount: i128, fee: i128) {
        assert_eq!(fee, 0);
        TokenClient::new(&env, &token).transfer(&env.current_contract_address(), &caller, &amount);
    }
}
