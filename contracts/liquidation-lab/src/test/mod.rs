//! The conveniences on the native host; everything that is Blend's is compared with Blend in `tests/differential`.

extern crate std;

mod conveniences;

use crate::{LiquidationLab, LiquidationLabClient, ReserveConfig};
use soroban_sdk::testutils::{Address as _, EnvTestConfig, Ledger as _};
use soroban_sdk::token::{StellarAssetClient, TokenClient};
use soroban_sdk::{contract, contractimpl, contracttype, Address, Env, String, Symbol};

#[contracttype]
pub enum Asset {
    Stellar(Address),
    Other(Symbol),
}

#[contracttype]
pub struct PriceData {
    pub price: i128,
    pub timestamp: u64,
}

/// An oracle in which every price is one until it is set.
#[contract]
struct Oracle;

#[contractimpl]
impl Oracle {
    pub fn decimals(_env: Env) -> u32 {
        7
    }

    pub fn lastprice(env: Env, asset: Asset) -> Option<PriceData> {
        let Asset::Stellar(token) = asset else { return None };
        let price = env.storage().persistent().get(&token).unwrap_or(ONE);
        Some(PriceData { price, timestamp: env.ledger().timestamp() })
    }

    pub fn set(env: Env, token: Address, price: i128) {
        env.storage().persistent().set(&token, &price);
    }
}

const ONE: i128 = 10_000_000;

struct Fixture {
    env: Env,
    pool: Address,
    oracle: Address,
    admin: Address,
    backstop: Address,
    user: Address,
    tokens: [Address; 2],
}

impl Fixture {
    /// An active pool with two reserves and no position.
    fn new() -> Self {
        let env = Env::new_with_config(EnvTestConfig { capture_snapshot_at_drop: false });
        // The administrator signs the constructor, which is no root invocation.
        env.mock_all_auths_allowing_non_root_auth();
        env.ledger().set_timestamp(1_700_000_000);
        let [admin, backstop, user] = [(); 3].map(|()| Address::generate(&env));
        let tokens = [(); 2].map(|()| {
            let token = env.register_stellar_asset_contract_v2(admin.clone()).address();
            StellarAssetClient::new(&env, &token).mint(&admin, &(1_000_000 * ONE));
            token
        });
        let oracle = env.register(Oracle, ());
        let name = String::from_str(&env, "lab");
        let arguments = (&admin, name, &oracle, 2_000_000u32, 4u32, 0i128, &backstop, &tokens[0]);
        let pool = env.register(LiquidationLab, arguments);
        env.mock_all_auths();
        let fixture = Fixture { env, pool, oracle, admin, backstop, user, tokens };
        for (index, token) in fixture.tokens.iter().enumerate() {
            assert_eq!(fixture.client().create_reserve(token, &reserve_config()), index as u32);
        }
        fixture.client().set_status(&3);
        fixture.client().update_status();
        fixture
    }

    fn client(&self) -> LiquidationLabClient<'_> {
        LiquidationLabClient::new(&self.env, &self.pool)
    }

    fn balance(&self, token: usize, owner: &Address) -> i128 {
        TokenClient::new(&self.env, &self.tokens[token]).balance(owner)
    }

    fn set_price(&self, token: usize, price: i128) {
        OracleClient::new(&self.env, &self.oracle).set(&self.tokens[token], &price);
    }

    fn pass(&self, seconds: u64) {
        self.env.ledger().with_mut(|ledger| ledger.timestamp += seconds);
    }
}

fn reserve_config() -> ReserveConfig {
    ReserveConfig {
        c_factor: 7_500_000,
        decimals: 7,
        enabled: true,
        index: 99,
        l_factor: 7_500_000,
        max_util: 9_500_000,
        r_base: 100_000,
        r_one: 500_000,
        r_three: 15_000_000,
        r_two: 5_000_000,
        reactivity: 20,
        supply_cap: 1_000_000_000 * ONE,
        util: 7_500_000,
    }
}
