//! Staged capital: draw against a stake, return with profit, settle what is overdue.

use soroban_sdk::{Address, Env};

use crate::{
    books::Books,
    config::{Config, BPS},
    errors::VaultError,
    events::{CapitalShort, Draw, Return, Settle},
    keeper_record::{covered, with_penalty, within_share, KeeperRecord},
    registry, storage, token,
    wide::mul_div_floor,
};

/// Sends `amount` to the keeper, which has authorised it, where stake, limits and idle capital allow it.
pub(crate) fn draw(e: &Env, keeper: &Address, amount: i128) -> Result<(), VaultError> {
    let ledger = e.ledger().sequence();
    let config = storage::config(e);
    let mut books = storage::books(e);
    let mut record = storage::keeper_record(e, keeper);
    if record.overdue(ledger) {
        return Err(VaultError::DebtOverdue);
    }
    let stake = registry::cleared_stake(e, &storage::registry(e), keeper)?;
    check_draw(&config, &books, &record, stake, amount, ledger)?;
    if amount > books.idle {
        return Err(short_of(e, amount, books.idle));
    }
    record.draw(amount, ledger, config.draw_deadline);
    books.idle -= amount;
    books.drawn += amount;
    storage::set_keeper_record(e, keeper, &record);
    storage::set_books(e, &books);
    token::transfer(e, &storage::usdc(e), &e.current_contract_address(), keeper, amount)?;
    Draw { keeper: keeper.clone(), amount, debt: record.drawn, due: record.due }.publish(e);
    Ok(())
}

/// Whether the limits let the keeper have `amount` more out.
fn check_draw(
    config: &Config,
    books: &Books,
    record: &KeeperRecord,
    stake: i128,
    amount: i128,
    ledger: u32,
) -> Result<(), VaultError> {
    let debt = record.drawn + amount;
    if !covered(debt, stake, config.default_penalty_bps) {
        return Err(VaultError::StakeTooSmall);
    }
    if config.max_draw_per_keeper > 0 && debt > config.max_draw_per_keeper {
        return Err(VaultError::KeeperLimitExceeded);
    }
    if !within_share(books.drawn + amount, books, ledger, config.max_drawn_bps) {
        return Err(VaultError::DrawShareExceeded);
    }
    Ok(())
}

/// Takes `amount` back from the keeper, which has authorised it: debt first, the rest is profit, of which the keeper
/// keeps its fee (so that only the rest moves). Returns the profit, fee included.
pub(crate) fn take_back(e: &Env, keeper: &Address, amount: i128) -> Result<i128, VaultError> {
    let ledger = e.ledger().sequence();
    let config = storage::config(e);
    let mut books = storage::books(e);
    let mut record = storage::keeper_record(e, keeper);
    if record.drawn == 0 {
        return Err(VaultError::NoDebt);
    }
    let repaid = amount.min(record.drawn);
    let profit = amount - repaid;
    // Cannot fail: the fee is a part of the profit.
    let fee = mul_div_floor(profit, config.keeper_fee_bps.into(), BPS).unwrap_or(0);
    token::transfer(e, &storage::usdc(e), keeper, &e.current_contract_address(), amount - fee)?;
    record.repay(repaid, ledger);
    record.returns += 1;
    record.profit_returned += profit;
    books.drawn -= repaid;
    books.idle += amount - fee;
    books.book_profit(profit - fee, ledger, config.vesting_ledgers);
    storage::set_keeper_record(e, keeper, &record);
    storage::set_books(e, &books);
    Return { keeper: keeper.clone(), amount, repaid, profit, fee, debt: record.drawn }.publish(e);
    Ok(profit)
}

/// Pays an overdue debt and its penalty from the keeper's stake and returns what the stake paid. What it cannot cover
/// is written off at once.
pub(crate) fn settle(e: &Env, keeper: &Address) -> Result<i128, VaultError> {
    let ledger = e.ledger().sequence();
    let config = storage::config(e);
    let mut books = storage::books(e);
    let mut record = storage::keeper_record(e, keeper);
    let debt = record.drawn;
    if debt == 0 {
        return Err(VaultError::NoDebt);
    }
    if !record.overdue(ledger) {
        return Err(VaultError::NotOverdue);
    }
    let owed = with_penalty(debt, config.default_penalty_bps);
    let taken = registry::slash(e, &storage::registry(e), keeper, owed)?;
    let repaid = taken.min(debt);
    let loss = debt - repaid;
    books.drawn -= repaid;
    books.idle += taken;
    if loss > 0 {
        books.write_off(loss, ledger);
    }
    books.book_profit(taken - repaid, ledger, config.vesting_ledgers);
    record.default(loss);
    storage::set_keeper_record(e, keeper, &record);
    storage::set_books(e, &books);
    Settle { keeper: keeper.clone(), debt, taken, loss }.publish(e);
    Ok(taken)
}

/// The refusal of a call that needs more than is idle, after telling how much there is.
pub(crate) fn short_of(e: &Env, asked: i128, available: i128) -> VaultError {
    CapitalShort { asked, available }.publish(e);
    VaultError::InsufficientIdle
}
