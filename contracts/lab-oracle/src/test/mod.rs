//! The feed as its admin and its readers meet it.

mod admin;
mod bounds;
mod history;
mod sep40;

use soroban_sdk::{
    testutils::{Address as _, EnvTestConfig, Ledger},
    Address, Env, Symbol,
};

use crate::{Asset, LabOracle, LabOracleClient};

/// The ledger's time at the start of every test.
const NOW: u64 = 1_000_000;

struct Feed {
    e: Env,
    admin: Address,
    client: LabOracleClient<'static>,
}

fn feed() -> Feed {
    let e = env();
    e.mock_all_auths();
    e.ledger().set_timestamp(NOW);
    let admin = Address::generate(&e);
    let id = e.register(LabOracle, (&admin, usd(&e), 7u32, 300u32));
    let client = LabOracleClient::new(&e, &id);
    Feed { e, admin, client }
}

fn usd(e: &Env) -> Asset {
    Asset::Other(Symbol::new(e, "USD"))
}

fn token(e: &Env) -> Asset {
    Asset::Stellar(Address::generate(e))
}

fn env() -> Env {
    // No file is written for every test: nobody compares them.
    Env::new_with_config(EnvTestConfig { capture_snapshot_at_drop: false })
}
