use soroban_sdk::{contract, contractimpl, token::TokenClient, Address, Env};

use crate::{errors::PairError, storage};

/// The pair.
#[contract]
pub struct LabExchangePair;

#[contractimpl]
impl LabExchangePair {
    /// A pair that obeys `router` for ever.
    pub fn __constructor(e: Env, router: Address) {
        storage::set_router(&e, &router);
    }

    /// Pays `amount` (in the token's smallest unit) of the pair's own `token` to `to`. Router only: what came in for
    /// it, and at which price, is the router's business. Errors: `InventoryShort`, `TokenRefused`.
    pub fn pay(e: Env, token: Address, to: Address, amount: i128) -> Result<(), PairError> {
        storage::router(&e).require_auth();
        let pair = e.current_contract_address();
        let token = TokenClient::new(&e, &token);
        if let Ok(Ok(())) = token.try_transfer(&pair, &to, &amount) {
            return Ok(());
        }
        // Asked only now, since the answer is worth a call in no other case.
        match token.try_balance(&pair) {
            Ok(Ok(held)) if held >= amount && amount > 0 => Err(PairError::TokenRefused),
            _ => Err(PairError::InventoryShort),
        }
    }
}
