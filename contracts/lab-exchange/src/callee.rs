//! Which addresses can be called at all.

use soroban_sdk::{Address, Env, String};

/// Whether the address is a contract's, deployed or not. The host does not let a caller recover from calling an
/// account, so that `try_` calls would trap; a contract that is not there, or does not answer, they report.
pub(crate) fn is_contract(e: &Env, address: &Address) -> bool {
    let key = address.to_string();
    key > String::from_str(e, "C") && key < String::from_str(e, "D")
}
