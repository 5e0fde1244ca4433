//! The only file that knows keys. The pair's lifetime is extended by its router.

use soroban_sdk::{contracttype, Address, Env};

#[contracttype]
enum Key {
    /// Instance: `Address`.
    Router,
}

pub(crate) fn router(e: &Env) -> Address {
    // The constructor sets it before anything else can run.
    e.storage().instance().get(&Key::Router).unwrap()
}

pub(crate) fn set_router(e: &Env, router: &Address) {
    e.storage().instance().set(&Key::Router, router);
}
