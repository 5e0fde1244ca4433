//! Real Blend v2 on the ledger: its own wasm, deployed, funded and active.
//!
//! The wasm comes from the constants of the crate `blend-contract-sdk` and is called by the names of
//! its functions; that crate's clients and fixture are typed for an older SDK and not used.

use crate::args;
use crate::ledger::{env, Account, Addressed, Asset, Contract, Failure, Ledger};
use crate::pool::{Pool, ReserveConfig};
use blend_contract_sdk::{backstop, emitter, pool, pool_factory, testutils::comet};
use soroban_sdk::{contracttype, vec, Address, BytesN, String, Vec};

/// One whole token of 7 decimals.
const ONE: i128 = 10_000_000;
/// Whole BLND and USDC behind 100 LP tokens, and how often that is put into the Comet pool: once to
/// open it, the rest by joining it.
const BLND_PER_SHARE: i128 = 1_000 * ONE;
const USDC_PER_SHARE: i128 = 25 * ONE;
const SHARES: i128 = 2_001;
/// LP tokens put into the backstop for each pool: above the threshold at which a pool is active.
const BACKSTOP_DEPOSIT: i128 = 50_000 * ONE;

/// The contracts of Blend v2 that all its pools share.
#[derive(Clone, Debug)]
pub struct Blend {
    /// Who deployed everything, owns the pools and holds the LP tokens.
    pub admin: Account,
    /// The BLND token; its admin is the emitter.
    pub blnd: Asset,
    /// The Comet pool of 80 % BLND and 20 % USDC, whose LP token is the backstop's token.
    pub comet: Contract,
    /// Mints BLND to the backstop.
    pub emitter: Contract,
    /// Insures the pools.
    pub backstop: Contract,
    /// Deploys the pools.
    pub pool_factory: Contract,
}

/// What the pool factory passes to every pool.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
struct PoolInitMeta {
    backstop: Address,
    blnd_id: Address,
    pool_hash: BytesN<32>,
}

impl Blend {
    /// Deploys Blend v2 with BLND as a real Stellar asset, and 200,000 LP tokens for `admin`: enough
    /// for four pools. Every transaction is within the network's limits.
    pub fn deploy(ledger: &mut Ledger, admin: &Account, usdc: &Asset) -> Result<Self, Failure> {
        let issuer = ledger.account("blnd-issuer");
        let blnd = ledger.issue("BLND", &issuer)?;
        ledger.trust(admin, &blnd);
        ledger.trust(admin, usdc);
        ledger.mint(&blnd, admin, BLND_PER_SHARE * SHARES)?;
        ledger.mint(usdc, admin, USDC_PER_SHARE * SHARES)?;

        let comet = new_contract(ledger, admin, comet::WASM, 1, args![])?;
        open_comet(ledger, admin, &comet, &blnd, usdc)?;
        let emitter = new_contract(ledger, admin, emitter::WASM, 2, args![])?;
        let backstop = Contract::created_by(admin, salt(3));
        let pool_factory = Contract::created_by(admin, salt(4));
        ledger.invoke(&issuer, &blnd, "set_admin", args![emitter])?;
        ledger.invoke(admin, &emitter, "initialize", args![blnd, backstop, comet])?;
        let drops: Vec<(Address, i128)> = Vec::new(&env());
        let links = args![comet, emitter, blnd, usdc, pool_factory, drops];
        new_contract(ledger, admin, backstop::WASM, 3, links)?;
        let pool_hash = ledger.upload(admin, pool::WASM)?;
        let shared = PoolInitMeta {
            backstop: backstop.address(),
            blnd_id: blnd.address(),
            pool_hash: BytesN::from_array(&env(), &pool_hash),
        };
        new_contract(ledger, admin, pool_factory::WASM, 4, args![shared])?;
        Ok(Self { admin: admin.clone(), blnd, comet, emitter, backstop, pool_factory })
    }

    /// A new pool named `name` with `reserves`, its backstop funded above the threshold, active.
    /// `backstop_rate` has 7 decimals, `min_collateral` the oracle's.
    #[allow(clippy::too_many_arguments)]
    pub fn pool(
        &self,
        ledger: &mut Ledger,
        name: &str,
        oracle: &impl Addressed,
        backstop_rate: u32,
        max_positions: u32,
        min_collateral: i128,
        reserves: &[(Address, ReserveConfig)],
    ) -> Result<Pool, Failure> {
        let (admin, env) = (&self.admin, env());
        let salt = BytesN::from_array(&env, &salt(ledger.sequence()));
        let settings = args![
            admin,
            String::from_str(&env, name),
            salt,
            oracle.sdk_address(),
            backstop_rate,
            max_positions,
            min_collateral
        ];
        let deployed = ledger.invoke(admin, &self.pool_factory, "deploy", settings)?;
        let pool = Contract::at(&deployed.value::<Address>());
        for (asset, config) in reserves {
            ledger.invoke(admin, &pool, "queue_set_reserve", args![asset, config])?;
            ledger.invoke(admin, &pool, "set_reserve", args![asset])?;
        }
        let deposit = args![admin, pool, BACKSTOP_DEPOSIT];
        ledger.invoke(admin, &self.backstop, "deposit", deposit)?;
        // A pool starts in setup (6). Its admin puts it on ice (3), from where the update makes it
        // active when the backstop allows.
        ledger.invoke(admin, &pool, "set_status", args![3_u32])?;
        let status: u32 = ledger.invoke(admin, &pool, "update_status", args![])?.value();
        if status > 1 {
            let message = format!("pool {name} has status {status}, not active");
            return Err(Failure::unexpected(message));
        }
        Ok(Pool(pool))
    }
}

fn new_contract(
    ledger: &mut Ledger,
    admin: &Account,
    wasm: &[u8],
    number: u32,
    constructor: std::vec::Vec<crate::ledger::xdr::ScVal>,
) -> Result<Contract, Failure> {
    let hash = ledger.upload(admin, wasm)?;
    ledger.deploy(admin, hash, salt(number), constructor)
}

/// Opens the Comet pool and joins it with everything that `admin` holds.
fn open_comet(
    ledger: &mut Ledger,
    admin: &Account,
    comet: &Contract,
    blnd: &Asset,
    usdc: &Asset,
) -> Result<(), Failure> {
    let env = env();
    let open = args![
        admin,
        vec![&env, blnd.address(), usdc.address()],
        vec![&env, 8_000_000_i128, 2_000_000_i128],
        vec![&env, BLND_PER_SHARE, USDC_PER_SHARE],
        30_000_i128
    ];
    ledger.invoke(admin, comet, "init", open)?;
    // Opening gave the first 100 LP tokens.
    let most = vec![&env, BLND_PER_SHARE * (SHARES - 1), USDC_PER_SHARE * (SHARES - 1)];
    let join = args![199_900 * ONE, most, admin];
    ledger.invoke(admin, comet, "join_pool", join)?;
    Ok(())
}

/// Salts of contracts, one for each number.
fn salt(number: u32) -> [u8; 32] {
    let mut salt = [0; 32];
    salt[28..].copy_from_slice(&number.to_be_bytes());
    salt
}
