//! A pool with random reserves, prices and positions of one user.

use super::pool_entries;
use super::world::World;
use serde_json::Value;
use soroban_sdk::{Address, Map};
use test_suites::ledger::{env, Addressed, Contract, Ledger};
use test_suites::pool::{Pool, PoolConfig, Positions, ReserveConfig, ReserveData};

/// More positions than any state has.
const MAX_POSITIONS: u32 = 16;
const STATUS_ACTIVE: u32 = 1;

/// One state: a ledger in which it is real, and its parts.
pub struct State<'a> {
    /// Where it came from.
    pub world: &'a World,
    /// The ledger in which the pool has it.
    pub ledger: Ledger,
    /// Of the oracle's prices.
    pub decimals: u32,
    /// The oracle.
    pub feed: Contract,
    /// Prices of the assets, in the order of the reserves.
    pub prices: Vec<i128>,
    /// The reserves, in order, as stored.
    pub reserves: Vec<(ReserveConfig, ReserveData)>,
    /// The user's.
    pub positions: Positions,
    /// What of the interest goes to the backstop, 7 decimals.
    pub backstop_rate: u32,
}

impl State<'_> {
    /// The pool.
    pub fn pool(&self) -> Pool {
        self.world.market.pool
    }

    /// The asset of a reserve.
    pub fn asset(&self, index: u32) -> Address {
        self.world.market.all_assets()[index as usize].address()
    }

    /// The assets of positions.
    pub fn named(&self, positions: &Map<u32, i128>) -> Vec<Address> {
        positions.keys().iter().map(|index| self.asset(index)).collect()
    }

    /// Writes reserves, configuration and positions into the ledger.
    pub fn write(&mut self) {
        let pool = self.pool();
        for (index, (config, data)) in (0..).zip(&self.reserves) {
            let asset = self.asset(index);
            pool_entries::set_reserve(&mut self.ledger, &pool, &asset, config, data);
        }
        let config = PoolConfig {
            bstop_rate: self.backstop_rate,
            max_positions: MAX_POSITIONS,
            min_collateral: 0,
            oracle: self.feed.address(),
            status: STATUS_ACTIVE,
        };
        pool_entries::set_config(&mut self.ledger, &pool, &config);
        pool_entries::set_positions(&mut self.ledger, &pool, &self.world.user, &self.positions);
    }

    /// Prices as text by address.
    pub fn prices_by_asset(&self) -> Value {
        let assets = self.world.market.all_assets();
        super::amounts(assets.iter().map(|asset| asset.strkey()).zip(self.prices.iter().copied()))
    }
}

/// A map of amounts by index.
pub fn by_index(amounts: &[(u32, i128)]) -> Map<u32, i128> {
    let mut map = Map::new(&env());
    for (index, amount) in amounts.iter().filter(|(_, amount)| *amount > 0) {
        map.set(*index, *amount);
    }
    map
}
