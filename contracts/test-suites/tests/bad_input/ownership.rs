//! What every contract of ours with an owner answers: two-step hand-over, no renouncing, upgrade in two steps.

use crate::table::Table;
use crate::values::{unborn, undeployed};
use soroban_sdk::BytesN;
use test_suites::args;
use test_suites::ledger::{env, Account, Contract};

/// OpenZeppelin's numbers of the hand-over.
const NO_PENDING_TRANSFER: u32 = 2_200;
const INVALID_LIVE_UNTIL_LEDGER: u32 = 2_201;
const INVALID_PENDING_ACCOUNT: u32 = 2_202;

/// The contract's numbers where OpenZeppelin's crate has none.
pub struct Numbers {
    pub renounced: u32,
    pub not_proposed: u32,
    pub too_early: u32,
}

/// Rows of the owner's functions, `admin` being the owner of `contract`.
pub fn rows(table: &mut Table, admin: &Account, contract: &Contract, numbers: Numbers) {
    let now = table.ledger.sequence();
    let expiries = [1, now - 1, u32::MAX];
    table.refused(admin, "transfer_ownership", INVALID_LIVE_UNTIL_LEDGER, expiries.map(|until| args![unborn(), until]));
    table.refused(admin, "transfer_ownership", NO_PENDING_TRANSFER, [args![admin, 0_u32], args![undeployed(), 0_u32]]);
    table.refused(admin, "accept_ownership", NO_PENDING_TRANSFER, [args![]]);
    table.refused(admin, "renounce_ownership", numbers.renounced, [args![]]);
    table.refused(admin, "upgrade", numbers.not_proposed, [args![]]);

    table.ledger.invoke(admin, contract, "transfer_ownership", args![undeployed(), now + 100]).unwrap();
    table.refused(admin, "transfer_ownership", INVALID_PENDING_ACCOUNT, [args![unborn(), 0_u32]]);
    table.answered("get_owner", &Some(admin.address()), [args![]]);

    let nothing = BytesN::from_array(&env(), &[0; 32]);
    table.ledger.invoke(admin, contract, "propose_upgrade", args![nothing]).unwrap();
    table.elsewhere("propose_upgrade");
    table.refused(admin, "upgrade", numbers.too_early, [args![]]);
}
