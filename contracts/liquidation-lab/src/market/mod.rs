//! The pool's reserves during one call: each is read, accrued and priced at most once.

mod oracle;
mod reserve;

pub use reserve::LoadedReserve;

use crate::errors::PoolError;
use crate::math::fixed::{mul_floor, pow10};
use crate::math::health::{Health, Valuation};
use crate::storage;
use crate::types::{PoolConfig, Positions};
use alloc::vec::Vec as List;
use soroban_sdk::{panic_with_error, Address, Env, Vec};

/// The reserves read so far; a reserve is named by its place in `reserves`.
pub struct Market<'e> {
    /// The call's environment.
    pub env: &'e Env,
    /// The pool's settings.
    pub config: PoolConfig,
    /// Reserves read so far.
    pub reserves: List<LoadedReserve>,
    list: Option<Vec<Address>>,
    now: u64,
    oracle_scalar: Option<i128>,
}

impl<'e> Market<'e> {
    /// Reads the pool's settings; reserves follow when they are needed.
    pub fn load(env: &'e Env) -> Self {
        Market {
            env,
            config: storage::config(env),
            reserves: List::new(),
            list: None,
            now: env.ledger().timestamp(),
            oracle_scalar: None,
        }
    }

    /// The reserve of an asset, accrued. Traps without a number when there is none, as Blend does.
    pub fn by_asset(&mut self, asset: &Address) -> usize {
        match self.reserves.iter().position(|r| r.asset == *asset) {
            Some(place) => place,
            None => self.read(asset.clone()),
        }
    }

    /// The reserve with an index, accrued. Traps without a number when there is none.
    pub fn by_index(&mut self, index: u32) -> usize {
        if let Some(place) = self.reserves.iter().position(|r| r.config.index == index) {
            return place;
        }
        let env = self.env;
        let list = self.list.get_or_insert_with(|| storage::reserve_list(env));
        match list.get(index) {
            Some(asset) => self.read(asset),
            None => panic!("no such reserve"),
        }
    }

    fn read(&mut self, asset: Address) -> usize {
        let reserve = LoadedReserve::load(self.env, asset, self.config.bstop_rate, self.now);
        self.reserves.push(reserve);
        self.reserves.len() - 1
    }

    /// One in the oracle's decimals.
    pub fn oracle_scalar(&mut self) -> i128 {
        *self.oracle_scalar.get_or_insert_with(|| pow10(oracle::decimals(self.env, &self.config.oracle)))
    }

    /// Price of a token in the oracle's decimals. Refuses one that is not positive or older than a day.
    pub fn price_of(&self, asset: &Address) -> i128 {
        match oracle::last_price(self.env, &self.config.oracle, asset, self.now) {
            Some(price) => price,
            None => panic_with_error!(self.env, PoolError::InvalidPrice),
        }
    }

    /// A reserve with its price.
    pub fn valuation(&mut self, place: usize) -> Valuation<'_> {
        if self.reserves[place].price == 0 {
            self.reserves[place].price = self.price_of(&self.reserves[place].asset);
        }
        let reserve = &self.reserves[place];
        Valuation { config: &reserve.config, data: &reserve.data, scalar: reserve.scalar, price: reserve.price }
    }

    /// Value of underlying tokens at the oracle's price, rounded down.
    pub fn token_value(&mut self, place: usize, tokens: i128) -> i128 {
        let reserve = self.valuation(place);
        mul_floor(reserve.price, tokens, reserve.scalar)
    }

    /// Value of an account's collateral and debt.
    pub fn health(&mut self, positions: &Positions) -> Health {
        let mut health = Health::default();
        for (index, b_tokens) in positions.collateral.iter() {
            let place = self.by_index(index);
            health.add_collateral(&self.valuation(place), b_tokens);
        }
        for (index, d_tokens) in positions.liabilities.iter() {
            let place = self.by_index(index);
            health.add_liability(&self.valuation(place), d_tokens);
        }
        health
    }

    /// Writes the reserves that changed.
    pub fn store(&self) {
        for reserve in self.reserves.iter().filter(|r| r.changed) {
            storage::set_reserve_data(self.env, &reserve.asset, &reserve.data);
        }
    }
}
