use crate::witness::{Outcome, Witness};
use std::time::{Duration, Instant};

/// What became of a mutant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The witness of this name failed.
    Killed(String),
    /// The witness of this name did not end in time.
    TimedOut(String),
    /// It does not compile.
    Unviable,
    /// The compiler makes the same bytes of it as without it.
    Same,
    /// Nobody noticed it.
    Survived,
}

/// The witnesses of one contract, in the order in which they are asked.
pub struct Panel {
    witnesses: Vec<Witness>,
}

impl Panel {
    /// Asks every witness about the contract as it is, and orders them by the time they take. Fails when one does not
    /// pass. `told` is told every name and time.
    pub fn sworn(witnesses: Vec<Witness>, mut told: impl FnMut(&str, Duration)) -> Result<Self, String> {
        let mut timed = Vec::new();
        for witness in witnesses {
            let begin = Instant::now();
            if witness.ask()? != Outcome::Passed {
                return Err(format!("{} does not pass without any change: {}", witness.name, witness.command()));
            }
            let took = begin.elapsed();
            told(&witness.name, took);
            timed.push((took, witness.within(took * 10 + Duration::from_secs(20))));
        }
        timed.sort_by_key(|(took, _)| *took);
        Ok(Self { witnesses: timed.into_iter().map(|(_, witness)| witness).collect() })
    }

    /// Asks the witnesses until one notices the mutant. That one is asked first about the next.
    pub fn judge(&mut self) -> Result<Verdict, String> {
        for place in 0..self.witnesses.len() {
            let outcome = self.witnesses[place].ask()?;
            if outcome == Outcome::Passed {
                continue;
            }
            self.witnesses[..=place].rotate_right(1);
            let name = self.witnesses[0].name.clone();
            return Ok(if outcome == Outcome::Failed { Verdict::Killed(name) } else { Verdict::TimedOut(name) });
        }
        Ok(Verdict::Survived)
    }
}
