//! What a keeper has out, and what it has done, as the chain shows it to everybody.

use soroban_sdk::contracttype;

use crate::{books::Books, config::BPS, wide::mul_div_ceil};

/// A keeper's debt and history. Amounts in stroops, times in ledgers.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeeperRecord {
    /// What the keeper owes.
    pub drawn: i128,
    /// Ledger after which anyone may settle; that of the oldest open draw. 0 without a debt.
    pub due: u32,
    /// Ledger of the oldest open draw. 0 without a debt.
    pub opened: u32,
    /// Draws made.
    pub draws: u32,
    /// Returns made.
    pub returns: u32,
    /// Atomic liquidations made.
    pub liquidations: u32,
    /// Debts that were settled from the stake.
    pub defaults: u32,
    /// What defaults cost the depositors.
    pub losses: i128,
    /// Profit of atomic liquidations, fee included: measured by the vault.
    pub profit_measured: i128,
    /// Profit of staged returns, fee included: as the keeper reported it by paying it.
    pub profit_returned: i128,
    /// Ledgers between the opening and the end of each debt that was returned in full, added up.
    pub ledgers_out: u64,
}

impl KeeperRecord {
    pub(crate) fn new() -> Self {
        KeeperRecord {
            drawn: 0,
            due: 0,
            opened: 0,
            draws: 0,
            returns: 0,
            liquidations: 0,
            defaults: 0,
            losses: 0,
            profit_measured: 0,
            profit_returned: 0,
            ledgers_out: 0,
        }
    }

    /// Whether the oldest open draw should have been returned before `ledger`.
    pub fn overdue(&self, ledger: u32) -> bool {
        self.drawn > 0 && ledger > self.due
    }

    /// Adds a draw. Only the first of a debt sets when it is due.
    pub(crate) fn draw(&mut self, amount: i128, ledger: u32, deadline: u32) {
        if self.drawn == 0 {
            self.opened = ledger;
            self.due = ledger.saturating_add(deadline);
        }
        self.drawn += amount;
        self.draws += 1;
    }

    /// Takes `amount` off the debt; the last stroop ends it.
    pub(crate) fn repay(&mut self, amount: i128, ledger: u32) {
        self.drawn -= amount;
        if self.drawn == 0 {
            self.ledgers_out += u64::from(ledger - self.opened);
            self.close();
        }
    }

    /// Ends a debt that the stake, and where it fell short the depositors, paid for.
    pub(crate) fn default(&mut self, loss: i128) {
        self.drawn = 0;
        self.defaults += 1;
        self.losses += loss;
        self.close();
    }

    fn close(&mut self) {
        self.due = 0;
        self.opened = 0;
    }
}

/// `debt` with the penalty on top, rounded up: what the stake must cover and what a default costs.
pub(crate) fn with_penalty(debt: i128, penalty_bps: u32) -> i128 {
    // Cannot fail: debts are at most 10^17.
    debt + mul_div_ceil(debt, i128::from(penalty_bps), BPS).unwrap_or(debt)
}

/// Whether `stake` covers `debt` with the penalty on top: `debt + ceil(debt * penalty) <= stake`, without dividing.
pub(crate) fn covered(debt: i128, stake: i128, penalty_bps: u32) -> bool {
    // Debts and stakes are at most 10^17.
    debt * i128::from(penalty_bps) <= (stake - debt) * BPS
}

/// Whether draws of `drawn` in all stay within their share of total assets at `ledger`:
/// `drawn <= floor(total assets * share)`, without dividing.
pub(crate) fn within_share(drawn: i128, books: &Books, ledger: u32, max_drawn_bps: u32) -> bool {
    drawn * BPS <= books.total_assets(ledger) * i128::from(max_drawn_bps)
}
