//! The vault's shares as a SEP-41 token: OpenZeppelin's fungible `Base` with three rules of ours.
//!
//! Supply is kept in the vault's books, shares cannot be sent to the vault itself (it could never give them back), and
//! a transfer carries the cooldown along.

use soroban_sdk::{panic_with_error, Address, Env, MuxedAddress, String};
use stellar_tokens::fungible::{burnable::emit_burn, Base, ContractOverrides};

use crate::{cooldown, errors::VaultError, storage};

/// 7 decimals of USDC and 6 of the virtual offset.
pub const SHARE_DECIMALS: u32 = 13;

/// The share token's rules.
pub struct VaultShares;

impl ContractOverrides for VaultShares {
    fn transfer(e: &Env, from: &Address, to: &MuxedAddress, amount: i128) {
        let receiver = to.address();
        let held = before_transfer(e, &receiver);
        Base::transfer(e, from, to, amount);
        after_transfer(e, from, &receiver, held, amount);
    }

    fn transfer_from(e: &Env, spender: &Address, from: &Address, to: &Address, amount: i128) {
        let held = before_transfer(e, to);
        Base::transfer_from(e, spender, from, to, amount);
        after_transfer(e, from, to, held, amount);
    }

    fn decimals(_e: &Env) -> u32 {
        SHARE_DECIMALS
    }

    fn name(e: &Env) -> String {
        String::from_str(e, "Nectar Vault Share")
    }

    fn symbol(e: &Env) -> String {
        String::from_str(e, "nUSDC")
    }
}

/// Burns `amount` of the holder's shares for nothing; their value goes to the other holders. The holder signs.
pub(crate) fn burn(e: &Env, from: &Address, amount: i128) {
    Base::burn(e, from, amount);
    reduce_supply(e, amount);
}

/// [`burn`] by a spender out of its allowance. The spender signs.
pub(crate) fn burn_from(e: &Env, spender: &Address, from: &Address, amount: i128) {
    Base::burn_from(e, spender, from, amount);
    reduce_supply(e, amount);
}

/// Takes `shares` from `user` for a withdrawal that it has authorised; the books are the caller's to keep.
pub(crate) fn redeem(e: &Env, user: &Address, shares: i128) {
    Base::update(e, Some(user), None, shares);
    storage::extend_shares(e, user);
    emit_burn(e, user, shares);
}

/// Gives `shares` to `user` for a deposit; the books are the caller's to keep.
pub(crate) fn issue(e: &Env, user: &Address, shares: i128) {
    Base::mint(e, user, shares);
    storage::extend_shares(e, user);
}

fn before_transfer(e: &Env, to: &Address) -> i128 {
    if *to == e.current_contract_address() {
        panic_with_error!(e, VaultError::SharesToVault);
    }
    Base::balance(e, to)
}

fn after_transfer(e: &Env, from: &Address, to: &Address, held: i128, amount: i128) {
    cooldown::after_transfer(e, from, to, held, amount);
    storage::extend_shares(e, to);
    storage::extend_instance(e);
}

/// Burnt shares leave their value to the others.
fn reduce_supply(e: &Env, amount: i128) {
    let mut books = storage::books(e);
    books.shares -= amount;
    storage::set_books(e, &books);
    storage::extend_instance(e);
}
