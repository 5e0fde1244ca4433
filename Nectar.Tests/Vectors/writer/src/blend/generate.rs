//! Making random states: reserves and prices first, then collateral, then debts that bring the health near a target.

use super::pool_entries;
use super::state::{by_index, State};
use super::world::World;
use crate::random::Random;
use soroban_sdk::Map;
use test_suites::ledger::{env, Failure};
use test_suites::pool::{Positions, ReserveConfig, ReserveData};

const E7: i128 = 10_000_000;
const E12: i128 = 1_000_000_000_000;
const RESERVES: u32 = 5;
const DAY: u64 = 86_400;
const UNUSED: ReserveConfig = ReserveConfig {
    c_factor: 0,
    decimals: 7,
    enabled: true,
    index: 0,
    l_factor: 10_000_000,
    max_util: 10_000_000,
    r_base: 0,
    r_one: 0,
    r_three: 0,
    r_two: 0,
    reactivity: 0,
    supply_cap: i128::MAX,
    util: 0,
};

/// The next state.
pub fn state<'a>(world: &'a World, random: &mut Random) -> Result<State<'a>, Failure> {
    let mut ledger = world.ledger.clone();
    ledger.close(1 + random.below(5_000) as u32);
    let (decimals, feed) = if random.below(3) == 0 { (14, world.feeds[1]) } else { (7, world.feeds[0]) };
    let prices: Vec<i128> = (0..RESERVES).map(|_| price(random, decimals)).collect();
    world.set_prices(&mut ledger, &feed, &prices)?;
    let now = ledger.timestamp();
    let reserves = (0..RESERVES).map(|index| reserve(random, index, now)).collect();
    let mut state = State {
        world,
        ledger,
        decimals,
        feed,
        prices,
        reserves,
        positions: Positions { collateral: Map::new(&env()), liabilities: Map::new(&env()), supply: Map::new(&env()) },
        backstop_rate: random.below(9_000_000) as u32,
    };
    pool_entries::set_list(&mut state.ledger, &world.market.pool, &world.assets());
    let dust = random.below(12) == 0;
    let collateral = some(random, 3).into_iter().map(|index| (index, supplied(random, &state, index, dust)));
    state.positions.collateral = by_index(&collateral.collect::<Vec<_>>());
    if random.below(3) == 0 {
        let index = random.below(RESERVES as usize) as u32;
        state.positions.supply = by_index(&[(index, supplied(random, &state, index, dust))]);
    }
    let target = match random.below(20) {
        0..=13 => 850 + random.below(151),
        14..=16 => 300 + random.below(550),
        _ => 1_000 + random.below(150),
    };
    let debts = some(random, 3);
    state.positions.liabilities = by_index(&debts.iter().map(|index| (*index, 1)).collect::<Vec<_>>());
    hold(&mut state);
    state.write();
    state.positions.liabilities = owed(random, &state, &debts, target as i128)?;
    hold(&mut state);
    state.write();
    Ok(state)
}

/// One to `most` indexes of reserves, each once.
fn some(random: &mut Random, most: usize) -> Vec<u32> {
    let mut left: Vec<u32> = (0..RESERVES).collect();
    (0..=random.below(most)).map(|_| left.swap_remove(random.below(left.len()))).collect()
}

/// A number with random digits whose first stands at a place from 10^`low` up to below 10^`high`.
fn magnitude(random: &mut Random, low: usize, high: usize) -> i128 {
    let exponent = low + random.below(high - low);
    let power = 10_i128.pow(exponent as u32);
    power + (random.next() >> 1) as i128 % (9 * power)
}

/// The price of a whole unit from 0.001 to 100,000.
fn price(random: &mut Random, decimals: u32) -> i128 {
    magnitude(random, decimals as usize - 3, decimals as usize + 5)
}

fn reserve(random: &mut Random, index: u32, now: u64) -> (ReserveConfig, ReserveData) {
    let decimals = [7, 7, 7, 6, 8][random.below(5)];
    let util = 5_000_000 + random.below(4_000_001) as u32;
    let c_factor = if random.below(12) == 0 { 0 } else { 6_000_000 + random.below(3_800_001) as u32 };
    let config = ReserveConfig {
        c_factor,
        decimals,
        enabled: random.below(20) != 0,
        index,
        l_factor: 6_000_000 + random.below(4_000_001) as u32,
        max_util: (util + 500_000).min(10_000_000),
        r_base: 1_000 + random.below(200_000) as u32,
        r_one: random.below(1_000_000) as u32,
        r_two: 1_000_000 + random.below(5_000_000) as u32,
        r_three: 6_000_000 + random.below(20_000_000) as u32,
        reactivity: random.below(1_001) as u32,
        util,
        ..UNUSED
    };
    let d_rate = E12 + random.next() as i128 % E12;
    let b_rate = if random.below(20) == 0 { E12 * 9 / 10 } else { E12 } + random.next() as i128 % (E12 / 2);
    let supplied = magnitude(random, decimals as usize + 2, decimals as usize + 7);
    let used = match random.below(10) {
        0 => 0,
        1 => 9_500_000 + random.below(500_000) as i128,
        _ => random.below(9_500_000) as i128,
    };
    let age = match random.below(6) {
        0 => 0,
        1 => 5,
        2 => random.below(60 * DAY as usize) as u64,
        3 => random.below(700 * DAY as usize) as u64,
        _ => random.below(DAY as usize) as u64,
    };
    let data = ReserveData {
        b_rate,
        b_supply: supplied * E12 / b_rate,
        backstop_credit: magnitude(random, 0, 9),
        d_rate,
        d_supply: supplied * used / E7 * E12 / d_rate,
        ir_mod: E7 / 10 + random.next() as i128 % (if random.below(4) == 0 { 99 } else { 20 } * E7 / 10),
        last_time: now - age,
    };
    (config, data)
}

/// bTokens worth 10 to a million, or a handful of units.
fn supplied(random: &mut Random, state: &State, index: u32, dust: bool) -> i128 {
    let (config, data) = &state.reserves[index as usize];
    if dust {
        return 1 + random.below(1_000) as i128;
    }
    let worth = magnitude(random, state.decimals as usize + 1, state.decimals as usize + 6);
    let units = worth * 10_i128.pow(config.decimals) / state.prices[index as usize];
    (units * E12 / data.b_rate).max(1)
}

/// dTokens of `debts` in random parts, so that the health comes near `target` thousandths.
fn owed(random: &mut Random, state: &State, debts: &[u32], target: i128) -> Result<Map<u32, i128>, Failure> {
    let health = state.pool().health(&state.ledger, &state.world.user)?;
    let parts: Vec<i128> = debts.iter().map(|_| 1 + random.below(100) as i128).collect();
    let sum: i128 = parts.iter().sum();
    let mut owed = Vec::new();
    for (index, part) in debts.iter().zip(&parts) {
        let (config, _) = &state.reserves[*index as usize];
        let data = state.pool().get_reserve(&state.ledger, &state.asset(*index))?.data;
        let worth = health.collateral * 1_000 / target * part / sum;
        let weighted = worth * 10_i128.pow(config.decimals) / state.prices[*index as usize];
        let units = weighted * i128::from(config.l_factor) / E7;
        owed.push((*index, (units * E12 / data.d_rate).max(1)));
    }
    Ok(by_index(&owed))
}

/// Raises the reserves' totals to what the user has.
fn hold(state: &mut State) {
    for (index, (_, data)) in (0..).zip(&mut state.reserves) {
        let (positions, part) = (&state.positions, |map: &Map<u32, i128>| map.get(index).unwrap_or(0));
        data.b_supply = data.b_supply.max(part(&positions.collateral) + part(&positions.supply));
        data.d_supply = data.d_supply.max(part(&positions.liabilities));
    }
}
