//! What may happen to the vault next.

use super::history::keeper;
use crate::random::Random;
use serde_json::{json, Value};
use test_suites::args;
use test_suites::ledger::{Account, Addressed, Failure, Ledger, Receipt};
use test_suites::market::{Market, ONE};

/// One step. Amounts in stroops, shares with 13 decimals.
pub enum Step {
    /// Ledgers pass.
    Wait(u32),
    /// A user deposits.
    Deposit(Account, i128),
    /// A user redeems shares.
    Withdraw(Account, i128),
    /// A user burns shares for nothing.
    Burn(Account, i128),
    /// A keeper draws.
    Draw(Account, i128),
    /// A keeper returns.
    Return(Account, i128),
    /// A stranger has a keeper's debt settled.
    Settle(Account),
    /// The issuer of USDC claws back from the registry, where the stakes lie.
    ClawBack(i128),
}

impl Step {
    /// The next one.
    pub fn random(ledger: &Ledger, market: &Market, random: &mut Random) -> Self {
        let user = [&market.people.alice, &market.people.bob][random.below(2)].clone();
        let keeper = keeper(market, random).clone();
        let debt = market.record(ledger, &keeper).drawn;
        match random.below(20) {
            0..=3 => Step::Wait(1 + random.below(300) as u32),
            4..=6 => Step::Deposit(user, amount(random)),
            7..=9 => {
                let (shares, _) = market.position(ledger, &user);
                Step::Withdraw(user, part(random, shares))
            }
            10 => {
                let (shares, _) = market.position(ledger, &user);
                Step::Burn(user, shares / 1_000)
            }
            11..=14 => Step::Draw(keeper, amount(random)),
            15..=17 => {
                let profit = [0, amount(random) / 10][random.below(2)];
                Step::Return(keeper, part(random, debt) + profit)
            }
            18 => Step::Settle(keeper),
            // What is left covers a small debt, or hardly any.
            _ if random.below(3) == 0 => {
                let left = random.below(500) as i128 * ONE;
                Step::ClawBack((ledger.balance(&market.usdc, &market.registry) - left).max(1))
            }
            _ => Step::Settle(keeper),
        }
    }

    /// The call: its function, of whom, and how much.
    pub fn json(&self) -> Value {
        let (function, of, amount) = self.parts();
        json!({ "function": function, "of": of.strkey(), "amount": amount.map(|amount| amount.to_string()) })
    }

    fn parts(&self) -> (&'static str, &Account, Option<i128>) {
        match self {
            Step::Wait(_) | Step::ClawBack(_) => unreachable!("no call of the vault"),
            Step::Deposit(user, amount) => ("deposit", user, Some(*amount)),
            Step::Withdraw(user, shares) => ("withdraw", user, Some(*shares)),
            Step::Burn(user, shares) => ("burn", user, Some(*shares)),
            Step::Draw(keeper, amount) => ("draw", keeper, Some(*amount)),
            Step::Return(keeper, amount) => ("return_proceeds", keeper, Some(*amount)),
            Step::Settle(keeper) => ("settle_overdue", keeper, None),
        }
    }
}

/// Makes the call.
pub fn take(ledger: &mut Ledger, market: &Market, step: &Step) -> Result<Receipt, Failure> {
    let (function, of, amount) = step.parts();
    match amount {
        Some(amount) => ledger.invoke(of, &market.vault, function, args![of, amount]),
        None => market.settle(ledger, &market.people.stranger, of),
    }
}

/// From one stroop to some ten thousand USDC.
fn amount(random: &mut Random) -> i128 {
    match random.below(8) {
        0 => 1 + random.below(20) as i128,
        1 => random.below(200) as i128 * ONE,
        _ => random.below(100_000_000_000) as i128 + 1,
    }
}

/// All of it, or a part.
fn part(random: &mut Random, all: i128) -> i128 {
    match random.below(4) {
        0 => all,
        _ => all * (1 + random.below(1_000) as i128) / 1_000,
    }
}
