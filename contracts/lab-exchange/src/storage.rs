//! The only file that knows keys and lifetimes. All data is instance data: it is small, and so a swap needs no
//! ledger entry for it.

use soroban_sdk::{contracttype, symbol_short, Address, BytesN, Env, Symbol};

use crate::{errors::ExchangeError, market::Market};

/// Ledgers that data is kept alive: 30 days at 5 s.
const EXTEND_TO: u32 = 518_400;
/// Extended when less than this is left: 29 days at 5 s.
const THRESHOLD: u32 = 501_120;

// Keys are short symbols where they can be, which cost no host call to make.
const ORACLE: Symbol = symbol_short!("Oracle");
const SPREAD_BPS: Symbol = symbol_short!("SpreadBps");
const PAIR_WASM: Symbol = symbol_short!("PairWasm");
const PAIR_COUNT: Symbol = symbol_short!("PairCount");

#[contracttype]
enum Key {
    /// `Market`, by the lower and the higher token address.
    Market(Address, Address),
}

/// The key of a pair whose tokens come in either order, and whether the first given is the lower.
fn market_key(token_a: &Address, token_b: &Address) -> (Key, bool) {
    let a_is_0 = token_a < token_b;
    let (token_0, token_1) = if a_is_0 { (token_a, token_b) } else { (token_b, token_a) };
    (Key::Market(token_0.clone(), token_1.clone()), a_is_0)
}

/// The market of two tokens, and whether `token_a` is its token 0.
pub(crate) fn market(e: &Env, token_a: &Address, token_b: &Address) -> Result<(Market, bool), ExchangeError> {
    let (key, a_is_0) = market_key(token_a, token_b);
    let market = e.storage().instance().get(&key).ok_or(ExchangeError::UnknownPair)?;
    Ok((market, a_is_0))
}

/// Stores the market of two tokens, given in either order.
pub(crate) fn set_market(e: &Env, token_a: &Address, token_b: &Address, market: &Market) {
    e.storage().instance().set(&market_key(token_a, token_b).0, market);
}

pub(crate) fn oracle(e: &Env) -> Address {
    // The constructor sets this and the next two before anything else can run.
    e.storage().instance().get(&ORACLE).unwrap()
}

pub(crate) fn set_oracle(e: &Env, oracle: &Address) {
    e.storage().instance().set(&ORACLE, oracle);
}

pub(crate) fn spread_bps(e: &Env) -> u32 {
    e.storage().instance().get(&SPREAD_BPS).unwrap()
}

pub(crate) fn set_spread_bps(e: &Env, spread_bps: u32) {
    e.storage().instance().set(&SPREAD_BPS, &spread_bps);
}

pub(crate) fn pair_wasm(e: &Env) -> BytesN<32> {
    e.storage().instance().get(&PAIR_WASM).unwrap()
}

pub(crate) fn set_pair_wasm(e: &Env, pair_wasm: &BytesN<32>) {
    e.storage().instance().set(&PAIR_WASM, pair_wasm);
}

pub(crate) fn pair_count(e: &Env) -> u32 {
    e.storage().instance().get(&PAIR_COUNT).unwrap_or(0)
}

pub(crate) fn set_pair_count(e: &Env, count: u32) {
    e.storage().instance().set(&PAIR_COUNT, &count);
}

/// Keeps a contract of the exchange alive, its code with it.
pub(crate) fn extend(e: &Env, contract: &Address) {
    e.deployer().extend_ttl(contract.clone(), THRESHOLD, EXTEND_TO);
}
