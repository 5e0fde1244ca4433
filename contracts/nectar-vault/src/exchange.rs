//! Exchanges with Soroswap's router functions, trading within the bounds that the vault's own oracles set.

use soroban_sdk::{
    auth::{ContractContext, InvokerContractAuthEntry, SubContractInvocation},
    contractclient, symbol_short, vec, Address, Env, IntoVal, Vec,
};

use crate::errors::VaultError;

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
    authorise_transfer(e, &router, usdc, asset, price)?;
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
    authorise_transfer(e, &router, asset, usdc, amount)?;
    let vault = e.current_contract_address();
    match router.try_swap_exact_tokens_for_tokens(&amount, &floor, &path, &vault, &deadline(e)) {
        Ok(Ok(amounts)) => amounts.last().filter(|paid| *paid >= floor).ok_or(VaultError::SwapOutOfBounds),
        _ => Err(VaultError::SwapOutOfBounds),
    }
}

/// Lets the router move exactly `amount` of `token_in` from the vault to the pair that it names, and nothing else.
fn authorise_transfer(
    e: &Env,
    router: &ExchangeClient,
    token_in: &Address,
    token_out: &Address,
    amount: i128,
) -> Result<(), VaultError> {
    let Ok(Ok(pair)) = router.try_router_pair_for(token_in, token_out) else {
        return Err(VaultError::SwapOutOfBounds);
    };
    let transfer = ContractContext {
        contract: token_in.clone(),
        fn_name: symbol_short!("transfer"),
        args: (e.current_contract_address(), pair, amount).into_val(e),
    };
    let invocation = SubContractInvocation { context: transfer, sub_invocations: vec![e] };
    e.authorize_as_current_contract(vec![e, InvokerContractAuthEntry::Contract(invocation)]);
    Ok(())
}

/// Soroswap's routers refuse a deadline that has come, so the next second is the nearest that lets the swap through.
fn deadline(e: &Env) -> u64 {
    e.ledger().timestamp().saturating_add(1)
}
