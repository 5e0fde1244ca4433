//! The vault's books: what it owns, what its shares are worth, and when profit becomes the depositors'. Pure: no chain.
//!
//! All amounts are USDC stroops (7 decimals), shares have 13 decimals, times are ledger numbers.

use soroban_sdk::contracttype;

use crate::wide::{mul_div_ceil, mul_div_floor};

/// Virtual shares beside every real one at 6 decimals more than USDC, against share inflation (as ERC-4626 offsets).
pub const VIRTUAL_SHARES: i128 = 1_000_000;
/// Virtual stroop that the virtual shares own.
pub const VIRTUAL_ASSETS: i128 = 1;
/// Decimals of [`Books::share_price`].
pub const PRICE_SCALE: i128 = 1_000_000_000_000;

/// What the vault owns and owes. `idle` is booked, never read from the token, so that donations do nothing.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Books {
    /// USDC that keepers have out, in stroops.
    pub drawn: i128,
    /// USDC in the vault, in stroops.
    pub idle: i128,
    /// Losses booked since the start, in stroops.
    pub loss: i128,
    /// Profit booked for depositors since the start, fees taken off, in stroops.
    pub profit: i128,
    /// Shares in existence, 13 decimals.
    pub shares: i128,
    /// Profit that vests from `vest_from` to `vest_until`, in stroops.
    pub vest_amount: i128,
    /// Ledger from which `vest_amount` vests.
    pub vest_from: u32,
    /// Ledger at which all of it has vested.
    pub vest_until: u32,
}

impl Books {
    /// Books that hold nothing.
    pub(crate) fn empty() -> Self {
        Books { drawn: 0, idle: 0, loss: 0, profit: 0, shares: 0, vest_amount: 0, vest_from: 0, vest_until: 0 }
    }

    /// Everything the vault owns, unvested profit included: what deposits are priced at.
    pub fn gross(&self) -> i128 {
        self.idle + self.drawn
    }

    /// Profit that is not the depositors' yet at `ledger`, rounded up.
    pub fn unvested(&self, ledger: u32) -> i128 {
        if ledger >= self.vest_until {
            return 0;
        }
        let left = i128::from(self.vest_until - ledger.max(self.vest_from));
        let whole = i128::from(self.vest_until - self.vest_from);
        // Cannot fail: left <= whole, so the result is at most vest_amount.
        mul_div_ceil(self.vest_amount, left, whole).unwrap_or(self.vest_amount)
    }

    /// Total assets: what withdrawals are priced at. Never below 0.
    pub fn total_assets(&self, ledger: u32) -> i128 {
        (self.gross() - self.unvested(ledger)).max(0)
    }

    /// Shares that `amount` buys, rounded down; `None` where they do not fit.
    pub fn shares_for(&self, amount: i128) -> Option<i128> {
        mul_div_floor(amount, self.shares.checked_add(VIRTUAL_SHARES)?, self.gross() + VIRTUAL_ASSETS)
    }

    /// USDC that `shares` redeem at `ledger`, rounded down; `None` where it does not fit.
    pub fn value_of(&self, shares: i128, ledger: u32) -> Option<i128> {
        mul_div_floor(shares, self.total_assets(ledger) + VIRTUAL_ASSETS, self.shares.checked_add(VIRTUAL_SHARES)?)
    }

    /// USDC per share with 12 decimals at `ledger`, rounded down: 10^12 at the start.
    pub fn share_price(&self, ledger: u32) -> Option<i128> {
        self.value_of(VIRTUAL_SHARES.checked_mul(PRICE_SCALE)?, ledger)
    }

    /// Books `amount` of profit that is already in `idle` or `drawn`. The end of vesting moves by amount-weighted
    /// average and is rounded down, so that many small profits cannot put it off.
    pub(crate) fn book_profit(&mut self, amount: i128, ledger: u32, vesting_ledgers: u32) {
        if amount == 0 {
            return;
        }
        let waiting = self.unvested(ledger);
        let left = i128::from(self.vest_until.saturating_sub(ledger));
        let total = waiting + amount;
        // Amounts stay below 10^38 / 2^32, so neither product overflows; total > 0.
        let weighted = waiting * left + amount * i128::from(vesting_ledgers);
        let ledgers = mul_div_floor(weighted, 1, total).unwrap_or(0);
        self.profit += amount;
        self.vest_amount = total;
        self.vest_from = ledger;
        self.vest_until = ledger.saturating_add(u32::try_from(ledgers).unwrap_or(u32::MAX));
    }

    /// Takes a loss of `amount` out of what is drawn: unvested profit pays first, only the rest lowers the price.
    pub(crate) fn write_off(&mut self, amount: i128, ledger: u32) {
        let waiting = self.unvested(ledger);
        self.drawn -= amount;
        self.loss += amount;
        self.vest_amount = (waiting - amount).max(0);
        self.vest_from = ledger;
        self.vest_until = self.vest_until.max(ledger);
    }
}
