//! The built contracts, as committed in `contracts/wasm`: what the suites and the story run is what goes on chain.
//! `CONTRACTS_WASM` names a folder whose files are run instead, so that a test need not be built again for another
//! build of a contract; what is missing there is run as committed.

use std::borrow::Cow;
use std::path::Path;
use std::sync::LazyLock;

/// The bytes of a built contract, read at their first use.
pub type Wasm = LazyLock<Cow<'static, [u8]>>;

/// The keeper registry.
pub static KEEPER_REGISTRY: Wasm =
    LazyLock::new(|| built("keeper_registry", include_bytes!("../../wasm/keeper_registry.wasm")));
/// The vault.
pub static NECTAR_VAULT: Wasm = LazyLock::new(|| built("nectar_vault", include_bytes!("../../wasm/nectar_vault.wasm")));
/// The lab's pool.
pub static LIQUIDATION_LAB: Wasm =
    LazyLock::new(|| built("liquidation_lab", include_bytes!("../../wasm/liquidation_lab.wasm")));
/// The lab's price feed.
pub static LAB_ORACLE: Wasm = LazyLock::new(|| built("lab_oracle", include_bytes!("../../wasm/lab_oracle.wasm")));
/// The lab's router.
pub static LAB_EXCHANGE: Wasm = LazyLock::new(|| built("lab_exchange", include_bytes!("../../wasm/lab_exchange.wasm")));
/// The pair that the router deploys.
pub static LAB_EXCHANGE_PAIR: Wasm =
    LazyLock::new(|| built("lab_exchange_pair", include_bytes!("../../wasm/lab_exchange_pair.wasm")));

/// Panics when the folder of `CONTRACTS_WASM` is not there, so that a misspelt one is not taken for a passing test.
fn built(name: &str, committed: &'static [u8]) -> Cow<'static, [u8]> {
    let Some(folder) = std::env::var_os("CONTRACTS_WASM") else { return committed.into() };
    let folder = Path::new(&folder);
    assert!(folder.is_dir(), "CONTRACTS_WASM={} is no folder", folder.display());
    match std::fs::read(folder.join(name).with_extension("wasm")) {
        Ok(bytes) => bytes.into(),
        Err(_) => committed.into(),
    }
}
