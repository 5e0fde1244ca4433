//! The vault cannot be robbed: honest and malicious people do anything, and after every step the books, the purses and
//! the price of a share are what they must be. On the built contracts, through the ledger with all its rules.

mod action;
mod audit;
mod coverage;
mod people;
mod picture;
mod run;
mod scene;

use coverage::Coverage;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use run::Run;
use std::cell::{Cell, RefCell};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::Mutex;
use std::time::Instant;
use test_suites::market::PoolKind;

/// Steps of a fuzzing that is asked for nothing else.
const USUAL: u64 = 50_000;
/// Actions of one run, each run from the same funded market.
const ACTIONS: usize = 200;
/// Every tenth run's market lends at Blend itself, the others' at the lab.
const BLEND_EVERY: u64 = 10;

/// A number from the environment, or the usual one.
fn setting(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |text| text.parse().unwrap_or_else(|_| panic!("{name}={text} is no number")))
}

/// One run drawn from a seed of its own; panics with the shortest actions that break a rule.
fn run(seed: u64, number: u64) -> Coverage {
    let max_shrink_iters = setting("ROBBERY_SHRINKING", 400) as u32;
    let config = Config { cases: 1, failure_persistence: None, max_shrink_iters, ..Config::default() };
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    bytes[8..16].copy_from_slice(&number.to_le_bytes());
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let kind = if number.is_multiple_of(BLEND_EVERY) { PoolKind::Blend } else { PoolKind::Lab };
    let coverage = RefCell::new(Coverage::default());
    let told = Cell::new(false);
    let result = runner.run(&action::actions(ACTIONS), |actions| {
        let played = Run::new(kind, &mut coverage.borrow_mut()).play(&actions);
        if let (Err(broken), false) = (&played, told.replace(true)) {
            eprintln!("seed {seed}, run {number}: {broken}; looking for the shortest way there");
        }
        played.map_err(TestCaseError::fail)
    });
    if let Err(error) = result {
        panic!("seed {seed}, run {number}, {kind:?}: {error}");
    }
    let mut coverage = coverage.into_inner();
    coverage.runs = 1;
    coverage
}

/// `ROBBERY_STEPS` steps from `ROBBERY_SEED` on `ROBBERY_THREADS` threads (all processors), from run `ROBBERY_FIRST` on.
#[test]
fn nobody_robs_the_vault() {
    let (steps, seed) = (setting("ROBBERY_STEPS", USUAL), setting("ROBBERY_SEED", 0));
    let processors = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    let next = AtomicU64::new(setting("ROBBERY_FIRST", 0));
    let coverage = Mutex::new(Coverage::default());
    let start = Instant::now();
    let work = || {
        while coverage.lock().unwrap().steps < steps {
            let seen = run(seed, next.fetch_add(1, Ordering::Relaxed));
            let mut coverage = coverage.lock().unwrap();
            coverage.add(seen);
            if coverage.runs.is_multiple_of(25) {
                let passed = start.elapsed().as_secs();
                eprintln!("{} of {steps} steps, {} runs, {passed} s, nothing stolen", coverage.steps, coverage.runs);
            }
        }
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..setting("ROBBERY_THREADS", processors)).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            if let Err(panic) = worker.join() {
                std::panic::resume_unwind(panic);
            }
        }
    });
    coverage.into_inner().unwrap().report(steps >= USUAL);
}
