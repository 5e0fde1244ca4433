use crate::table::Table;
use crate::values::{unborn, undeployed};
use test_suites::args;
use test_suites::ledger::Account;
use test_suites::market::{Market, PoolKind, ONE};
use test_suites::wasm;

const INVENTORY_SHORT: u32 = 550;
const TOKEN_REFUSED: u32 = 551;

/// The market's pairs obey the router alone; this one obeys an account, so that it can be asked for anything.
#[test]
fn the_only_function_of_a_pair_answers_bad_values_with_a_number_of_its_own_and_changes_nothing() {
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    let router: &Account = &market.people.admin;
    let hash = ledger.upload(router, &wasm::LAB_EXCHANGE_PAIR).unwrap();
    let pair = ledger.deploy(router, hash, [99; 32], args![router]).unwrap();
    ledger.mint(&market.usdc, &pair, 1_000 * ONE).unwrap();
    let (usdc, alice, stranger) = (&market.usdc, &market.people.alice, &market.people.stranger);
    let mut table = Table::new(ledger, pair, &wasm::LAB_EXCHANGE_PAIR, &[550..=599]);

    let amounts = [-1, i128::MIN, i128::MAX, 1_000 * ONE + 1];
    table.refused(router, "pay", INVENTORY_SHORT, amounts.map(|n| args![usdc, alice, n]));
    table.refused(router, "pay", TOKEN_REFUSED, [args![usdc, stranger, 1_i128], args![usdc, unborn(), 1_i128]]);
    // An account is no token either; calling one is the host's to refuse, and routers name only what they read as one.
    let no_tokens = [undeployed().address(), market.registry.address(), pair.address()];
    table.refused(router, "pay", INVENTORY_SHORT, no_tokens.iter().map(|token| args![token, alice, 1_i128]));
    table.elsewhere("__constructor");
    table.close(&[]);
}
