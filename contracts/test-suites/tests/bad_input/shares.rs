//! The vault's shares as a SEP-41 token. Numbers 100 to 114 are OpenZeppelin's.

use crate::table::Table;
use crate::values::{unborn, undeployed};
use nectar_vault::VaultError;
use test_suites::args;
use test_suites::market::{Market, ONE};

const INSUFFICIENT_BALANCE: u32 = 100;
const INSUFFICIENT_ALLOWANCE: u32 = 101;
const INVALID_LIVE_UNTIL_LEDGER: u32 = 102;
const LESS_THAN_ZERO: u32 = 103;

const NEGATIVE: [i128; 2] = [-1, i128::MIN];
/// More than alice's 60,000 USDC bought.
const TOO_MUCH: [i128; 2] = [60_000 * ONE * 1_000_000 + 1, i128::MAX];

/// Rows of the token's functions. An amount of zero is allowed by SEP-41 and moves nothing.
pub fn rows(table: &mut Table, market: &Market) {
    let (alice, bob, stranger) = (&market.people.alice, &market.people.bob, &market.people.stranger);
    let vault = &market.vault;
    for to in [bob.address(), unborn().address(), undeployed().address(), alice.address()] {
        table.refused(alice, "transfer", LESS_THAN_ZERO, NEGATIVE.map(|n| args![alice, to, n]));
        table.refused(alice, "transfer", INSUFFICIENT_BALANCE, TOO_MUCH.map(|n| args![alice, to, n]));
    }
    let amounts = [0, 1, -1, i128::MAX, i128::MIN];
    table.refused(alice, "transfer", VaultError::SharesToVault as u32, amounts.map(|n| args![alice, vault, n]));
    table.refused(stranger, "transfer", INSUFFICIENT_BALANCE, [1, i128::MAX].map(|n| args![stranger, bob, n]));

    let now = table.ledger.sequence();
    table.refused(alice, "approve", LESS_THAN_ZERO, NEGATIVE.map(|n| args![alice, bob, n, now + 10]));
    let expiries = [0, 1, now - 1, now + 3_110_400, u32::MAX];
    table.refused(alice, "approve", INVALID_LIVE_UNTIL_LEDGER, expiries.map(|until| args![alice, bob, 1_i128, until]));
    table.refused(alice, "approve", INVALID_LIVE_UNTIL_LEDGER, [args![alice, bob, 0_i128, u32::MAX]]);

    table.refused(bob, "transfer_from", INSUFFICIENT_ALLOWANCE, [1, i128::MAX].map(|n| args![bob, alice, bob, n]));
    table.refused(bob, "burn_from", INSUFFICIENT_ALLOWANCE, [1, i128::MAX].map(|n| args![bob, alice, n]));
    table.ledger.invoke(alice, vault, "approve", args![alice, bob, i128::MAX, now + 10]).unwrap();
    table.refused(bob, "transfer_from", LESS_THAN_ZERO, NEGATIVE.map(|n| args![bob, alice, bob, n]));
    table.refused(bob, "transfer_from", INSUFFICIENT_BALANCE, TOO_MUCH.map(|n| args![bob, alice, bob, n]));
    table.refused(bob, "transfer_from", INSUFFICIENT_ALLOWANCE, [args![bob, unborn(), bob, 1_i128]]);
    let to_vault = [1, -1, i128::MAX].map(|n| args![bob, alice, vault, n]);
    table.refused(bob, "transfer_from", VaultError::SharesToVault as u32, to_vault);
    table.refused(bob, "burn_from", LESS_THAN_ZERO, NEGATIVE.map(|n| args![bob, alice, n]));
    table.refused(bob, "burn_from", INSUFFICIENT_BALANCE, TOO_MUCH.map(|n| args![bob, alice, n]));
    // The seed's shares lie in the vault, which approves nobody.
    table.refused(bob, "burn_from", INSUFFICIENT_ALLOWANCE, [args![bob, vault, 1_i128]]);

    table.refused(alice, "burn", LESS_THAN_ZERO, NEGATIVE.map(|n| args![alice, n]));
    table.refused(alice, "burn", INSUFFICIENT_BALANCE, TOO_MUCH.map(|n| args![alice, n]));
    table.refused(stranger, "burn", INSUFFICIENT_BALANCE, [args![stranger, 1_i128]]);

    table.answered("balance", &0_i128, [args![unborn()], args![undeployed()], args![market.usdc]]);
    table.answered("allowance", &0_i128, [args![unborn(), undeployed()], args![vault, bob], args![bob, alice]]);
}
