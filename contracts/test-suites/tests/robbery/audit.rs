//! What must hold after every step. An error says what does not.

use crate::action::{Action, Who};
use crate::picture::Picture;
use test_suites::ledger::Receipt;

/// What a run remembers between its steps.
pub struct Audit {
    /// USDC that depositors brought less what they took, the seed included.
    contributed: i128,
    /// USDC in the vault's token balance that is nobody's, and in the registry's.
    donated: [i128; 2],
    /// What the issuer took out of the registry.
    clawed: i128,
    /// Least penalty in force since the debt of each was opened.
    penalties: Vec<u32>,
}

macro_rules! hold {
    ($condition:expr, $($rule:tt)+) => {
        if !$condition {
            return Err(format!("{}: {}", format!($($rule)+), stringify!($condition)));
        }
    };
}

impl Audit {
    /// Starts with a market that nobody has robbed yet.
    pub fn new(now: &Picture) -> Audit {
        Audit {
            contributed: now.gross() - now.books.profit + now.books.loss,
            donated: [now.vault_usdc - now.books.idle, now.registry_usdc - now.all_stakes],
            clawed: 0,
            penalties: vec![now.config.default_penalty_bps; now.usdc.len()],
        }
    }

    /// Judges an accepted action by what was before it and after it.
    pub fn accepted(
        &mut self,
        action: &Action,
        receipt: Option<&Receipt>,
        before: &Picture,
        after: &Picture,
    ) -> Result<(), String> {
        self.remember(action, before, after);
        self.books(before, after)?;
        self.price(action, before, after)?;
        self.capital(action, before, after)?;
        self.purses(action, receipt, before, after)
    }

    fn remember(&mut self, action: &Action, before: &Picture, after: &Picture) {
        match *action {
            Action::Deposit(who, _) => self.contributed += before.usdc[who] - after.usdc[who],
            Action::Withdraw(who, _) => self.contributed -= after.usdc[who] - before.usdc[who],
            Action::Donate(who, to_registry, _) => {
                self.donated[usize::from(to_registry)] += before.usdc[who] - after.usdc[who];
            }
            Action::Clawback(_) => self.clawed += before.registry_usdc - after.registry_usdc,
            _ => {}
        }
        for (who, penalty) in self.penalties.iter_mut().enumerate() {
            let now = after.config.default_penalty_bps;
            *penalty = if before.records[who].drawn == 0 { now } else { now.min(*penalty) };
        }
    }

    /// Books and tokens agree to the stroop.
    fn books(&self, before: &Picture, after: &Picture) -> Result<(), String> {
        let books = &after.books;
        hold!(after.vault_usdc >= books.idle, "the vault holds what it booked");
        hold!(after.vault_usdc == books.idle + self.donated[0], "what it did not book was donated");
        hold!(after.gross() == self.contributed + books.profit - books.loss, "the books add up");
        hold!(books.drawn == after.records.iter().map(|r| r.drawn).sum::<i128>(), "drawn is what keepers owe");
        hold!(
            after.registry_usdc == after.all_stakes + self.donated[1] - self.clawed,
            "all stakes are in the registry, but for what was clawed back"
        );
        let all: i128 = after.shares.iter().sum::<i128>() + after.seed_shares;
        hold!(books.shares == all && after.other_shares == 0, "every share is somebody's");
        hold!(after.seed_shares == before.seed_shares, "the seed stays locked");
        let previewed: i128 =
            after.shares.iter().chain([&after.seed_shares]).map(|shares| after.value_of(*shares)).sum();
        hold!(previewed <= after.gross() - after.unvested(), "previewed withdrawals are covered");
        hold!([books.idle, books.drawn, books.profit, books.loss].iter().all(|n| *n >= 0), "no negative book");
        Ok(())
    }

    /// The price of a share falls only at a booked loss, and then by exactly it; profit vests one way.
    fn price(&self, action: &Action, before: &Picture, after: &Picture) -> Result<(), String> {
        let loss = after.books.loss - before.books.loss;
        let unvested = at(before, after.ledger).unvested();
        if loss > 0 {
            hold!(
                matches!(action, Action::Settle(..)) && self.clawed > 0,
                "only a stake that was taken back costs a loss"
            );
            let beyond = (loss - unvested).max(0);
            hold!(after.total_assets() == (before.total_assets() - beyond).max(0), "a loss is booked exactly");
            hold!(after.books.shares == before.books.shares, "a loss burns no share");
        } else {
            let ((a, s), (old_a, old_s)) = (after.price(), before.price());
            hold!(a * old_s >= old_a * s, "the share price never falls");
        }
        let profit = after.books.profit - before.books.profit;
        hold!(profit >= 0 && loss >= 0, "history is not undone");
        hold!(after.unvested() <= unvested + profit, "vested profit stays vested");
        hold!(after.unvested() >= (unvested + profit - loss).max(0), "profit vests with time alone");
        hold!(after.unvested() <= after.books.profit, "no more waits than was earned");
        if profit > 0 {
            let ends = after.ledger + after.config.vesting_ledgers;
            hold!(after.books.vest_until <= ends.max(before.books.vest_until), "profit is not put off");
        }
        Ok(())
    }

    /// What is out is covered, within its share, and grows by draws alone.
    fn capital(&self, action: &Action, before: &Picture, after: &Picture) -> Result<(), String> {
        for (who, record) in after.records.iter().enumerate() {
            let needed = record.drawn * (10_000 + i128::from(self.penalties[who]));
            hold!(needed <= after.stakes[who] * 10_000, "{who}'s debt and penalty are covered");
            let old = &before.records[who];
            hold!(record.defaults >= old.defaults && record.losses >= old.losses, "a record is kept");
            let opened_by_draw = record.drawn <= old.drawn || matches!(action, Action::Draw(w, _) if *w == who);
            hold!(opened_by_draw, "only a draw of its own makes {who}'s debt");
            hold!(record.drawn == 0 || old.drawn == 0 || record.due == old.due, "the due ledger of {who} stands");
        }
        if after.books.drawn > before.books.drawn {
            let config = &after.config;
            let most = after.total_assets() * i128::from(config.max_drawn_bps);
            hold!(after.books.drawn * 10_000 <= most, "draws stay within their share");
        }
        Ok(())
    }

    /// Nobody's own step makes it richer, but for the fee of a liquidation; nobody else is made poorer by it.
    fn purses(
        &self,
        action: &Action,
        receipt: Option<&Receipt>,
        before: &Picture,
        after: &Picture,
    ) -> Result<(), String> {
        let settled = match action {
            Action::Settle(_, keeper) => Some(*keeper),
            _ => None,
        };
        let actor = actor(action);
        for who in 0..after.usdc.len() {
            let gained = after.wealth(who) - before.wealth(who);
            if Some(who) == settled {
                self.defaulted(who, before, after)?;
            } else if Some(who) == actor {
                let most = match (action, receipt) {
                    // The pool and the exchange pay, not the vault: its own books are judged above.
                    (Action::FillAndSell(_), _) => i128::MAX,
                    (Action::Liquidate(..), Some(receipt)) => {
                        let profit: i128 = receipt.value();
                        let fee = profit * i128::from(after.config.keeper_fee_bps) / 10_000;
                        hold!(gained == fee, "a keeper earns its fee of the profit measured");
                        fee
                    }
                    // Two values rounded down can differ by a stroop.
                    _ => 1,
                };
                hold!(gained <= most, "{who} is no richer by its own step ({gained})");
            } else {
                let loss = after.books.loss - before.books.loss;
                hold!(gained >= 0 || loss > 0, "{who} is not made poorer by another's step ({gained})");
            }
        }
        Ok(())
    }

    /// A keeper that defaults pays its debt and the penalty, and is poorer for it.
    fn defaulted(&self, keeper: Who, before: &Picture, after: &Picture) -> Result<(), String> {
        let (old, new) = (&before.records[keeper], &after.records[keeper]);
        let loss = new.losses - old.losses;
        let taken = before.stakes[keeper] - after.stakes[keeper];
        hold!(new.drawn == 0 && new.defaults == old.defaults + 1, "a settled debt is closed");
        hold!(taken == after.vault_usdc - before.vault_usdc, "what the stake lost came to the vault");
        hold!(taken == old.drawn - loss || loss == 0, "the stake pays before anybody else");
        // Unless the issuer took what the stake stands for.
        if before.registry_usdc >= before.stakes[keeper] {
            hold!(loss == 0, "a covered debt costs nobody but its keeper");
            // Its shares may gain from its own penalty only as it vests, later.
            let penalty = old.drawn * i128::from(self.penalties[keeper]) / 10_000;
            let gained = after.wealth(keeper) - before.wealth(keeper);
            hold!(gained < 0 && gained <= -penalty, "a default makes {keeper} poorer ({gained})");
        }
        Ok(())
    }
}

/// The same books at another ledger.
fn at(picture: &Picture, ledger: u32) -> Picture {
    Picture { ledger, ..picture.clone() }
}

fn actor(action: &Action) -> Option<Who> {
    match *action {
        Action::Deposit(who, _)
        | Action::Withdraw(who, _)
        | Action::TransferShares(who, ..)
        | Action::BurnShares(who, _)
        | Action::Donate(who, ..)
        | Action::Register(who, _)
        | Action::AddStake(who, _)
        | Action::RemoveStake(who, _)
        | Action::Deregister(who)
        | Action::Draw(who, _)
        | Action::Return(who, _)
        | Action::Settle(who, _)
        | Action::Liquidate(who, ..)
        | Action::FillAndSell(who) => Some(who),
        _ => None,
    }
}
