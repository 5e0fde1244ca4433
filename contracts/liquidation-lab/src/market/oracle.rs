//! The SEP-40 oracle, called by name so that only what is used gets linked.

use soroban_sdk::{contracttype, symbol_short, vec, Address, Env, IntoVal, Symbol};

/// Oldest price that is accepted, seconds.
const MAX_AGE: u64 = 24 * 60 * 60;

/// SEP-40's name of an asset; the pool knows tokens only.
#[contracttype]
pub enum Asset {
    /// A token contract on Stellar.
    Stellar(Address),
    /// Anything else; never asked for.
    Other(Symbol),
}

/// SEP-40's price.
#[contracttype]
pub struct PriceData {
    /// Price in the oracle's decimals.
    pub price: i128,
    /// Seconds since 1970.
    pub timestamp: u64,
}

/// Decimals of the oracle's prices.
pub fn decimals(env: &Env, oracle: &Address) -> u32 {
    env.invoke_contract(oracle, &symbol_short!("decimals"), vec![env])
}

/// The last price, unless it is not positive or too old. Traps when the oracle knows none.
pub fn last_price(env: &Env, oracle: &Address, asset: &Address, now: u64) -> Option<i128> {
    let arguments = vec![env, Asset::Stellar(asset.clone()).into_val(env)];
    let answer: Option<PriceData> = env.invoke_contract(oracle, &symbol_short!("lastprice"), arguments);
    let Some(quote) = answer else { panic!("the oracle has no price") };
    (quote.price > 0 && quote.timestamp + MAX_AGE >= now).then_some(quote.price)
}
