//! The registry in the SDK's own test environment, where the vault's authorisation can be given: what the vault alone
//! may do, and the index under anything that may happen. Everything with real signatures is in `test-suites`.

mod index;
mod slash;

use soroban_sdk::{
    contract, contractimpl,
    testutils::{Address as _, EnvTestConfig},
    token::{StellarAssetClient, TokenClient},
    Address, Env, String,
};

use crate::{KeeperRegistry, KeeperRegistryClient, MIN_STAKE_FLOOR};

/// A vault that nobody owes anything.
#[contract]
struct VaultWithoutDebts;

#[contractimpl]
impl VaultWithoutDebts {
    pub fn stake_needed(_e: Env, _keeper: Address) -> i128 {
        0
    }
}

/// A registry with a real asset contract and a vault without debts.
struct Fixture {
    e: Env,
    registry: KeeperRegistryClient<'static>,
    token: TokenClient<'static>,
    issuer: StellarAssetClient<'static>,
    vault: Address,
}

impl Fixture {
    fn new() -> Self {
        let e = Env::new_with_config(EnvTestConfig { capture_snapshot_at_drop: false });
        e.mock_all_auths();
        let asset = e.register_stellar_asset_contract_v2(Address::generate(&e)).address();
        let vault = e.register(VaultWithoutDebts, ());
        let admin = Address::generate(&e);
        let registry = e.register(KeeperRegistry, (admin, vault.clone(), asset.clone(), MIN_STAKE_FLOOR));
        Self {
            registry: KeeperRegistryClient::new(&e, &registry),
            token: TokenClient::new(&e, &asset),
            issuer: StellarAssetClient::new(&e, &asset),
            vault,
            e,
        }
    }

    /// A new address that owns `amount`.
    fn rich(&self, amount: i128) -> Address {
        let address = Address::generate(&self.e);
        self.issuer.mint(&address, &amount);
        address
    }

    fn register(&self, keeper: &Address, stake: i128) {
        self.registry.register(keeper, &String::from_str(&self.e, "keeper"), &stake);
    }
}
