//! Ledgers pass until the auction pays.

use crate::amount::units;
use crate::stage::{Stage, StoryFailure};

/// Least margin at which the keepers act, in basis points of what the debt costs.
const MARGIN_BPS: i128 = 100;
/// Ledgers between two rounds of the price feeds: 5 minutes.
const FEED_ROUND: u32 = 60;

pub(crate) fn until_it_pays(stage: &mut Stage) -> Result<(), StoryFailure> {
    let opened = stage.ledger.sequence();
    loop {
        stage.ledger.close(1);
        let waited = stage.ledger.sequence() - opened;
        if waited.is_multiple_of(FEED_ROUND) {
            stage.act("feeds", |ledger, market| market.refresh_prices(ledger))?;
        }
        if waited < 2 {
            // The first ledger of the auction is the one after its creation; it fills from the next on.
            continue;
        }
        let (cost, brings) = stage.act("quote", |ledger, market| {
            let terms = market.terms_of_fill(ledger, 100)?;
            let cost: i128 = terms.debts.iter().map(|(_, amount)| amount).sum();
            let lot: i128 = terms.lots.iter().map(|(_, amount)| amount).sum();
            let brings = if lot > 0 { market.quote(ledger, market.xlm(), lot)? } else { 0 };
            Ok((cost, brings))
        })?;
        if brings * 10_000 >= cost * (10_000 + MARGIN_BPS) {
            let detail = format!(
                "{waited} ledgers later the lot sells for {} and the debt costs {} USDC",
                units(brings),
                units(cost)
            );
            stage.note_event("auction", "pays", detail);
            return Ok(());
        }
        if waited > 400 {
            return Err(StoryFailure::new("waiting", "the auction never paid"));
        }
    }
}
