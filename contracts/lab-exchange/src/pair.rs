//! The pair contracts, from their router's side.

use soroban_sdk::{contractclient, Address, BytesN, Env, Error};

use crate::{errors::ExchangeError, storage};

/// The pair's number for an inventory that is too small (`PairError::InventoryShort` there; the crates do not depend
/// on one another, as each would then export the other's functions).
const INVENTORY_SHORT: Error = Error::from_contract_error(550);

#[allow(dead_code, reason = "only the client made from it is used")]
#[contractclient(name = "PairClient")]
trait Pair {
    fn pay(e: Env, token: Address, to: Address, amount: i128);
}

/// Deploys the exchange's `number`-th pair, which obeys this contract.
pub(crate) fn deploy(e: &Env, number: u32) -> Address {
    let mut salt = [0; 32];
    salt[..4].copy_from_slice(&number.to_be_bytes());
    let deployer = e.deployer().with_current_contract(BytesN::from_array(e, &salt));
    // The newer `deploy_contract` imports the functions of executables that are not ours, and every call of this
    // contract pays for each import.
    #[allow(deprecated)]
    deployer.deploy_v2(storage::pair_wasm(e), (e.current_contract_address(),))
}

/// Has the pair pay `amount` of `token` from its inventory.
pub(crate) fn pay(e: &Env, pair: &Address, token: &Address, to: &Address, amount: i128) -> Result<(), ExchangeError> {
    match PairClient::new(e, pair).try_pay(token, to, &amount) {
        Ok(Ok(())) => Ok(()),
        Err(Ok(error)) if error == INVENTORY_SHORT => Err(ExchangeError::InventoryShort),
        _ => Err(ExchangeError::PayoutRefused),
    }
}
