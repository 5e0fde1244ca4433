//! Draw, fill, sell, return: two keepers race for one auction.

use crate::amount::units;
use crate::report::Outcome;
use crate::stage::{Stage, StoryFailure};
use test_suites::ledger::{text, Account, Failure};

pub(crate) fn play(stage: &mut Stage) -> Result<Outcome, StoryFailure> {
    let people = stage.market.people.clone();
    let (alpha, beta) = (&people.alpha, &people.beta);
    let (alpha_before, beta_before) = (stage.usdc(alpha), stage.usdc(beta));
    let needed = stage.act("plan", |ledger, market| {
        Ok(market.terms_of_fill(ledger, 100)?.debts.iter().map(|(_, amount)| amount).sum::<i128>())
    })?;
    for keeper in [alpha, beta] {
        let receipt = stage.act("draw", |ledger, market| market.draw(ledger, keeper, needed))?;
        stage.note(
            keeper.name(),
            "draw",
            format!("{} USDC out of the vault, covered by stake", units(needed)),
            &receipt,
        );
    }
    // Both simulate well against the same ledger; the network applies one first.
    let [first, second] =
        [alpha, beta].map(|keeper| stage.act("prepare", |ledger, market| market.prepare_fill(ledger, keeper)));
    let (first, second) = (first?, second?);
    let filled = stage.act("fill", |ledger, _| ledger.apply(first))?;
    stage.note(alpha.name(), "fill", "takes the auction, repays the debt, withdraws the collateral".into(), &filled);
    match stage.act("race", |ledger, _| Ok(ledger.apply(second)))? {
        Ok(_) => return Err(StoryFailure::new("race", "both keepers filled one auction")),
        Err(refused) => stage.note_event(beta.name(), "fill lost", pools_error(&refused)),
    }
    let receipt = stage.act("return", |ledger, market| market.return_proceeds(ledger, beta, needed))?;
    stage.note(
        beta.name(),
        "return",
        format!("{} USDC back whole, nothing earned, nothing lost", units(needed)),
        &receipt,
    );
    let sold = stage.act("sell", |ledger, market| market.sell_xlm(ledger, alpha))?;
    let holds = stage.usdc(alpha);
    let detail = format!("the collateral on the exchange; holds {} USDC more than before", units(holds - alpha_before));
    stage.note(alpha.name(), "sell", detail, &sold);
    let back = holds - alpha_before;
    let receipt = stage.act("return", |ledger, market| market.return_proceeds(ledger, alpha, back))?;
    let profit: i128 = receipt.value();
    let keeper_fee = stage.usdc(alpha) - alpha_before;
    let detail = format!(
        "{} USDC of capital and {} of profit, of which it keeps {}",
        units(needed),
        units(profit),
        units(keeper_fee)
    );
    stage.note(alpha.name(), "return", detail, &receipt);
    Ok(Outcome { winner: name(alpha), profit, keeper_fee, loser_loss: beta_before - stage.usdc(beta) })
}

fn name(account: &Account) -> String {
    account.name().to_string()
}

/// What the pool said to the one who came too late.
pub(crate) fn pools_error(failure: &Failure) -> String {
    let said = match (&failure.error, failure.contract_error()) {
        (_, Some(number)) => format!("error {number}"),
        (Some(error), None) => text(&test_suites::ledger::xdr::ScVal::Error(error.clone())),
        (None, None) => failure.message.clone(),
    };
    format!("the auction is gone: the transaction fails with {said}, only its fee is paid")
}
