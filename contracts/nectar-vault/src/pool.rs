//! Blend v2's pool, as much of it as an atomic liquidation calls. Types and numbers are Blend's.

use soroban_sdk::{contractclient, contracttype, vec, Address, Env, Map, Vec};

use crate::{errors::VaultError, plan::Plan};

const WITHDRAW_COLLATERAL: u32 = 3;
const REPAY: u32 = 5;
const FILL_USER_LIQUIDATION: u32 = 6;
const USER_LIQUIDATION: u32 = 0;
/// Blend withdraws what there is where more is asked; this much stays within its 128-bit sums.
const EVERYTHING: i128 = 10i128.pow(25);

/// One request of a `submit`.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Asset, or the liquidated user of a fill.
    pub address: Address,
    /// Amount in the asset's units, or the percent of a fill.
    pub amount: i128,
    /// Blend's number of the request type.
    pub request_type: u32,
}

/// A user's positions, in b- and dTokens by reserve index.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Positions {
    /// Collateral in bTokens.
    pub collateral: Map<u32, i128>,
    /// Liabilities in dTokens.
    pub liabilities: Map<u32, i128>,
    /// Supply that is no collateral, in bTokens.
    pub supply: Map<u32, i128>,
}

/// A pool's settings.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolConfig {
    /// The backstop's part of interest, 7 decimals.
    pub bstop_rate: u32,
    /// Most positions of a user.
    pub max_positions: u32,
    /// Least collateral to borrow against, in the oracle's decimals.
    pub min_collateral: i128,
    /// SEP-40 oracle of the pool.
    pub oracle: Address,
    /// Blend's number of the status.
    pub status: u32,
}

/// A Dutch auction.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuctionData {
    /// What the filler takes over of debt, by asset.
    pub bid: Map<Address, i128>,
    /// First ledger of the auction.
    pub block: u32,
    /// What the filler gets, by asset.
    pub lot: Map<Address, i128>,
}

/// The part of Blend's pool that the vault calls.
#[allow(dead_code, reason = "only the client made from it is used")]
#[contractclient(name = "PoolClient")]
pub trait Pool {
    fn get_config(e: Env) -> PoolConfig;
    fn get_positions(e: Env, address: Address) -> Positions;
    fn get_auction(e: Env, auction_type: u32, user: Address) -> AuctionData;
    fn submit_with_allowance(e: Env, from: Address, spender: Address, to: Address, requests: Vec<Request>)
        -> Positions;
}

/// Fills the plan's part of the auction, repays and withdraws everything in one `submit`, from and to the vault.
/// Nothing may stay in the pool.
pub(crate) fn fill(e: &Env, plan: &Plan) -> Result<(), VaultError> {
    let vault = e.current_contract_address();
    let pool = PoolClient::new(e, &plan.pool);
    let fill = Request { address: plan.user.clone(), amount: plan.percent.into(), request_type: FILL_USER_LIQUIDATION };
    let mut requests = vec![e, fill];
    for repayment in plan.repay.iter() {
        requests.push_back(Request { address: repayment.asset, amount: repayment.amount, request_type: REPAY });
    }
    for lot in plan.lots.iter() {
        requests.push_back(Request { address: lot, amount: EVERYTHING, request_type: WITHDRAW_COLLATERAL });
    }
    let Ok(Ok(left)) = pool.try_submit_with_allowance(&vault, &vault, &vault, &requests) else {
        return Err(why_refused(&pool, plan));
    };
    // Compared as a whole: asking for lengths would be one host function more that every call of the vault pays for.
    let nothing = Map::from_array(e, []);
    if left.liabilities != nothing {
        return Err(VaultError::DebtLeft);
    }
    if left.collateral != nothing {
        return Err(VaultError::CollateralLeft);
    }
    Ok(())
}

/// A filled auction is gone from the pool; anything else is the pool's own refusal.
fn why_refused(pool: &PoolClient, plan: &Plan) -> VaultError {
    match pool.try_get_auction(&USER_LIQUIDATION, &plan.user) {
        Ok(Ok(auction)) if auction.block < pool.env.ledger().sequence() => VaultError::PoolRefused,
        _ => VaultError::AuctionGone,
    }
}
