//! What one account holds, and how it changes.

use crate::errors::PoolError;
use crate::storage;
use crate::types::Positions;
use soroban_sdk::{panic_with_error, Address, Env, Map};

impl Positions {
    /// Three empty maps.
    pub fn none(env: &Env) -> Self {
        Positions { collateral: Map::new(env), liabilities: Map::new(env), supply: Map::new(env) }
    }

    /// Number of positions that the pool limits: collateral and liabilities.
    pub fn limited_count(&self) -> u32 {
        self.collateral.len() + self.liabilities.len()
    }
}

/// Amount held, 0 when none is.
pub fn held(map: &Map<u32, i128>, index: u32) -> i128 {
    map.get(index).unwrap_or(0)
}

/// Adds to what is held.
pub fn add(map: &mut Map<u32, i128>, index: u32, amount: i128) {
    let held = held(map, index);
    map.set(index, held + amount);
}

/// Takes from what is `held`; the entry goes when nothing is left. Refuses to take more than is held.
pub fn take(env: &Env, map: &mut Map<u32, i128>, index: u32, amount: i128) {
    let left = held(map, index) - amount;
    if left < 0 {
        panic_with_error!(env, PoolError::NegativeAmount);
    }
    if left == 0 {
        map.remove_unchecked(index);
    } else {
        map.set(index, left);
    }
}

/// An account with its positions.
pub struct Account {
    /// Whose positions.
    pub address: Address,
    /// The positions.
    pub positions: Positions,
}

impl Account {
    /// Reads the positions of `address`.
    pub fn load(env: &Env, address: &Address) -> Self {
        Account { address: address.clone(), positions: storage::positions(env, address) }
    }

    /// Writes the positions.
    pub fn store(&self, env: &Env) {
        storage::set_positions(env, &self.address, &self.positions);
    }
}
