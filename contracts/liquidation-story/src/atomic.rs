//! One transaction does it all; the keeper that comes second finds nothing left.

use crate::amount::units;
use crate::report::Outcome;
use crate::stage::{Stage, StoryFailure};
use crate::staged::pools_error;
use test_suites::args;

pub(crate) fn play(stage: &mut Stage) -> Result<Outcome, StoryFailure> {
    let people = stage.market.people.clone();
    let (alpha, beta) = (&people.alpha, &people.beta);
    let (alpha_before, beta_before) = (stage.usdc(alpha), stage.usdc(beta));
    let plan = stage.act("plan", |ledger, market| market.plan(ledger, 100))?;
    let [first, second] = [alpha, beta].map(|keeper| {
        stage.act("prepare", |ledger, market| {
            ledger.prepare(keeper, &[], &market.vault, "liquidate", args![keeper, plan])
        })
    });
    let (first, second) = (first?, second?);
    let receipt = stage.act("liquidate", |ledger, _| ledger.apply(first))?;
    let profit: i128 = receipt.value();
    let keeper_fee = stage.usdc(alpha) - alpha_before;
    let detail = format!(
        "draw, fill, repay, withdraw, sell, return in one transaction: {} USDC of profit, {} of it the keeper's",
        units(profit),
        units(keeper_fee)
    );
    stage.note(alpha.name(), "liquidate", detail, &receipt);
    match stage.act("race", |ledger, _| Ok(ledger.apply(second)))? {
        Ok(_) => return Err(StoryFailure::new("race", "both keepers filled one auction")),
        Err(refused) => stage.note_event(beta.name(), "too late", pools_error(&refused)),
    }
    let winner = alpha.name().to_string();
    Ok(Outcome { winner, profit, keeper_fee, loser_loss: beta_before - stage.usdc(beta) })
}
