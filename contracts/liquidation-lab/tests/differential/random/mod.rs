//! Random sequences of calls; a failing one is shrunk to the shortest that still differs.

mod calls;
mod coverage;
mod market;
mod scenes;
mod share;

use coverage::Coverage;
use share::Share;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::Mutex;

/// Sequences of a run that is asked for nothing else.
const USUAL: u64 = 2_000;
/// Sequences drawn from one seed of their own. A share is small enough for all processors to end at about the same time.
const SHARE: u64 = 50;

/// A number from the environment, or the usual one.
fn setting(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |text| text.parse().unwrap_or_else(|_| panic!("{name}={text} is no number")))
}

/// `DIFFERENTIAL_CASES` sequences of 30 calls from `DIFFERENTIAL_SEED`, on all processors.
#[test]
fn any_sequence_of_calls_matches_blend() {
    let (count, seed) = (setting("DIFFERENTIAL_CASES", USUAL), setting("DIFFERENTIAL_SEED", 0));
    let shares = count.div_ceil(SHARE);
    let next = AtomicU64::new(0);
    let coverage = Mutex::new(Coverage::default());
    let work = || loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= shares {
            break;
        }
        let size = SHARE.min(count - number * SHARE);
        let seen = Share { seed, number, size: size as u32 }.run();
        let mut coverage = coverage.lock().unwrap();
        coverage.add(seen);
        eprintln!("{} of {count} sequences, {} calls, no difference", coverage.sequences, coverage.calls);
    };
    std::thread::scope(|scope| {
        let workers = std::thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            if let Err(panic) = worker.join() {
                std::panic::resume_unwind(panic);
            }
        }
    });
    coverage.into_inner().unwrap().report(count >= USUAL);
}
