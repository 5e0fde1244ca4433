//! USDC in, shares out, and back.

use soroban_sdk::{Address, Env};
use stellar_tokens::fungible::Base;

use crate::{
    capital::short_of, config::MAX_AMOUNT, cooldown, errors::VaultError, events::Deposit, events::Withdraw, shares,
    storage, token,
};

/// USDC of seed shares that the constructor locks for ever, in stroops: 10 USDC.
pub const SEED: i128 = 100_000_000;

/// Most shares that there can be. Sums of shares times ledgers stay within 128 bits; only a vault that lost nearly
/// everything comes near.
const MAX_SHARES: i128 = 10i128.pow(33);

/// Takes `amount` of the user's USDC, which it has authorised, for shares at the gross price.
pub(crate) fn deposit(e: &Env, user: &Address, amount: i128) -> Result<i128, VaultError> {
    let config = storage::config(e);
    let mut books = storage::books(e);
    let gross = books.gross() + amount;
    if gross > MAX_AMOUNT || (config.deposit_cap > 0 && gross > config.deposit_cap) {
        return Err(VaultError::DepositCapExceeded);
    }
    let minted = books.shares_for(amount).ok_or(VaultError::InvalidAmount)?;
    if minted == 0 {
        return Err(VaultError::AmountTooSmall);
    }
    let supply =
        books.shares.checked_add(minted).filter(|supply| *supply <= MAX_SHARES).ok_or(VaultError::InvalidAmount)?;
    if config.withdraw_cooldown > 0 {
        cooldown::after_deposit(e, user, Base::balance(e, user), minted, config.withdraw_cooldown);
    }
    token::transfer(e, &storage::usdc(e), user, &e.current_contract_address(), amount)?;
    books.idle += amount;
    books.shares = supply;
    storage::set_books(e, &books);
    shares::issue(e, user, minted);
    Deposit { user: user.clone(), amount, shares: minted }.publish(e);
    Ok(minted)
}

/// Pays the user, which has authorised it, what `redeemed` shares are worth without unvested profit.
pub(crate) fn withdraw(e: &Env, user: &Address, redeemed: i128) -> Result<i128, VaultError> {
    if redeemed <= 0 {
        return Err(VaultError::InvalidAmount);
    }
    if redeemed > Base::balance(e, user) {
        return Err(VaultError::InsufficientShares);
    }
    if cooldown::active(e, user) {
        return Err(VaultError::CooldownActive);
    }
    let mut books = storage::books(e);
    let amount = books.value_of(redeemed, e.ledger().sequence()).ok_or(VaultError::InvalidAmount)?;
    if amount == 0 {
        return Err(VaultError::AmountTooSmall);
    }
    if amount > books.idle {
        return Err(short_of(e, amount, books.idle));
    }
    books.idle -= amount;
    books.shares -= redeemed;
    storage::set_books(e, &books);
    shares::redeem(e, user, redeemed);
    token::transfer(e, &storage::usdc(e), &e.current_contract_address(), user, amount)?;
    Withdraw { user: user.clone(), amount, shares: redeemed }.publish(e);
    Ok(amount)
}

/// Takes the seed from the admin, which has authorised it, and locks its shares in the vault itself.
pub(crate) fn lock_seed(e: &Env, admin: &Address) -> Result<(), VaultError> {
    let mut books = crate::books::Books::empty();
    let vault = e.current_contract_address();
    let minted = books.shares_for(SEED).ok_or(VaultError::InvalidAmount)?;
    token::transfer(e, &storage::usdc(e), admin, &vault, SEED)?;
    books.idle = SEED;
    books.shares = minted;
    storage::set_books(e, &books);
    shares::issue(e, &vault, minted);
    Deposit { user: vault, amount: SEED, shares: minted }.publish(e);
    Ok(())
}
