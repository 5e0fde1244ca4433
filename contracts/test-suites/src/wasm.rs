//! The built contracts, as committed in `contracts/wasm`: what the suites and the story run is what goes on chain.

/// The keeper registry.
pub const KEEPER_REGISTRY: &[u8] = include_bytes!("../../wasm/keeper_registry.wasm");
/// The vault.
pub const NECTAR_VAULT: &[u8] = include_bytes!("../../wasm/nectar_vault.wasm");
/// The lab's pool.
pub const LIQUIDATION_LAB: &[u8] = include_bytes!("../../wasm/liquidation_lab.wasm");
/// The lab's price feed.
pub const LAB_ORACLE: &[u8] = include_bytes!("../../wasm/lab_oracle.wasm");
/// The lab's router.
pub const LAB_EXCHANGE: &[u8] = include_bytes!("../../wasm/lab_exchange.wasm");
/// The pair that the router deploys.
pub const LAB_EXCHANGE_PAIR: &[u8] = include_bytes!("../../wasm/lab_exchange_pair.wasm");
