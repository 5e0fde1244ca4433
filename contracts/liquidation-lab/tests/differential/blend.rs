//! Blend's own contracts around the pool, and their deployment.

use crate::constants::ONE;
use crate::world::{lab_wasm, Side};
use blend_contract_sdk as blend;
use liquidation_lab::LiquidationLab;
use soroban_sdk::testutils::Address as _;
use soroban_sdk::token::StellarAssetClient;
use soroban_sdk::{contractclient, contracttype, vec, Address, BytesN, Env, String, Vec};

#[contractclient(name = "CometClient")]
#[allow(dead_code)]
pub trait Comet {
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
pub trait Emitter {
    fn initialize(env: Env, blnd_token: Address, backstop: Address, backstop_token: Address);
}

#[contractclient(name = "FactoryClient")]
#[allow(dead_code)]
pub trait Factory {
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
pub trait Backstop {
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

/// Deploys everything but the pool; in the lab's world the pool's hash names the lab.
pub fn deploy_blend(
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
        Side::Lab => env.upload_at(pool_hash(env), LiquidationLab),
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

/// The hash under which the factory finds the pool's code.
pub fn pool_hash(env: &Env) -> BytesN<32> {
    env.crypto().sha256(&soroban_sdk::Bytes::from_slice(env, blend::pool::WASM)).to_bytes()
}
