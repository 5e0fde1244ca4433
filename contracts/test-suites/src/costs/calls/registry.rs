//! Registering, and listing who is registered.

use super::{measure, Call};
use crate::args;
use crate::costs::Cost;
use crate::ledger::{env, Account, Failure, Ledger};
use crate::market::{Market, PoolKind, ONE};
use soroban_sdk::String;

pub(super) fn measure_calls(costs: &mut Vec<Cost>) -> Result<(), Failure> {
    let (mut ledger, market) = Market::open(PoolKind::Lab);
    let register = |ledger: &Ledger, name, keeper: &Account, goal, original| {
        let title = String::from_str(&env(), keeper.name());
        measure(
            ledger,
            Call {
                name,
                source: keeper,
                contract: &market.registry,
                function: "register",
                args: args![keeper, title, 100 * ONE],
                goal,
                original,
            },
        )
    };
    for number in 1..=50 {
        let keeper = ledger.account(&format!("keeper-{number:02}"));
        ledger.trust(&keeper, &market.usdc);
        ledger.mint(&market.usdc, &keeper, 100 * ONE)?;
        if number == 2 {
            costs.push(register(&ledger, "register, the 2nd", &keeper, Some(700_000), Some(1_258_939))?);
        }
        if number == 50 {
            let second = costs.last().map(|cost| cost.isolated * 105 / 100);
            costs.push(register(&ledger, "register, the 50th", &keeper, second, None)?);
        }
        market.register(&mut ledger, &keeper, keeper.name(), 100 * ONE)?;
    }
    let list = Call {
        name: "get_keepers, 50 of them",
        source: &market.people.alice,
        contract: &market.registry,
        function: "get_keepers",
        args: args![],
        goal: Some(514_162),
        original: Some(514_162),
    };
    costs.push(measure(&ledger, list)?);
    Ok(())
}
