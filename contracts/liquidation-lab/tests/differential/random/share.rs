//! Sequences drawn from one seed, taken one after another.

use super::coverage::Coverage;
use super::market::{market, Market};
use super::scenes::scenes;
use super::setting;
use crate::constants::ONE;
use crate::steps::{Answer, Ask, Step};
use crate::twins::Twins;
use crate::world::Side;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use std::cell::{Cell, RefCell};

/// Calls of the pool in one sequence; what comes between them (ledgers, prices, donations) is not counted.
const CALLS: usize = 30;
/// Every tenth sequence compares the lab's built wasm, which takes longer; the others its source, compiled natively.
const WASM_EVERY: u64 = 10;

/// Part `number` of the sequences of a seed.
pub struct Share {
    pub seed: u64,
    pub number: u64,
    pub size: u32,
}

impl Share {
    /// Takes the sequences; panics with the shortest that differs.
    pub fn run(&self) -> Coverage {
        let max_shrink_iters = setting("DIFFERENTIAL_SHRINKING", 500) as u32;
        let config = Config { cases: self.size, failure_persistence: None, max_shrink_iters, ..Config::default() };
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&self.seed.to_le_bytes());
        bytes[8..16].copy_from_slice(&self.number.to_le_bytes());
        let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
        let coverage = RefCell::new(Coverage::default());
        let result = runner.run(&(market(), scenes()), |(market, scenes)| {
            let mut coverage = coverage.borrow_mut();
            let side = if coverage.sequences % WASM_EVERY == 0 { Side::LabWasm } else { Side::lab() };
            coverage.sequences += 1;
            sequence(side, &market, scenes.concat(), &mut coverage).map_err(TestCaseError::fail)
        });
        if let Err(error) = result {
            panic!("seed {}, share {}: {error}", self.seed, self.number);
        }
        coverage.into_inner()
    }
}

/// Takes 30 calls and what lies between them; an error tells how the lab differs from Blend.
fn sequence(side: Side, market: &Market, steps: Vec<Step>, coverage: &mut Coverage) -> Result<(), String> {
    let mut twins = Twins::with(side, &market.settings);
    for (asset, config) in market.reserves.iter().enumerate().filter(|(_, config)| config.decimals > 7) {
        for world in [&twins.blend, &twins.lab] {
            world.endow(asset, config.decimals);
        }
    }
    let units = market.reserves.clone().map(|config| 10i128.pow(config.decimals));
    let supplied = std::array::from_fn(|asset| market.supplied[asset] * units[asset]);
    twins.activate(market.reserves.clone(), supplied);
    let calls = Cell::new(0);
    let readings = (0..3).map(Step::GetReserve);
    for step in steps.into_iter().take_while(|_| calls.get() < CALLS).chain(readings) {
        coverage.see_rates(&twins.blend, &step);
        let step = in_units(step, &units);
        let taken = twins.blend.resolve(&step);
        let (answer, difference) = twins.compare(taken.clone(), true);
        if let Some(difference) = difference {
            return Err(difference);
        }
        calls.set(calls.get() + usize::from(answer != Answer::Nothing));
        coverage.count(&step, &taken, &answer);
    }
    Ok(())
}

/// Strategies think in units with seven decimals; here amounts get those of their asset.
fn in_units(mut step: Step, units: &[i128; 3]) -> Step {
    let scale = |asset: usize, amount: &mut i128| {
        // Dust, and what stands for "all", mean the same whatever the decimals.
        if (1_000..i128::from(i64::MAX)).contains(amount) {
            *amount = *amount * units.get(asset).copied().unwrap_or(ONE) / ONE;
        }
    };
    match &mut step {
        Step::Submit(_, asks)
        | Step::SubmitWithAllowance(_, asks)
        | Step::SubmitFor { asks, .. }
        | Step::FlashLoan(_, _, _, asks) => {
            for ask in asks.iter_mut() {
                if let Ask::Asset(_, asset, amount) = ask {
                    scale(*asset, amount);
                }
            }
        }
        _ => {}
    }
    match &mut step {
        Step::FlashLoan(_, asset, amount, _) | Step::Donate(asset, amount) => scale(*asset, amount),
        Step::Leverage { collateral, amount, .. } => scale(*collateral, amount),
        _ => {}
    }
    step
}
