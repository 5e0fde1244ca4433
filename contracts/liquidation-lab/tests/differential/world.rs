//! A whole Blend deployment; in one world the factory deploys Blend's pool, in the other the lab.
//!
//! Everything is created in the same order in both, so every address is the same in both.

use crate::base;
use crate::blend::{BackstopClient, FactoryClient};
use crate::constants::{ONE, ORACLE_ONE};
use crate::oracle::{TestOracle, TestOracleClient};
use crate::receiver::Forwarder;
use liquidation_lab::LiquidationLabClient;
use soroban_sdk::testutils::{EnvTestConfig, Ledger as _};
use soroban_sdk::token::{StellarAssetClient, TokenClient};
use soroban_sdk::{Address, BytesN, Env, String};

/// Which contract plays the pool.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Side {
    Blend,
    /// The lab, compiled natively, so that a failure points at its source.
    Lab,
    /// The lab's built wasm: of `contracts/wasm`, or of the folder that `CONTRACTS_WASM` names.
    LabWasm,
}

impl Side {
    /// The lab as source; as wasm where another build than the committed one is to be judged.
    pub fn lab() -> Side {
        if std::env::var_os("CONTRACTS_WASM").is_some() {
            Side::LabWasm
        } else {
            Side::Lab
        }
    }
}

/// Arguments of the pool's deployment that tests vary.
#[derive(Clone, Debug)]
pub struct Settings {
    pub bstop_rate: u32,
    pub max_positions: u32,
    pub min_collateral: i128,
    pub oracle_decimals: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { bstop_rate: 2_000_000, max_positions: 6, min_collateral: 0, oracle_decimals: 7 }
    }
}

pub struct World {
    pub side: Side,
    pub env: Env,
    pub pool: Address,
    pub admin: Address,
    pub oracle: Address,
    pub backstop: Address,
    /// The backstop's token: Comet's LP token.
    pub lp: Address,
    pub factory: Address,
    /// Assets with a reserve, in the order of their indexes, and one without.
    pub assets: Vec<Address>,
    pub users: Vec<Address>,
    pub forwarder: Address,
}

impl World {
    /// A funded pool in its set-up status, without reserves.
    pub fn new(side: Side, settings: &Settings) -> World {
        let (world, lp_price) = base::open(side, settings.oracle_decimals);
        world.deploy_pool(settings);
        BackstopClient::new(&world.env, &world.backstop).deposit(&world.admin, &world.pool, &(50_000 * ONE));
        world.oracle().set(&world.lp, &(lp_price * 10i128.pow(settings.oracle_decimals) / ONE), &0);
        world
    }

    /// Lets the factory deploy the pool; gives its address, which is the same in every world.
    pub fn deploy_pool(&self, settings: &Settings) -> Address {
        FactoryClient::new(&self.env, &self.factory).deploy(
            &self.admin,
            &String::from_str(&self.env, "twin"),
            &BytesN::from_array(&self.env, &[7; 32]),
            &self.oracle,
            &settings.bstop_rate,
            &settings.max_positions,
            &settings.min_collateral,
        )
    }

    /// The same world in a fresh environment, in which nothing that was done before is paid for again. The oracle keeps
    /// its prices. Only for pools in wasm.
    pub fn reopened(&self) -> World {
        let prices: Vec<i128> = self.assets.iter().map(|a| self.oracle().peek(a)).collect();
        let decimals = self.oracle().decimals();
        let mut env = Env::from_snapshot(self.env.to_snapshot());
        env.set_config(EnvTestConfig { capture_snapshot_at_drop: false });
        env.mock_all_auths();
        let world = self.moved_to(env);
        world.register_natives(decimals);
        for (asset, price) in world.assets.iter().zip(prices) {
            world.oracle().set(asset, &price, &0);
        }
        world
    }

    /// The same addresses in another environment.
    pub fn moved_to(&self, env: Env) -> World {
        let moved = |address: &Address| Address::from_str(&env, &address.to_string().to_string());
        World {
            side: self.side,
            pool: moved(&self.pool),
            admin: moved(&self.admin),
            oracle: moved(&self.oracle),
            backstop: moved(&self.backstop),
            lp: moved(&self.lp),
            factory: moved(&self.factory),
            assets: self.assets.iter().map(moved).collect(),
            users: self.users.iter().map(moved).collect(),
            forwarder: moved(&self.forwarder),
            env: env.clone(),
        }
    }

    /// Puts the contracts that are no wasm into a fresh environment; the oracle knows no price then.
    pub fn register_natives(&self, oracle_decimals: u32) {
        self.env.register_at(&self.oracle, TestOracle, (oracle_decimals,));
        self.env.register_at(&self.forwarder, Forwarder, ());
    }

    /// Gives every user, and the administrator, whole units of an asset, and lets the pool pull the users'.
    pub fn endow(&self, asset: usize, decimals: u32) {
        let token = &self.assets[asset];
        for owner in self.users.iter().chain([&self.admin]) {
            StellarAssetClient::new(&self.env, token).mint(owner, &(1_000_000_000 * 10i128.pow(decimals)));
        }
        for owner in &self.users {
            self.approve(token, owner, &self.pool, 1_000_000_000 * 10i128.pow(decimals));
        }
    }

    /// Lets `spender` pull `amount` of the owner's for longer than any test lasts.
    pub fn approve(&self, token: &Address, owner: &Address, spender: &Address, amount: i128) {
        let until = self.env.ledger().sequence() + 3_000_000;
        TokenClient::new(&self.env, token).approve(owner, spender, &amount, &until);
    }

    /// The only depositor of the backstop leaves it, a month after it said so; nothing happens when it has left.
    pub fn empty_backstop(&self) {
        let backstop = BackstopClient::new(&self.env, &self.backstop);
        let shares = backstop.pool_data(&self.pool).shares;
        if shares == 0 {
            return;
        }
        backstop.queue_withdrawal(&self.admin, &self.pool, &shares);
        self.env.ledger().with_mut(|ledger| ledger.timestamp += 30 * 24 * 60 * 60);
        backstop.withdraw(&self.admin, &self.pool, &shares);
    }

    pub fn client(&self) -> LiquidationLabClient<'_> {
        LiquidationLabClient::new(&self.env, &self.pool)
    }

    pub fn oracle(&self) -> TestOracleClient<'_> {
        TestOracleClient::new(&self.env, &self.oracle)
    }

    /// Sets a price in whole units with 7 decimals, whatever the oracle's decimals.
    pub fn set_price(&self, asset: usize, price: i128) {
        let scale = 10i128.pow(self.oracle().decimals());
        self.oracle().set(&self.assets[asset], &(price * scale / ORACLE_ONE), &0);
    }
}

/// The bytes of the lab's built wasm.
pub fn lab_wasm() -> Vec<u8> {
    let committed = concat!(env!("CARGO_MANIFEST_DIR"), "/../wasm");
    let folder = std::env::var("CONTRACTS_WASM").unwrap_or_else(|_| committed.into());
    let path = std::path::Path::new(&folder).join("liquidation_lab.wasm");
    std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}
