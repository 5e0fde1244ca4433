//! The exchange as traders and its admin meet it, over pairs of the built wasm.

mod admin;
mod pairs;
mod rate;
mod refusals;
mod token;
mod trades;

use lab_oracle::{Asset, LabOracle, LabOracleClient};
use soroban_sdk::{
    testutils::{Address as _, EnvTestConfig, Ledger},
    token::TokenClient,
    vec, Address, Bytes, BytesN, Env, Symbol, Vec,
};

use self::token::{TestToken, TestTokenClient};
use crate::{LabExchange, LabExchangeClient};

/// The ledger's time in every test, and a deadline that has not passed.
const NOW: u64 = 1_000_000;
const LATER: u64 = NOW + 1;

/// What each pair holds of each token, and a trader of whatever it trades.
const STOCK: i128 = i128::MAX / 4;

struct Market {
    e: Env,
    admin: Address,
    trader: Address,
    oracle: LabOracleClient<'static>,
    pair_wasm: BytesN<32>,
    router: LabExchangeClient<'static>,
}

fn market(spread_bps: u32) -> Market {
    // No file is written for every test: nobody compares them.
    let e = Env::new_with_config(EnvTestConfig { capture_snapshot_at_drop: false });
    e.mock_all_auths();
    e.ledger().set_timestamp(NOW);
    let admin = Address::generate(&e);
    let usd = Asset::Other(Symbol::new(&e, "USD"));
    let oracle = e.register(LabOracle, (&admin, usd, 7u32, 300u32));
    let pair_wasm = e.deployer().upload_contract_wasm(Bytes::from_slice(&e, &built_pair()));
    let router = e.register(LabExchange, (&admin, &oracle, pair_wasm.clone(), spread_bps));
    Market {
        trader: Address::generate(&e),
        oracle: LabOracleClient::new(&e, &oracle),
        router: LabExchangeClient::new(&e, &router),
        e,
        admin,
        pair_wasm,
    }
}

fn built_pair() -> std::vec::Vec<u8> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../wasm/lab_exchange_pair.wasm");
    std::fs::read(file).expect("run ./build.sh lab-exchange-pair first")
}

impl Market {
    /// A token of which the oracle knows the price (7 decimals).
    fn token(&self, decimals: u32, price: i128) -> TokenClient<'static> {
        let token = self.e.register(TestToken, (decimals,));
        self.oracle.set_price(&Asset::Stellar(token.clone()), &price);
        TokenClient::new(&self.e, &token)
    }

    /// The pair of two tokens, filled.
    fn pair(&self, a: &TokenClient, b: &TokenClient) -> Address {
        let pair = self.router.create_pair(&a.address, &b.address);
        self.mint(a, &pair, STOCK);
        self.mint(b, &pair, STOCK);
        pair
    }

    fn mint(&self, token: &TokenClient, to: &Address, amount: i128) {
        TestTokenClient::new(&self.e, &token.address).mint(to, &amount);
    }

    fn path<const N: usize>(&self, tokens: [&TokenClient; N]) -> Vec<Address> {
        let mut path = vec![&self.e];
        for token in tokens {
            path.push_back(token.address.clone());
        }
        path
    }
}
