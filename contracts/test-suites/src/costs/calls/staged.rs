//! One keeper's way with drawn capital.

use super::{measure, Call};
use crate::args;
use crate::costs::Cost;
use crate::ledger::{env, Failure, Ledger};
use crate::market::{Market, ONE};
use crate::pool::{all, Request};
use soroban_sdk::Vec;

/// Draw, fill, sell and return of one keeper.
pub(super) fn staged_path(ledger: &Ledger, market: &Market, fill: &'static str) -> Result<[Cost; 4], Failure> {
    let mut ledger = ledger.clone();
    let keeper = &market.people.alpha;
    let terms = market.terms_of_fill(&ledger, 100)?;
    let needed: i128 = terms.debts.iter().map(|(_, amount)| amount).sum();
    let vault_call = |name, function, amount: i128| Call {
        name,
        source: keeper,
        contract: &market.vault,
        function,
        args: args![keeper, amount],
        goal: None,
        original: None,
    };
    let draw = measure(&ledger, vault_call("draw", "draw", needed))?;
    market.draw(&mut ledger, keeper, needed)?;
    let requests = [
        Request::fill(&market.people.borrower, 100),
        Request::repay(&market.usdc, needed),
        Request::withdraw_collateral(market.xlm(), all()),
    ];
    let call = Call {
        name: fill,
        source: keeper,
        contract: &market.pool,
        function: "submit",
        args: args![keeper, keeper, keeper, Vec::from_slice(&env(), &requests)],
        goal: None,
        original: None,
    };
    let filled = measure(&ledger, call)?;
    market.pool.submit(&mut ledger, keeper, &requests)?;
    let amount = ledger.balance(market.xlm(), keeper);
    let path = Vec::from_array(&env(), [market.xlm().address(), market.usdc.address()]);
    let call = Call {
        name: "exchange: swap_exact_tokens_for_tokens",
        source: keeper,
        contract: &market.exchange,
        function: "swap_exact_tokens_for_tokens",
        args: args![amount, 1_i128, path, keeper, ledger.timestamp() + 60],
        goal: None,
        original: None,
    };
    let sold = measure(&ledger, call)?;
    market.sell_xlm(&mut ledger, keeper)?;
    let returned = measure(&ledger, vault_call("return", "return_proceeds", needed + 100 * ONE))?;
    Ok([draw, filled, sold, returned])
}
