//! One owner, and a hand-over in two steps: functions, numbers and events of OpenZeppelin's ownable, from fewer host
//! functions.
//!
//! Every call of a contract pays for each host function that it imports, used or not. A liquidation enters a price
//! feed five times, so the feed and the exchange keep their owner with this. What holds money uses OpenZeppelin's crate.
#![no_std]

#[cfg(test)]
extern crate std;

use soroban_sdk::{contracterror, contractevent, symbol_short, Address, Env, Symbol};

#[cfg(test)]
mod test;

/// Most ledgers that a hand-over stays open: 31 days at 5 s.
pub const MAX_OPEN_LEDGERS: u32 = 535_680;

// Instance keys are short symbols, which cost no host call to make.
const OWNER: Symbol = symbol_short!("Owner");
/// Whom ownership is offered to.
const NEXT_OWNER: Symbol = symbol_short!("NextOwner");
/// Last ledger of the offer; 0 without one.
const NEXT_UNTIL: Symbol = symbol_short!("NextUntil");

/// Why a hand-over is refused; the numbers are those of `stellar-access` for the same.
#[contracterror]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u32)]
pub enum HandOverRefusal {
    /// Ownership is not offered to anybody.
    NoPendingTransfer = 2200,
    /// The offer would end in the past, or more than [`MAX_OPEN_LEDGERS`] from now.
    InvalidLiveUntilLedger = 2201,
    /// Ownership is offered to somebody else.
    InvalidPendingAccount = 2202,
    /// The offer has ended.
    TransferExpired = 2203,
}

/// Ownership was offered.
#[contractevent(sparse = false)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnershipTransfer {
    /// Who offered it.
    pub old_owner: Address,
    /// Whom it is offered to.
    pub new_owner: Address,
    /// Last ledger of the offer; 0 where it was withdrawn.
    pub live_until_ledger: u32,
}

/// Ownership was accepted.
#[contractevent(sparse = false)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnershipTransferCompleted {
    /// The owner from now on.
    pub new_owner: Address,
}

/// The owner. `None` before [`set_owner`].
pub fn owner(e: &Env) -> Option<Address> {
    e.storage().instance().get(&OWNER)
}

/// Makes `owner` the owner; for a constructor.
pub fn set_owner(e: &Env, owner: &Address) {
    e.storage().instance().set(&OWNER, owner);
}

/// Asks for the owner's signature and returns the owner. Traps before [`set_owner`].
pub fn enforce_owner_auth(e: &Env) -> Address {
    let owner = owner(e).expect("set by the constructor");
    owner.require_auth();
    owner
}

/// Offers ownership to `new_owner` until ledger `live_until_ledger`, or withdraws the offer made to it where that is 0.
/// A later offer replaces an earlier one. Owner only.
pub fn transfer_ownership(e: &Env, new_owner: &Address, live_until_ledger: u32) -> Result<(), HandOverRefusal> {
    let old_owner = enforce_owner_auth(e);
    let now = e.ledger().sequence();
    if live_until_ledger == 0 {
        if offered(e)? != *new_owner {
            return Err(HandOverRefusal::InvalidPendingAccount);
        }
    } else if !(now..=now.saturating_add(MAX_OPEN_LEDGERS)).contains(&live_until_ledger) {
        return Err(HandOverRefusal::InvalidLiveUntilLedger);
    }
    e.storage().instance().set(&NEXT_OWNER, new_owner);
    e.storage().instance().set(&NEXT_UNTIL, &live_until_ledger);
    OwnershipTransfer { old_owner, new_owner: new_owner.clone(), live_until_ledger }.publish(e);
    Ok(())
}

/// Makes the one whom ownership is offered to the owner. It signs.
pub fn accept_ownership(e: &Env) -> Result<(), HandOverRefusal> {
    let new_owner = offered(e)?;
    if e.ledger().sequence() > until(e) {
        return Err(HandOverRefusal::TransferExpired);
    }
    new_owner.require_auth();
    set_owner(e, &new_owner);
    e.storage().instance().set(&NEXT_UNTIL, &0u32);
    OwnershipTransferCompleted { new_owner }.publish(e);
    Ok(())
}

fn offered(e: &Env) -> Result<Address, HandOverRefusal> {
    if until(e) == 0 {
        return Err(HandOverRefusal::NoPendingTransfer);
    }
    e.storage().instance().get(&NEXT_OWNER).ok_or(HandOverRefusal::NoPendingTransfer)
}

fn until(e: &Env) -> u32 {
    e.storage().instance().get(&NEXT_UNTIL).unwrap_or(0)
}
