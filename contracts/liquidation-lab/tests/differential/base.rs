//! What every world starts from: tokens, people and all of Blend but the pool, deployed once a thread.

use crate::blend::{deploy_blend, pool_hash, BackstopClient};
use crate::constants::ONE;
use crate::oracle::TestOracle;
use crate::receiver::Forwarder;
use crate::world::{Settings, Side, World};
use liquidation_lab::LiquidationLab;
use soroban_env_host::ModuleCache;
use soroban_sdk::testutils::{Address as _, EnvTestConfig, Ledger as _, Snapshot};
use soroban_sdk::token::{StellarAssetClient, TokenClient};
use soroban_sdk::xdr::{LedgerKey, ScVal};
use soroban_sdk::{Address, Env};
use std::cell::RefCell;
use std::collections::BTreeMap;

struct Base {
    snapshot: Snapshot,
    /// The contracts' wasm as it was parsed.
    modules: ModuleCache,
    /// Its addresses are those of every world.
    world: World,
    /// What the backstop says its token is worth, 7 decimals.
    lp_price: i128,
}

thread_local! {
    static BASES: RefCell<BTreeMap<u8, Base>> = const { RefCell::new(BTreeMap::new()) };
}

/// A world without a pool in an environment of its own, and the price of the backstop's token (7 decimals).
pub fn open(side: Side, oracle_decimals: u32) -> (World, i128) {
    BASES.with_borrow_mut(|bases| {
        let base = bases.entry(side as u8).or_insert_with(|| Base::build(side));
        (base.open(oracle_decimals), base.lp_price)
    })
}

impl Base {
    fn build(side: Side) -> Base {
        let mut world = World::without_pool(side);
        let snapshot = without_nonces(world.env.to_snapshot());
        // A first pool, in an environment of its own, tells the address and the price.
        world.pool = world.deploy_pool(&Settings::default());
        let backstop = BackstopClient::new(&world.env, &world.backstop);
        backstop.deposit(&world.admin, &world.pool, &(50_000 * ONE));
        let lp_price = backstop.pool_data(&world.pool).token_spot_price;
        let modules = world.env.host().take_module_cache().expect("contracts were called");
        let mut base = Base { snapshot, modules, world, lp_price };
        let approved = base.open(7);
        approved.approve_everything();
        base.snapshot = without_nonces(approved.env.to_snapshot());
        base
    }

    fn open(&self, oracle_decimals: u32) -> World {
        let env = Env::from_snapshot(self.snapshot.clone());
        let world = self.world.moved_to(prepared(env));
        let host = world.env.host();
        host.set_module_cache(self.modules.clone()).expect("a fresh host");
        // Nothing is read of what a failed call notes for its developer.
        host.set_diagnostic_level(soroban_env_host::DiagnosticLevel::None).expect("a fresh host");
        if self.world.side == Side::Lab {
            world.env.upload_at(pool_hash(&world.env), LiquidationLab);
        }
        world.register_natives(oracle_decimals);
        world
    }
}

/// Every environment draws the same nonces for mocked signatures, so one must not find those of another.
fn without_nonces(mut snapshot: Snapshot) -> Snapshot {
    snapshot.ledger.ledger_entries.retain(|(key, _)| match key.as_ref() {
        LedgerKey::ContractData(data) => !matches!(data.key, ScVal::LedgerKeyNonce(_)),
        _ => true,
    });
    snapshot
}

/// An environment without limits and signatures.
fn prepared(mut env: Env) -> Env {
    env.set_config(EnvTestConfig { capture_snapshot_at_drop: false });
    env.cost_estimate().budget().reset_unlimited();
    env.cost_estimate().disable_resource_limits();
    env.mock_all_auths();
    env
}

impl World {
    fn without_pool(side: Side) -> World {
        let env = prepared(Env::default());
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
        let assets: Vec<Address> = (0..4).map(|_| token()).collect();
        let users: Vec<Address> = (0..4).map(|_| Address::generate(&env)).collect();
        for asset in &assets {
            for user in users.iter().chain([&admin]) {
                StellarAssetClient::new(&env, asset).mint(user, &(1_000_000_000 * ONE));
            }
        }
        let oracle = env.register(TestOracle, (7_u32,));
        let forwarder = env.register(Forwarder, ());
        let (backstop, lp, factory) = deploy_blend(&env, side, &admin, &blnd, &usdc);
        for user in &users {
            TokenClient::new(&env, &lp).transfer(&admin, user, &(10_000 * ONE));
        }
        World { side, pool: factory.clone(), env, admin, oracle, backstop, lp, factory, assets, users, forwarder }
    }

    /// Users let the backstop pull donations; the account that stands for it lets the lab draw.
    fn approve_everything(&self) {
        for owner in self.users.iter().chain([&self.backstop]) {
            for spender in [&self.backstop, &self.pool] {
                self.approve(&self.lp, owner, spender, i64::MAX.into());
            }
            for asset in &self.assets {
                self.approve(asset, owner, &self.pool, i64::MAX.into());
            }
        }
    }
}
