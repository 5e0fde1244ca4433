//! What nobody can mean.

use test_suites::ledger::{env, Account, Contract};

/// Amounts that no call takes as one: nothing, less than nothing, and what no sum of ours can hold.
pub const AMOUNTS: [i128; 5] = [0, -1, i128::MIN, i128::MAX, 100_000_000_000_000_001];

/// An account that is in no ledger.
pub fn unborn() -> Account {
    Account::named("nobody ever funded this account")
}

/// A contract that is in no ledger.
pub fn undeployed() -> Contract {
    Contract([0xee; 32])
}

/// Names that the registry must refuse.
pub fn names() -> Vec<String> {
    let refused =
        ["", "Alpha", "alpha beta", "alpha_1", "alpha.xlm", "älpha", "ключ", "鍵", "🗝", "a\0b", "\n", "a/b", "<b>"];
    let mut names: Vec<String> = refused.map(String::from).to_vec();
    names.push("a".repeat(33));
    names.push("a".repeat(1_000));
    names.push("é".repeat(500));
    names
}

/// `name` in the contracts' type.
pub fn text(name: &str) -> soroban_sdk::String {
    soroban_sdk::String::from_str(&env(), name)
}

/// A list in the contracts' type.
pub fn list<T>(items: &[T]) -> soroban_sdk::Vec<T>
where
    T: Clone
        + soroban_sdk::IntoVal<soroban_sdk::Env, soroban_sdk::Val>
        + soroban_sdk::TryFromVal<soroban_sdk::Env, soroban_sdk::Val>,
{
    soroban_sdk::Vec::from_slice(&env(), items)
}
