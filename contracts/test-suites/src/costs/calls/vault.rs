//! Deposits, withdrawals and staged capital.

use super::{measure, Call};
use crate::args;
use crate::costs::Cost;
use crate::ledger::Failure;
use crate::market::{Market, PoolKind, ONE};

pub(super) fn measure_calls(costs: &mut Vec<Cost>) -> Result<(), Failure> {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let people = market.people.clone();
    let vault = &market.vault;
    let user_call = |name, function, amount: i128, goal, original| Call {
        name,
        source: &people.alice,
        contract: vault,
        function,
        args: args![people.alice, amount],
        goal: Some(goal),
        original: Some(original),
    };
    costs.push(measure(&ledger, user_call("deposit, repeated", "deposit", 100 * ONE, 950_000, 1_184_709))?);
    costs.push(measure(&ledger, user_call("withdraw", "withdraw", 100 * ONE * 1_000_000, 950_000, 1_183_146))?);
    let keeper_call = |name, function, amount: i128, goal, original| Call {
        name,
        source: &people.alpha,
        contract: vault,
        function,
        args: args![people.alpha, amount],
        goal: Some(goal),
        original: Some(original),
    };
    costs.push(measure(&ledger, keeper_call("draw", "draw", 1_000 * ONE, 1_250_000, 2_473_304))?);
    market.draw(&mut ledger, &people.alpha, 1_000 * ONE)?;
    let back = keeper_call("return_proceeds with profit", "return_proceeds", 1_010 * ONE, 1_000_000, 2_539_152);
    costs.push(measure(&ledger, back)?);
    let position = Call {
        name: "position",
        source: &people.alice,
        contract: vault,
        function: "position",
        args: args![people.alice],
        goal: Some(577_190),
        original: Some(577_190),
    };
    costs.push(measure(&ledger, position)?);
    Ok(())
}
