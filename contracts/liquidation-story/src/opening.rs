//! From the first deposit to the open auction.

use crate::amount::{price, units};
use crate::stage::{Stage, StoryFailure};
use test_suites::ledger::{text, Receipt};
use test_suites::market::ONE;

pub(crate) fn play(stage: &mut Stage) -> Result<(), StoryFailure> {
    let people = stage.market.people.clone();
    for (user, whole) in [(&people.alice, 60_000), (&people.bob, 40_000)] {
        let receipt = stage.act("deposit", |ledger, market| market.deposit(ledger, user, whole * ONE))?;
        let shares: i128 = receipt.value();
        let detail = format!("{} USDC into the vault for {} shares", units(whole * ONE), units(shares / 1_000_000));
        stage.note(user.name(), "deposit", detail, &receipt);
    }
    for keeper in [&people.alpha, &people.beta] {
        let receipt =
            stage.act("register", |ledger, market| market.register(ledger, keeper, keeper.name(), 20_000 * ONE))?;
        stage.note(keeper.name(), "register", format!("locks {} USDC of stake", units(20_000 * ONE)), &receipt);
    }
    stage.ledger.close(1);
    let receipt = stage.act("borrow", |ledger, market| market.borrow_against_xlm(ledger))?;
    let detail = format!("supplies 100,000.00 XLM and borrows 26,000.00 USDC: health factor {}", health(stage)?);
    stage.note(people.borrower.name(), "borrow", detail, &receipt);
    stage.ledger.close(10);
    stage.act("price shock", |ledger, market| market.let_xlm_fall(ledger))?;
    let now = stage.act("price", |ledger, market| market.price(ledger, market.xlm()))?;
    let detail = format!("XLM falls from 0.40 to {} USD: health factor {}", units(now), health(stage)?);
    stage.note_event("feeds", "price shock", detail);
    stage.ledger.close(1);
    let receipt = stage.act("auction", |ledger, market| market.open_auction(ledger, &people.alpha))?;
    let detail = format!("opens an auction over {} % of the position", percent_of(&receipt));
    stage.note(people.alpha.name(), "auction", detail, &receipt);
    Ok(())
}

fn health(stage: &mut Stage) -> Result<String, StoryFailure> {
    let health = stage.act("health", |ledger, market| market.pool.health(ledger, &market.people.borrower))?;
    let factor = health.factor().ok_or_else(|| StoryFailure::new("health", "the borrower owes nothing"))?;
    let full = price(factor * 1_000_000_000_000 / health.scalar);
    Ok(full[..6].to_string())
}

/// The percent that the pool's event tells.
fn percent_of(receipt: &Receipt) -> String {
    let event = receipt.events_named("new_auction").next();
    let data = event.map(|event| event.data.clone());
    match data {
        Some(test_suites::ledger::xdr::ScVal::Vec(Some(values))) => values.first().map(text).unwrap_or_default(),
        _ => String::new(),
    }
}
