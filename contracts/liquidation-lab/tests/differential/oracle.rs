//! A SEP-40 oracle whose answers the tests set, and which can be told to know nothing.

use soroban_sdk::{contract, contractimpl, contracttype, Address, Env, Symbol};

#[contracttype]
pub enum Asset {
    Stellar(Address),
    Other(Symbol),
}

#[contracttype]
pub struct PriceData {
    pub price: i128,
    pub timestamp: u64,
}

#[contracttype]
enum Key {
    Price(Address),
    Decimals,
}

#[contract]
pub struct TestOracle;

#[contractimpl]
impl TestOracle {
    pub fn __constructor(env: Env, decimals: u32) {
        env.storage().instance().set(&Key::Decimals, &decimals);
    }

    pub fn decimals(env: Env) -> u32 {
        env.storage().instance().get(&Key::Decimals).unwrap()
    }

    /// The price, dated now unless a date was set with it.
    pub fn lastprice(env: Env, asset: Asset) -> Option<PriceData> {
        let Asset::Stellar(token) = asset else {
            return None;
        };
        let (price, age): (i128, u64) = env.storage().instance().get(&Key::Price(token))?;
        Some(PriceData { price, timestamp: env.ledger().timestamp() - age })
    }

    pub fn set(env: Env, token: Address, price: i128, age: u64) {
        env.storage().instance().set(&Key::Price(token), &(price, age));
    }

    /// The price, or 0.
    pub fn peek(env: Env, token: Address) -> i128 {
        let quote: Option<(i128, u64)> = env.storage().instance().get(&Key::Price(token));
        quote.map_or(0, |(price, _)| price)
    }

    pub fn forget(env: Env, token: Address) {
        env.storage().instance().remove(&Key::Price(token));
    }
}
