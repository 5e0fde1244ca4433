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

/// How often a whole fuzzing must have had every kind of action accepted, plans built to steal excepted.
const LEAST: u64 = 50;
/// The same of an honest keeper's plans.
const LEAST_LIQUIDATIONS: u64 = 150;

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

    /// Prints the table; a `whole` fuzzing must have had every kind accepted often enough, and met every refusal.
    pub fn report(&self, whole: bool) {
        println!("{} runs, {} steps", self.runs, self.steps);
        for (kind, answers) in &self.answers {
            println!("{kind}: {answers:?}");
        }
        if !whole {
            return;
        }
        let honest = format!("Liquidate {:?}", Trick::Nothing);
        for (kind, answers) in &self.answers {
            let least = match kind {
                _ if *kind == honest => LEAST_LIQUIDATIONS,
                _ if kind.starts_with("Liquidate") => 0,
                _ => LEAST,
            };
            let accepted = answers.get(ACCEPTED).copied().unwrap_or(0);
            assert!(accepted >= least, "{kind} was accepted {accepted} times");
        }
        for number in REFUSALS {
            let met = self.answers.values().any(|answers| answers.contains_key(&number.to_string()));
            assert!(met, "nothing was ever refused with {number}");
        }
    }
}
