//! Booking of tokens that were sent to the pool past its functions.

use crate::events::Gulp;
use crate::market::Market;
use crate::status::require_active;
use soroban_sdk::{panic_with_error, token::TokenClient, Address, Env};

/// Credits tokens that nobody booked to the backstop; gives their number.
pub fn gulp(env: &Env, asset: &Address) -> i128 {
    let mut market = Market::load(env);
    if let Err(error) = require_active(market.config.status) {
        panic_with_error!(env, error);
    }
    let place = market.by_asset(asset);
    let reserve = &mut market.reserves[place];
    let data = &mut reserve.data;
    let booked = data.supplied(data.b_supply) + data.backstop_credit - data.owed(data.d_supply);
    let balance = TokenClient::new(env, asset).balance(&env.current_contract_address());
    let tokens = balance - booked;
    if tokens > 0 {
        data.backstop_credit += tokens;
        reserve.changed = true;
        market.store();
    }
    Gulp { asset: asset.clone(), tokens }.publish(env);
    tokens
}
