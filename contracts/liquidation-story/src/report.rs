//! The story as text for people and as JSON for programs.

use crate::amount::{grouped, price, units};
use nectar_vault::VaultState;
use serde::Serialize;
use std::fmt::Write;

/// One step of the timeline.
#[derive(Clone, Debug, Serialize)]
pub struct Step {
    /// Ledger in which it happened.
    pub ledger: u32,
    /// Who took it.
    pub actor: String,
    /// What it was, in a word or two.
    pub step: String,
    /// With amounts, for people.
    #[serde(skip)]
    pub detail: String,
    /// CPU instructions that its transaction used; 0 where there was none.
    pub instructions: u64,
    /// Fee that its transaction paid, in stroops of XLM.
    #[serde(serialize_with = "as_text")]
    pub fee: i64,
}

fn as_text<S: serde::Serializer>(number: &i64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&number.to_string())
}

/// What the liquidation brought, in USDC stroops.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    pub winner: String,
    pub profit: i128,
    pub keeper_fee: i128,
    pub loser_loss: i128,
}

/// The vault before the auction, after the liquidation, and after vesting; and what each depositor gained.
#[derive(Clone, Debug)]
pub(crate) struct Ending {
    pub before: VaultState,
    pub after: VaultState,
    pub vested: VaultState,
    pub gains: [(String, i128); 2],
}

/// A played story.
#[derive(Clone, Debug)]
pub struct Story {
    pool: String,
    mode: String,
    steps: Vec<Step>,
    ending: Ending,
    outcome: Outcome,
}

#[derive(Serialize)]
struct Json<'a> {
    pool: &'a str,
    mode: &'a str,
    vault_usdc_before: String,
    vault_usdc_after: String,
    share_price_before: String,
    share_price_after: String,
    profit: String,
    keeper_fee: String,
    loser_loss: String,
    steps: &'a [Step],
}

impl Story {
    pub(crate) fn new(pool: &str, mode: &str, steps: Vec<Step>, ending: Ending, outcome: Outcome) -> Self {
        Story { pool: pool.into(), mode: mode.into(), steps, ending, outcome }
    }

    /// The steps of the timeline, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// One JSON object. Amounts are texts: USDC in stroops, share prices with 12 decimals, fees in stroops of XLM.
    /// `share_price_after` is the price once vesting has ended.
    pub fn json(&self) -> String {
        let Ending { before, after, vested, .. } = &self.ending;
        let json = Json {
            pool: &self.pool,
            mode: &self.mode,
            vault_usdc_before: gross(before).to_string(),
            vault_usdc_after: gross(after).to_string(),
            share_price_before: before.share_price.to_string(),
            share_price_after: vested.share_price.to_string(),
            profit: self.outcome.profit.to_string(),
            keeper_fee: self.outcome.keeper_fee.to_string(),
            loser_loss: self.outcome.loser_loss.to_string(),
            steps: &self.steps,
        };
        serde_json::to_string_pretty(&json).expect("texts and numbers serialise")
    }

    /// The timeline and what everybody ended with.
    pub fn text(&self) -> String {
        let mut text = format!("One liquidation at the {} pool, {}\n\n", self.pool, self.mode);
        let _ = writeln!(
            text,
            "{:>6}  {:<9} {:<12} {:>12} {:>9}  what happened",
            "ledger", "who", "step", "instructions", "fee XLM"
        );
        for step in &self.steps {
            let (instructions, fee) = match step.instructions {
                0 => (String::new(), String::new()),
                used => (grouped(used.into()), format!("{:.5}", step.fee as f64 / 1e7)),
            };
            let Step { ledger, actor, step, detail, .. } = step;
            let _ = writeln!(text, "{ledger:>6}  {actor:<9} {step:<12} {instructions:>12} {fee:>9}  {detail}");
        }
        self.write_ending(&mut text);
        text
    }

    fn write_ending(&self, text: &mut String) {
        let Ending { before, after, vested, gains } = &self.ending;
        let Outcome { winner, profit, keeper_fee, loser_loss } = &self.outcome;
        let mut line = |what: &str, value: String| {
            let _ = writeln!(text, "  {what:<26} {value}");
        };
        line("", String::new());
        line("vault before", format!("{} USDC", units(gross(before))));
        line("vault after", format!("{} USDC", units(gross(after))));
        line("profit measured", format!("{} USDC", units(*profit)));
        line("fee of the winner", format!("{} USDC to {winner}", units(*keeper_fee)));
        line("loss of the other keeper", format!("{} USDC", units(*loser_loss)));
        line("share price before", price(before.share_price));
        line("share price right after", price(after.share_price));
        line("share price once vested", price(vested.share_price));
        for (who, gain) in gains {
            line(&format!("gain of {who}"), format!("{} USDC", units(*gain)));
        }
    }
}

fn gross(state: &VaultState) -> i128 {
    state.idle + state.drawn
}
