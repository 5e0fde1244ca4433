//! One liquidation as a story: who did what in which ledger, what it cost, and who ended richer. Every figure is read
//! from the ledger.

mod amount;
mod atomic;
mod opening;
mod report;
mod stage;
mod staged;
mod waiting;

pub use report::{Step, Story};
pub use stage::StoryFailure;

use clap::ValueEnum;
use stage::Stage;
use test_suites::market::{Market, PoolKind};

/// The pool that the story is played at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PoolChoice {
    /// Our liquidation lab.
    Lab,
    /// Blend v2's own contracts.
    Blend,
}

/// How the keepers act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Mode {
    /// Draw, fill, sell, return: one transaction each.
    Staged,
    /// One `liquidate`.
    Atomic,
}

impl PoolChoice {
    fn name(self) -> &'static str {
        match self {
            PoolChoice::Lab => "lab",
            PoolChoice::Blend => "blend",
        }
    }
}

impl Mode {
    fn name(self) -> &'static str {
        match self {
            Mode::Staged => "staged",
            Mode::Atomic => "atomic",
        }
    }
}

/// Plays the story and returns it; `progress` is told what is being done. The vault and the keepers do the same at
/// either pool.
pub fn play(pool: PoolChoice, mode: Mode, progress: impl Fn(&str)) -> Result<Story, StoryFailure> {
    let kind = match pool {
        PoolChoice::Lab => PoolKind::Lab,
        PoolChoice::Blend => PoolKind::Blend,
    };
    progress(&format!("deploying the contracts, the tokens and the {} pool", pool.name()));
    let (ledger, market) = Market::open(kind);
    let mut stage = Stage::new(ledger, market);
    progress("playing");
    opening::play(&mut stage)?;
    let before = stage.vault();
    waiting::until_it_pays(&mut stage)?;
    let outcome = match mode {
        Mode::Staged => staged::play(&mut stage)?,
        Mode::Atomic => atomic::play(&mut stage)?,
    };
    stage.end(pool.name(), mode.name(), before, outcome)
}
