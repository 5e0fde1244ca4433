//! Where the story is played: the ledger, the market, and the notes taken of every step.

use crate::amount::grouped;
use crate::report::{Ending, Outcome, Step, Story};
use nectar_vault::VaultState;
use std::fmt;
use test_suites::ledger::{Account, Failure, Ledger, Receipt};
use test_suites::market::{terms, Market};

/// A step that did not go as told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryFailure {
    step: String,
    why: String,
}

impl StoryFailure {
    pub(crate) fn new(step: impl Into<String>, why: impl fmt::Display) -> Self {
        StoryFailure { step: step.into(), why: why.to_string() }
    }
}

impl fmt::Display for StoryFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.step, self.why)
    }
}

impl std::error::Error for StoryFailure {}

pub(crate) struct Stage {
    pub ledger: Ledger,
    pub market: Market,
    steps: Vec<Step>,
}

impl Stage {
    pub fn new(ledger: Ledger, market: Market) -> Self {
        Stage { ledger, market, steps: Vec::new() }
    }

    /// Notes a step that `actor` took, with what its transaction used and paid.
    pub fn note(&mut self, actor: &str, step: &str, detail: String, receipt: &Receipt) {
        self.steps.push(Step {
            ledger: receipt.ledger,
            actor: actor.into(),
            step: step.into(),
            detail,
            instructions: receipt.resources.instructions,
            fee: receipt.fee.total(),
        });
    }

    /// Notes something that happened without one transaction of its own to tell of.
    pub fn note_event(&mut self, actor: &str, step: &str, detail: String) {
        let ledger = self.ledger.sequence();
        let (instructions, fee) = (0, 0);
        self.steps.push(Step { ledger, actor: actor.into(), step: step.into(), detail, instructions, fee });
    }

    /// Takes a step in the current ledger, or says which one failed and why.
    pub fn act<T>(
        &mut self,
        step: &str,
        act: impl FnOnce(&mut Ledger, &Market) -> Result<T, Failure>,
    ) -> Result<T, StoryFailure> {
        act(&mut self.ledger, &self.market).map_err(|e| StoryFailure::new(step, e))
    }

    pub fn vault(&self) -> VaultState {
        self.market.state(&self.ledger)
    }

    pub fn usdc(&self, who: &Account) -> i128 {
        self.ledger.balance(&self.market.usdc, who)
    }

    /// Lets the profit vest, compares what people have with what they had, and closes the book.
    pub fn end(mut self, pool: &str, mode: &str, before: VaultState, outcome: Outcome) -> Result<Story, StoryFailure> {
        let after = self.vault();
        let vesting = terms().vesting_ledgers;
        self.ledger.close(vesting);
        let vested = self.vault();
        self.note_event(
            "vault",
            "vested",
            format!("{} ledgers later the profit is the depositors'", grouped(vesting.into())),
        );
        let people = &self.market.people;
        let gains = [(&people.alice, 60_000), (&people.bob, 40_000)].map(|(who, whole)| {
            let value = self.market.position(&self.ledger, who).1;
            (who.name().to_string(), value - whole * test_suites::market::ONE)
        });
        let ending = Ending { before, after, vested, gains };
        check(&ending, &outcome)?;
        Ok(Story::new(pool, mode, self.steps, ending, outcome))
    }
}

/// What must be true at the end of any such story.
fn check(ending: &Ending, outcome: &Outcome) -> Result<(), StoryFailure> {
    let Ending { before, after, vested, gains } = ending;
    let gross = |state: &VaultState| state.idle + state.drawn;
    let expect = |fact: bool, why: &str| if fact { Ok(()) } else { Err(StoryFailure::new("the ending", why)) };
    expect(
        gross(after) - gross(before) == outcome.profit - outcome.keeper_fee,
        "the vault's gain is not profit less fee",
    )?;
    expect(after.drawn == 0, "capital is still out")?;
    expect(outcome.loser_loss == 0, "the keeper that came too late lost USDC")?;
    expect(outcome.profit > 0 && vested.share_price > before.share_price, "the share price did not rise")?;
    expect(vested.unvested == 0 && gains.iter().all(|(_, gain)| *gain > 0), "the depositors gained nothing")
}
