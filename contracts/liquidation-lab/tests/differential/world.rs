//! A whole Blend deployment; in one world the factory deploys Blend's pool, in the other the lab.
//!
//! Everything is created in the same order in both, so every address is the same in both.

use crate::constants::{ONE, ORACLE_ONE};
use crate::oracle::{TestOracle, TestOracleClient};
use crate::receiver::Forwarder;
use blend_contract_sdk as blend;
use liquidation_lab::{LiquidationLab, LiquidationLabClient};
use soroban_sdk::testutils::{Address as _, EnvTestConfig, Ledger as _};
use soroban_sdk::token::{StellarAssetClient, TokenClient};
use soroban_sdk::{contractclient, contracttype, vec, Address, BytesN, Env, String, Vec};

/// Which contract plays the pool.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Side {
    Blend,
    /// The lab, compiled natively, so that a failure points at its source.
    Lab,
    /// The lab's built wasm: `contracts/wasm`, or the file that `LAB_WASM` names.
    LabWasm,
}

#[contractclient(name = "CometClient")]
#[allow(dead_code)]
trait Comet {
    fn init(
        env: Env,
        controller: Address,
        tokens: Vec<Address>,
        weights: Vec<i128>,
        balances: Vec<i128>,
        swap_fee: i128,
    );
    fn join_pool(env: Env, pool_amount_out: i128, max_amounts_in: Vec<i128>, user: Address);
}

#[contractclient(name = "EmitterClient")]
#[allow(dead_code)]
trait Emitter {
    fn initialize(env: Env, blnd_token: Address, backstop: Address, backstop_token: Address);
}

#[contractclient(name = "FactoryClient")]
#[allow(dead_code)]
trait Factory {
    #[allow(clippy::too_many_arguments)]
    fn deploy(
        env: Env,
        admin: Address,
        name: String,
        salt: BytesN<32>,
        oracle: Address,
        backstop_take_rate: u32,
        max_positions: u32,
        min_collateral: i128,
    ) -> Address;
}

#[contracttype]
#[derive(Clone)]
pub struct BackstopPool {
    pub blnd: i128,
    pub q4w_pct: i128,
    pub shares: i128,
    pub token_spot_price: i128,
    pub tokens: i128,
    pub usdc: i128,
}

#[contractclient(name = "BackstopClient")]
#[allow(dead_code)]
trait Backstop {
    fn deposit(env: Env, from: Address, pool_address: Address, amount: i128) -> i128;
    fn pool_data(env: Env, pool: Address) -> BackstopPool;
    fn queue_withdrawal(env: Env, from: Address, pool_address: Address, amount: i128) -> soroban_sdk::Val;
    fn withdraw(env: Env, from: Address, pool_address: Address, amount: i128) -> i128;
}

#[contracttype]
struct PoolInitMeta {
    backstop: Address,
    blnd_id: Address,
    pool_hash: BytesN<32>,
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
    /// Assets with a reserve, in the order of their indexes, and one without.
    pub assets: std::vec::Vec<Address>,
    pub users: std::vec::Vec<Address>,
    pub forwarder: Address,
}

impl World {
    /// A funded pool in its set-up status, without reserves.
    pub fn new(side: Side, settings: &Settings) -> World {
        let env = Env::new_with_config(EnvTestConfig { capture_snapshot_at_drop: false });
        env.cost_estimate().budget().reset_unlimited();
        env.cost_estimate().disable_resource_limits();
        env.mock_all_auths();
        env.ledger().with_mut(|ledger| {
            ledger.timestamp = 1_700_000_000;
            ledger.sequence_number = 1_000_000;
            ledger.min_persistent_entry_ttl = 120_960;
            ledger.min_temp_entry_ttl = 720;
            ledger.max_entry_ttl = 3_110_400;
        });

        let admin = Address::generate(&env);
        let issuer = Address::generate(&env);
        let token = || env.register_stellar_asset_contract_v2(issuer.clone()).address();
        let (blnd, usdc) = (token(), token());
        let assets: std::vec::Vec<Address> = (0..4).map(|_| token()).collect();
        let users: std::vec::Vec<Address> = (0..4).map(|_| Address::generate(&env)).collect();
        for asset in &assets {
            for user in users.iter().chain([&admin]) {
                StellarAssetClient::new(&env, asset).mint(user, &(1_000_000_000 * ONE));
            }
        }
        let oracle = env.register(TestOracle, (settings.oracle_decimals,));
        let forwarder = env.register(Forwarder, ());

        let (backstop, lp, factory) = deploy_blend(&env, side, &admin, &blnd, &usdc);
        let pool = FactoryClient::new(&env, &factory).deploy(
            &admin,
            &String::from_str(&env, "twin"),
            &BytesN::from_array(&env, &[7; 32]),
            &oracle,
            &settings.bstop_rate,
            &settings.max_positions,
            &settings.min_collateral,
        );

        let world = World { side, env, pool, admin, oracle, backstop, lp, assets, users, forwarder };
        world.set_up_backstop();
        world
    }

    /// The same world in a fresh environment, in which nothing that was done before is paid for again. The oracle keeps
    /// its prices. Only for pools in wasm.
    pub fn reopened(&self) -> World {
        let prices: std::vec::Vec<i128> = self.assets.iter().map(|a| self.oracle().peek(a)).collect();
        let decimals = self.oracle().decimals();
        let mut env = Env::from_snapshot(self.env.to_snapshot());
        env.set_config(EnvTestConfig { capture_snapshot_at_drop: false });
        env.mock_all_auths();
        let moved = |address: &Address| Address::from_str(&env, &address.to_string().to_string());
        let world = World {
            side: self.side,
            pool: moved(&self.pool),
            admin: moved(&self.admin),
            oracle: moved(&self.oracle),
            backstop: moved(&self.backstop),
            lp: moved(&self.lp),
            assets: self.assets.iter().map(moved).collect(),
            users: self.users.iter().map(moved).collect(),
            forwarder: moved(&self.forwarder),
            env: env.clone(),
        };
        env.register_at(&world.oracle, TestOracle, (decimals,));
        for (asset, price) in world.assets.iter().zip(prices) {
            world.oracle().set(asset, &price, &0);
        }
        world
    }

    /// Deposits to the backstop, and prices its token at what the backstop says.
    fn set_up_backstop(&self) {
        let env = &self.env;
        let backstop = BackstopClient::new(env, &self.backstop);
        backstop.deposit(&self.admin, &self.pool, &(50_000 * ONE));
        let price = backstop.pool_data(&self.pool).token_spot_price;
        let decimals = self.oracle().decimals();
        let scale = 10i128.pow(decimals);
        self.oracle().set(&self.lp, &(price * scale / ONE), &0);
        for user in &self.users {
            TokenClient::new(env, &self.lp).transfer(&self.admin, user, &(10_000 * ONE));
        }
        for owner in self.users.iter().chain([&self.backstop]) {
            // Users let the backstop pull donations; the account that stands for it lets the lab draw.
            for spender in [&self.backstop, &self.pool] {
                self.approve(&self.lp, owner, spender);
            }
            for asset in &self.assets {
                self.approve(asset, owner, &self.pool);
            }
        }
    }

    fn approve(&self, token: &Address, owner: &Address, spender: &Address) {
        let until = self.env.ledger().sequence() + 3_000_000;
        TokenClient::new(&self.env, token).approve(owner, spender, &(i64::MAX as i128), &until);
    }

    /// The only depositor of the backstop leaves it.
    pub fn empty_backstop(&self) {
        let backstop = BackstopClient::new(&self.env, &self.backstop);
        let shares = backstop.pool_data(&self.pool).shares;
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

pub fn lab_wasm() -> std::vec::Vec<u8> {
    let built = concat!(env!("CARGO_MANIFEST_DIR"), "/../wasm/liquidation_lab.wasm");
    let path = std::env::var("LAB_WASM").unwrap_or_else(|_| built.into());
    std::fs::read(&path).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// Deploys everything but the pool; in the lab's world the pool's hash names the lab.
fn deploy_blend(
    env: &Env,
    side: Side,
    deployer: &Address,
    blnd: &Address,
    usdc: &Address,
) -> (Address, Address, Address) {
    let emitter = env.register(blend::emitter::WASM, ());
    let backstop = Address::generate(env);
    let factory = Address::generate(env);
    let lp = env.register(blend::testutils::comet::WASM, ());
    StellarAssetClient::new(env, blnd).mint(deployer, &(2_001_000 * ONE));
    StellarAssetClient::new(env, usdc).mint(deployer, &(50_025 * ONE));
    let comet = CometClient::new(env, &lp);
    comet.init(
        deployer,
        &vec![env, blnd.clone(), usdc.clone()],
        &vec![env, 8_000_000, 2_000_000],
        &vec![env, 1_000 * ONE, 25 * ONE],
        &30_000,
    );
    comet.join_pool(&(199_900 * ONE), &vec![env, 2_000_000 * ONE, 50_000 * ONE], deployer);
    EmitterClient::new(env, &emitter).initialize(blnd, &backstop, &lp);
    env.register_at(
        &backstop,
        blend::backstop::WASM,
        (lp.clone(), emitter, blnd.clone(), usdc.clone(), factory.clone(), Vec::<(Address, i128)>::new(env)),
    );
    let pool_hash = match side {
        Side::Blend => env.deployer().upload_contract_wasm(blend::pool::WASM),
        Side::Lab => {
            let hash = env.crypto().sha256(&soroban_sdk::Bytes::from_slice(env, blend::pool::WASM));
            env.upload_at(hash.to_bytes(), LiquidationLab)
        }
        Side::LabWasm => env.deployer().upload_contract_wasm(lab_wasm().as_slice()),
    };
    let meta = PoolInitMeta {
        backstop: backstop.clone(),
        // The lab takes this token for the backstop's; Blend's pool uses it for emissions only.
        blnd_id: lp.clone(),
        pool_hash,
    };
    env.register_at(&factory, blend::pool_factory::WASM, (meta,));
    (backstop, lp, factory)
}
