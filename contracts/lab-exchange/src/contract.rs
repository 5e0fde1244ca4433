use lean_ownership::HandOverRefusal;
use soroban_sdk::{contract, contractimpl, Address, BytesN, Env, Vec};

use crate::{
    errors::ExchangeError,
    events::{InventoryWithdrawn, OracleSet, PairCreated, PairWasmSet, PriceSkewSet, SpreadSet, Swapped},
    market::{checked_spread, Config, Market, MAX_PAIRS},
    oracle, pair,
    route::{Amounts, Route},
    storage, token,
};

/// The router.
#[contract]
pub struct LabExchange;

#[contractimpl]
impl LabExchange {
    /// An exchange without pairs. `oracle` is a SEP-40 feed, `pair_wasm` the hash of the uploaded pair contract,
    /// `spread_bps` at most 1,000. Errors: `OracleUnreadable`, `SpreadOutOfRange`.
    pub fn __constructor(
        e: Env,
        admin: Address,
        oracle: Address,
        pair_wasm: BytesN<32>,
        spread_bps: u32,
    ) -> Result<(), ExchangeError> {
        lean_ownership::set_owner(&e, &admin);
        storage::set_oracle(&e, &oracle::checked(&e, oracle)?);
        storage::set_pair_wasm(&e, &pair_wasm);
        storage::set_spread_bps(&e, checked_spread(spread_bps)?);
        storage::extend(&e, &e.current_contract_address());
        Ok(())
    }

    /// Creates the pair of two tokens and returns its address: what is sent there is its inventory. Owner only.
    /// Errors: `IdenticalTokens`, `PairExists`, `TooManyPairs`, `TokenUnreadable`. A pair wasm that was never
    /// uploaded is a host error.
    pub fn create_pair(e: Env, token_a: Address, token_b: Address) -> Result<Address, ExchangeError> {
        lean_ownership::enforce_owner_auth(&e);
        if token_a == token_b {
            return Err(ExchangeError::IdenticalTokens);
        }
        if storage::market(&e, &token_a, &token_b).is_ok() {
            return Err(ExchangeError::PairExists);
        }
        let number = storage::pair_count(&e);
        if number >= MAX_PAIRS {
            return Err(ExchangeError::TooManyPairs);
        }
        let (token_0, token_1) = if token_a < token_b { (token_a, token_b) } else { (token_b, token_a) };
        let (decimal_0, decimal_1) = (token::decimals(&e, &token_0)?, token::decimals(&e, &token_1)?);
        let pair = pair::deploy(&e, number);
        storage::set_pair_count(&e, number + 1);
        storage::set_market(&e, &token_0, &token_1, &Market::new(pair.clone(), decimal_0, decimal_1));
        extend(&e, &pair);
        PairCreated { token_0, token_1, pair: pair.clone() }.publish(&e);
        Ok(pair)
    }

    /// Swaps exactly `amount_in` of the path's first token for at least `amount_out_min` of its last, and returns what
    /// moved of each. `to` pays, is paid, and authorises this and `transfer(to, first pair, amount_in)`.
    /// Every amount is in its token's smallest unit, every step rounded down.
    pub fn swap_exact_tokens_for_tokens(
        e: Env,
        amount_in: i128,
        amount_out_min: i128,
        path: Vec<Address>,
        to: Address,
        deadline: u64,
    ) -> Result<Vec<i128>, ExchangeError> {
        check_trade(&e, &to, amount_out_min, deadline)?;
        let route = Route::find(&e, &path)?;
        let amounts = route.amounts_out(amount_in)?;
        if amounts.last() < amount_out_min {
            return Err(ExchangeError::InsufficientOutputAmount);
        }
        trade(&e, &route, &amounts, path, to)
    }

    /// Swaps at most `amount_in_max` of the path's first token for exactly `amount_out` of its last, and returns what
    /// moved of each. `to` pays, is paid, and authorises this and `transfer(to, first pair, amount in)`, which
    /// `router_get_amounts_in` tells. Every step is rounded up.
    pub fn swap_tokens_for_exact_tokens(
        e: Env,
        amount_out: i128,
        amount_in_max: i128,
        path: Vec<Address>,
        to: Address,
        deadline: u64,
    ) -> Result<Vec<i128>, ExchangeError> {
        check_trade(&e, &to, amount_in_max, deadline)?;
        let route = Route::find(&e, &path)?;
        let amounts = route.amounts_in(amount_out)?;
        if amounts.first() > amount_in_max {
            return Err(ExchangeError::ExcessiveInputAmount);
        }
        trade(&e, &route, &amounts, path, to)
    }

    /// What `swap_exact_tokens_for_tokens` would move of each token of the path, were the inventory large enough.
    pub fn router_get_amounts_out(e: Env, amount_in: i128, path: Vec<Address>) -> Result<Vec<i128>, ExchangeError> {
        Ok(Route::find(&e, &path)?.amounts_out(amount_in)?.to_vec(&e))
    }

    /// What `swap_tokens_for_exact_tokens` would move of each token of the path, were the inventory large enough.
    pub fn router_get_amounts_in(e: Env, amount_out: i128, path: Vec<Address>) -> Result<Vec<i128>, ExchangeError> {
        Ok(Route::find(&e, &path)?.amounts_in(amount_out)?.to_vec(&e))
    }

    /// The pair of two tokens, in either order: where a swap's first transfer goes. Error: `UnknownPair`.
    pub fn router_pair_for(e: Env, token_a: Address, token_b: Address) -> Result<Address, ExchangeError> {
        Ok(storage::market(&e, &token_a, &token_b)?.0.pair)
    }

    /// The exchange's terms.
    pub fn get_config(e: Env) -> Config {
        Config { oracle: storage::oracle(&e), pair_wasm: storage::pair_wasm(&e), spread_bps: storage::spread_bps(&e) }
    }

    /// Sets what every trade pays: at most 1,000 basis points of its output. Owner only. Error: `SpreadOutOfRange`.
    pub fn set_spread_bps(e: Env, spread_bps: u32) -> Result<(), ExchangeError> {
        lean_ownership::enforce_owner_auth(&e);
        storage::set_spread_bps(&e, checked_spread(spread_bps)?);
        extend_self(&e);
        SpreadSet { spread_bps }.publish(&e);
        Ok(())
    }

    /// Sets the SEP-40 feed that prices come from. Owner only. Error: `OracleUnreadable`.
    pub fn set_oracle(e: Env, oracle: Address) -> Result<(), ExchangeError> {
        lean_ownership::enforce_owner_auth(&e);
        let oracle = oracle::checked(&e, oracle)?;
        storage::set_oracle(&e, &oracle);
        extend_self(&e);
        OracleSet { oracle }.publish(&e);
        Ok(())
    }

    /// Sets the wasm of pairs to come; those that are there keep theirs. Owner only.
    pub fn set_pair_wasm(e: Env, pair_wasm: BytesN<32>) {
        lean_ownership::enforce_owner_auth(&e);
        storage::set_pair_wasm(&e, &pair_wasm);
        extend_self(&e);
        PairWasmSet { pair_wasm }.publish(&e);
    }

    /// Moves the price of `token_a` in `token_b` away from the oracle's by -9,000 to 9,000 basis points, in this pair
    /// only and for both directions; 0 brings it back. Owner only. Errors: `UnknownPair`, `SkewOutOfRange`.
    pub fn set_price_skew(e: Env, token_a: Address, token_b: Address, skew_bps: i32) -> Result<(), ExchangeError> {
        lean_ownership::enforce_owner_auth(&e);
        let (market, a_is_0) = storage::market(&e, &token_a, &token_b)?;
        storage::set_market(&e, &token_a, &token_b, &market.skewed(a_is_0, skew_bps)?);
        extend_self(&e);
        PriceSkewSet { token_a, token_b, skew_bps }.publish(&e);
        Ok(())
    }

    /// Takes `amount` of `token` out of its pair with `other`. Owner only.
    /// Errors: `AmountNotPositive`, `UnknownPair`, `InventoryShort`, `PayoutRefused`.
    pub fn withdraw_inventory(
        e: Env,
        token: Address,
        other: Address,
        amount: i128,
        to: Address,
    ) -> Result<(), ExchangeError> {
        lean_ownership::enforce_owner_auth(&e);
        if amount <= 0 {
            return Err(ExchangeError::AmountNotPositive);
        }
        let pair = storage::market(&e, &token, &other)?.0.pair;
        pair::pay(&e, &pair, &token, &to, amount)?;
        extend(&e, &pair);
        InventoryWithdrawn { pair, token, amount, to }.publish(&e);
        Ok(())
    }

    /// Proposes a wasm to upgrade to, and returns the first ledger in which [`Self::upgrade`] may install it. Owner
    /// only.
    pub fn propose_upgrade(e: Env, wasm_hash: BytesN<32>) -> u32 {
        lean_ownership::enforce_owner_auth(&e);
        delayed_upgrade::propose(&e, wasm_hash)
    }

    /// Installs the proposed wasm and returns its hash. Owner only. Errors: `UpgradeNotProposed`, `UpgradeTooEarly`.
    pub fn upgrade(e: Env) -> Result<BytesN<32>, ExchangeError> {
        lean_ownership::enforce_owner_auth(&e);
        Ok(delayed_upgrade::upgrade(&e)?)
    }

    /// The owner.
    pub fn get_owner(e: Env) -> Option<Address> {
        lean_ownership::owner(&e)
    }

    /// Offers ownership to `new_owner` until ledger `live_until_ledger`, at most 31 days ahead; 0 withdraws the offer.
    /// Owner only.
    pub fn transfer_ownership(e: Env, new_owner: Address, live_until_ledger: u32) -> Result<(), HandOverRefusal> {
        lean_ownership::transfer_ownership(&e, &new_owner, live_until_ledger)
    }

    /// Accepts an offer. The new owner signs.
    pub fn accept_ownership(e: Env) -> Result<(), HandOverRefusal> {
        lean_ownership::accept_ownership(&e)
    }

    /// Always refused with `RenounceRefused`.
    pub fn renounce_ownership() -> Result<(), ExchangeError> {
        Err(ExchangeError::RenounceRefused)
    }
}

fn check_trade(e: &Env, to: &Address, limit: i128, deadline: u64) -> Result<(), ExchangeError> {
    to.require_auth();
    if e.ledger().timestamp() >= deadline {
        return Err(ExchangeError::DeadlineExpired);
    }
    if limit < 0 {
        return Err(ExchangeError::LimitNegative);
    }
    Ok(())
}

fn trade(
    e: &Env,
    route: &Route,
    amounts: &Amounts,
    path: Vec<Address>,
    to: Address,
) -> Result<Vec<i128>, ExchangeError> {
    route.trade(e, amounts, &to)?;
    extend_self(e);
    let amounts = amounts.to_vec(e);
    Swapped { to, path, amounts: amounts.clone() }.publish(e);
    Ok(amounts)
}

fn extend(e: &Env, pair: &Address) {
    storage::extend(e, pair);
    extend_self(e);
}

fn extend_self(e: &Env) {
    storage::extend(e, &e.current_contract_address());
}
