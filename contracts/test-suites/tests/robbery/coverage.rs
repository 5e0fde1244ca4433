//! What a fuzzing has reached, so that one that reached little fails.

use crate::action::{Action, Trick};
use std::collections::BTreeMap;
use test_suites::ledger::{Failure, Receipt};

/// How often each kind of action was accepted and refused, by number.
#[derive(Default)]
pub struct Coverage {
    pub runs: u64,
    pub steps: u64,
    answers: BTreeMap<String, BTreeMap<String, u64>>,
}

const ACCEPTED: &str = "accepted";

/// Refusals of the vault that a whole fuzzing must meet, those of plans built to steal among them.
const REFUSALS: [u32; 16] = [201, 206, 207, 209, 210, 212, 213, 220, 221, 226, 228, 230, 231, 233, 234, 235];

impl Coverage {
    pub fn count(&mut self, action: &Action, result: &Result<Option<Receipt>, Failure>) {
        self.steps += 1;
        let text = format!("{action:?}");
        let mut kind: String = text.chars().take_while(|c| c.is_alphabetic()).collect();
        if let Action::Liquidate(_, _, trick) = action {
            kind = format!("{kind} {trick:?}");
        }
        let answer = match result {
            Ok(_) => ACCEPTED.into(),
            Err(failure) => failure.contract_error().map_or("host".into(), |number| number.to_string()),
        };
        *self.answers.entry(kind).or_default().entry(answer).or_default() += 1;
    }

    pub fn add(&mut self, other: Coverage) {
        self.runs += other.runs;
        self.steps += other.steps;
        for (kind, answers) in other.answers {
            for (answer, count) in answers {
                *self.answers.entry(kind.clone()).or_default().entry(answer).or_default() += count;
            }
        }
    }

    /// Prints the table; a `whole` fuzzing must have had every kind accepted and no trick, and met every refusal.
    pub fn report(&self, whole: bool) {
        println!("{} runs, {} steps", self.runs, self.steps);
        for (kind, answers) in &self.answers {
            println!("{kind}: {answers:?}");
        }
        if !whole {
            return;
        }
        for (kind, answers) in &self.answers {
            let trick = kind.starts_with("Liquidate") && *kind != format!("Liquidate {:?}", Trick::Nothing);
            assert!(trick || answers.contains_key(ACCEPTED), "no {kind} was ever accepted");
        }
        for number in REFUSALS {
            let met = self.answers.values().any(|answers| answers.contains_key(&number.to_string()));
            assert!(met, "nothing was ever refused with {number}");
        }
    }
}
