//! Exchanges with Soroswap's router functions, trading within the bounds that the vault's own oracles set.

use soroban_sdk::{
    auth::{ContractContext, InvokerContractAuthEntry, SubContractInvocation},
    contractclient, symbol_short, vec,
    xdr::ScErrorType,
    Address, Env, IntoVal, Vec,
};

use crate::{callee, errors::VaultError, storage};

/// The part of Soroswap's router that the vault calls.
#[allow(dead_code, reason = "only the client made from it is used")]
#[contractclient(name = "ExchangeClient")]
pub trait Exchange {
    fn router_pair_for(e: Env, token_a: Address, token_b: Address) -> Address;
    fn router_get_amounts_in(e: Env, amount_out: i128, path: Vec<Address>) -> Vec<i128>;
    fn swap_exact_tokens_for_tokens(
        e: Env,
        amount_in: i128,
        amount_out_min: i128,
        path: Vec<Address>,
        to: Address,
        deadline: u64,
    ) -> Vec<i128>;
    fn swap_tokens_for_exact_tokens(
        e: Env,
        amount_out: i128,
        amount_in_max: i128,
        path: Vec<Address>,
        to: Address,
        deadline: u64,
    ) -> Vec<i128>;
}

/// Refuses what does not answer as an exchange: it names a pair of two addresses, or refuses them by a number of its
/// own where it has none.
pub(crate) fn check(e: &Env, exchange: &Address, usdc: &Address) -> Result<(), VaultError> {
    callee::check(e, exchange)?;
    match ExchangeClient::new(e, exchange).try_router_pair_for(&e.current_contract_address(), usdc) {
        Ok(Ok(_)) => Ok(()),
        Err(Ok(error)) if error.is_type(ScErrorType::Contract) => Ok(()),
        _ => Err(VaultError::NotAsExpected),
    }
}

/// Buys exactly `amount` of `asset` for at most `ceiling` of USDC.
pub(crate) fn buy(
    e: &Env,
    exchange: &Address,
    usdc: &Address,
    asset: &Address,
    amount: i128,
    ceiling: i128,
) -> Result<(), VaultError> {
    let router = ExchangeClient::new(e, exchange);
    let path = vec![e, usdc.clone(), asset.clone()];
    let Ok(Ok(amounts)) = router.try_router_get_amounts_in(&amount, &path) else {
        return Err(VaultError::SwapOutOfBounds);
    };
    let price = amounts.get(0).filter(|price| *price > 0 && *price <= ceiling).ok_or(VaultError::SwapOutOfBounds)?;
    let pair = pair(e, &router, asset, usdc)?;
    authorise_transfer(e, usdc, &pair, price);
    let vault = e.current_contract_address();
    match router.try_swap_tokens_for_exact_tokens(&amount, &price, &path, &vault, &deadline(e)) {
        Ok(Ok(_)) => Ok(()),
        _ => Err(VaultError::SwapOutOfBounds),
    }
}

/// Sells exactly `amount` of `asset` for at least `floor` of USDC and returns what the exchange says it paid.
pub(crate) fn sell(
    e: &Env,
    exchange: &Address,
    asset: &Address,
    usdc: &Address,
    amount: i128,
    floor: i128,
) -> Result<i128, VaultError> {
    let router = ExchangeClient::new(e, exchange);
    let path = vec![e, asset.clone(), usdc.clone()];
    let pair = pair(e, &router, asset, usdc)?;
    authorise_transfer(e, asset, &pair, amount);
    let vault = e.current_contract_address();
    match router.try_swap_exact_tokens_for_tokens(&amount, &floor, &path, &vault, &deadline(e)) {
        Ok(Ok(amounts)) => amounts.get(1).filter(|paid| *paid >= floor).ok_or(VaultError::SwapOutOfBounds),
        _ => Err(VaultError::SwapOutOfBounds),
    }
}

/// The pair that the exchange names for `asset` and USDC: asked once and remembered, since an exchange's pair of two
/// tokens never changes and asking costs as much as a price. Taking the exchange off the list forgets its pairs.
fn pair(e: &Env, router: &ExchangeClient, asset: &Address, usdc: &Address) -> Result<Address, VaultError> {
    let mut pairs = storage::pairs(e, &router.address);
    let mut named = pairs.iter();
    while let (Some(known), Some(pair)) = (named.next(), named.next()) {
        if known == *asset {
            return Ok(pair);
        }
    }
    let Ok(Ok(pair)) = router.try_router_pair_for(asset, usdc) else {
        return Err(VaultError::SwapOutOfBounds);
    };
    pairs.push_back(asset.clone());
    pairs.push_back(pair.clone());
    storage::set_pairs(e, &router.address, Some(&pairs));
    Ok(pair)
}

/// Lets the router move exactly `amount` of `token` from the vault to `pair`, and nothing else.
fn authorise_transfer(e: &Env, token: &Address, pair: &Address, amount: i128) {
    let transfer = ContractContext {
        contract: token.clone(),
        fn_name: symbol_short!("transfer"),
        args: (e.current_contract_address(), pair.clone(), amount).into_val(e),
    };
    let nothing_more = Vec::from_array(e, []);
    let invocation = SubContractInvocation { context: transfer, sub_invocations: nothing_more };
    e.authorize_as_current_contract(vec![e, InvokerContractAuthEntry::Contract(invocation)]);
}

/// Soroswap's routers refuse a deadline that has come, so the next second is the nearest that lets the swap through.
fn deadline(e: &Env) -> u64 {
    e.ledger().timestamp().saturating_add(1)
}
