//! The whole story of a market: deployment, deposits, one liquidation in steps and one in a single transaction, a
//! submission of five requests, a debt that is not paid back, and what comes after.

use test_suites::args;
use test_suites::ledger::{Failure, Ledger};
use test_suites::market::{Market, PoolKind, ONE};
use test_suites::pool::{Request, RequestType};

/// Ledgers between two looks at the auction, and between two rounds of the price feeds.
const LOOK: u32 = 10;
const FEED_ROUND: u32 = 50;
/// The longest that an auction can take to be worth anything.
const LONGEST: u32 = 400;
/// XLM at the start, 7 decimals.
const FIRST_PRICE: i128 = 4_000_000;

/// Everything deployed, lent, deposited and registered, and the borrower's position opened.
pub fn opening(kind: PoolKind) -> Result<(Ledger, Market), Failure> {
    let (mut ledger, market) = Market::funded(kind);
    market.borrow_against_xlm(&mut ledger)?;
    Ok((ledger, market))
}

/// The story from the opening to the end.
pub fn whole(kind: PoolKind) -> Result<Ledger, Failure> {
    let (mut ledger, market) = opening(kind)?;
    until_it_pays(&mut ledger, &market)?;
    in_steps(&mut ledger, &market)?;
    let people = &market.people;
    ledger.mint(market.xlm(), &people.borrower, 100_001 * ONE)?;
    market.set_price(&mut ledger, market.xlm(), FIRST_PRICE)?;
    market.borrow_against_xlm(&mut ledger)?;
    until_it_pays(&mut ledger, &market)?;
    at_once(&mut ledger, &market)?;
    let of_each = market.all_assets().map(|asset| Request::new(RequestType::Supply, asset, ONE));
    market.pool.submit(&mut ledger, &people.borrower, &of_each)?;
    market.draw(&mut ledger, &people.alpha, 1_000 * ONE)?;
    ledger.close(400);
    market.settle(&mut ledger, &people.stranger, &people.alpha)?;
    ledger.close(720);
    let (shares, _) = market.position(&ledger, &people.alice);
    market.withdraw(&mut ledger, &people.alice, shares / 2)?;
    market.deregister(&mut ledger, &people.beta)?;
    Ok(ledger)
}

/// The price falls, an auction opens, and ledgers pass until its lot is worth more than its bid.
fn until_it_pays(ledger: &mut Ledger, market: &Market) -> Result<(), Failure> {
    market.let_xlm_fall(ledger)?;
    market.open_auction(ledger, &market.people.alpha)?;
    ledger.close(1);
    let opened = ledger.sequence();
    while ledger.sequence() - opened < LONGEST {
        ledger.close(LOOK);
        if (ledger.sequence() - opened).is_multiple_of(FEED_ROUND) {
            market.refresh_prices(ledger)?;
        }
        let terms = market.terms_of_fill(ledger, 100)?;
        let cost: i128 = terms.debts.iter().map(|(_, amount)| amount).sum();
        let lot: i128 = terms.lots.iter().map(|(_, amount)| amount).sum();
        if lot > 0 && market.quote(ledger, market.xlm(), lot)? * 100 >= cost * 101 {
            return Ok(());
        }
    }
    panic!("the auction never paid")
}

/// Two keepers draw; both prepare the same fill; the second one fails in the ledger, and both return.
fn in_steps(ledger: &mut Ledger, market: &Market) -> Result<(), Failure> {
    let (alpha, beta) = (&market.people.alpha, &market.people.beta);
    let needed: i128 = market.terms_of_fill(ledger, 100)?.debts.iter().map(|(_, amount)| amount).sum();
    let before = ledger.balance(&market.usdc, alpha);
    market.draw(ledger, alpha, needed)?;
    market.draw(ledger, beta, needed)?;
    let (first, second) = (market.prepare_fill(ledger, alpha)?, market.prepare_fill(ledger, beta)?);
    ledger.apply(first)?;
    ledger.apply(second).expect_err("the auction is gone");
    market.return_proceeds(ledger, beta, needed)?;
    market.sell_xlm(ledger, alpha)?;
    let back = ledger.balance(&market.usdc, alpha) - before;
    market.return_proceeds(ledger, alpha, back)?;
    Ok(())
}

/// Two keepers liquidate in one transaction each; the second one finds nothing.
fn at_once(ledger: &mut Ledger, market: &Market) -> Result<(), Failure> {
    let (alpha, beta) = (&market.people.alpha, &market.people.beta);
    let plan = market.plan(ledger, 100)?;
    let prepare = |keeper| ledger.prepare(keeper, &[], &market.vault, "liquidate", args![keeper, plan]);
    let (first, second) = (prepare(alpha)?, prepare(beta)?);
    ledger.apply(first)?;
    ledger.apply(second).expect_err("the auction is gone");
    Ok(())
}
