//! What a Blend pool lacks and a demonstration wants. Everything that is not Blend's is in this file.

use crate::admin::{pool, reserves};
use crate::auctions::{self, AuctionType};
use crate::contract::{LiquidationLab, LiquidationLabArgs, LiquidationLabClient};
use crate::errors::PoolError;
use crate::market::Market;
use crate::positions::{held, Account};
use crate::storage;
use crate::types::{AuctionData, Positions, ReserveConfig};
use soroban_sdk::{contractimpl, panic_with_error, token::TokenClient, Address, Env, Map, Vec};

#[contractimpl]
impl LiquidationLab {
    /// Creates a reserve, or changes one's settings, at once: queueing and setting without the queue time. Gives
    /// the reserve's index; the index in `metadata` is ignored. The administrator signs. Refuses settings out of
    /// their bounds (1202) and a 31st reserve (1200).
    pub fn create_reserve(env: Env, asset: Address, metadata: ReserveConfig) -> u32 {
        pool::require_admin(&env);
        reserves::require_valid(&env, &metadata);
        reserves::apply(&env, &asset, metadata)
    }

    /// Gives an account exactly these positions, healthy or not, with real tokens: for a rise of bTokens or a fall
    /// of dTokens the administrator pays in (rounded up), for a fall of bTokens the administrator is paid, and for
    /// a rise of dTokens the account is paid the borrowed tokens (rounded down). The administrator signs. Refuses
    /// negative amounts (8), the pool or the backstop (1200), more positions than the pool allows (1208), an
    /// account with an open auction (1212), and a reserve left with everything lent out (1207).
    pub fn set_position(env: Env, user: Address, positions: Positions) {
        let admin = pool::require_admin(&env);
        let pool = env.current_contract_address();
        if user == pool || user == storage::backstop(&env) {
            panic_with_error!(&env, PoolError::BadRequest);
        }
        if storage::has_auction(&env, AuctionType::UserLiquidation as u32, &user) {
            panic_with_error!(&env, PoolError::AuctionInProgress);
        }
        let mut market = Market::load(&env);
        let mut account = Account::load(&env, &user);
        let wanted = without_zeros(&env, &positions);
        if wanted.limited_count() > market.config.max_positions {
            panic_with_error!(&env, PoolError::MaxPositionsExceeded);
        }

        let before = core::mem::replace(&mut account.positions, wanted.clone());
        for index in 0..storage::reserve_list(&env).len() {
            let b_tokens = held(&wanted.collateral, index) + held(&wanted.supply, index)
                - held(&before.collateral, index)
                - held(&before.supply, index);
            let d_tokens = held(&wanted.liabilities, index) - held(&before.liabilities, index);
            if b_tokens != 0 || d_tokens != 0 {
                let place = market.by_index(index);
                let reserve = &mut market.reserves[place];
                reserve.data.b_supply += b_tokens;
                reserve.data.d_supply += d_tokens;
                reserve.changed = true;
            }
        }
        account.store(&env);
        market.store();
        move_tokens(&market, &admin, &user, &before, &wanted);
    }

    /// The seed's call: an auction of `pct` percent (1 to 100) of all the positions of `user`; the same as
    /// `new_auction` of type 0 with every asset of the account.
    pub fn new_liquidation_auction(env: Env, user: Address, pct: u64) -> AuctionData {
        storage::extend_instance(&env);
        let positions = storage::positions(&env, &user);
        let list = storage::reserve_list(&env);
        let assets = |side: &Map<u32, i128>| {
            let mut assets = Vec::new(&env);
            for index in side.keys() {
                assets.push_back(list.get_unchecked(index));
            }
            assets
        };
        auctions::create(
            &env,
            AuctionType::UserLiquidation as u32,
            &user,
            &assets(&positions.liabilities),
            &assets(&positions.collateral),
            u32::try_from(pct).unwrap_or(u32::MAX),
        )
    }
}

/// The same positions without empty ones; refuses negative ones.
fn without_zeros(env: &Env, positions: &Positions) -> Positions {
    let filter = |side: &Map<u32, i128>| {
        let mut kept = Map::new(env);
        for (index, amount) in side.iter() {
            if amount < 0 {
                panic_with_error!(env, PoolError::NegativeAmount);
            }
            if amount > 0 {
                kept.set(index, amount);
            }
        }
        kept
    };
    Positions {
        collateral: filter(&positions.collateral),
        liabilities: filter(&positions.liabilities),
        supply: filter(&positions.supply),
    }
}

/// Pays for the change of the positions.
fn move_tokens(market: &Market, admin: &Address, user: &Address, before: &Positions, after: &Positions) {
    let env = market.env;
    let pool = env.current_contract_address();
    for reserve in market.reserves.iter() {
        let (data, index) = (&reserve.data, reserve.config.index);
        let token = TokenClient::new(env, &reserve.asset);
        let b_tokens = held(&after.collateral, index) + held(&after.supply, index)
            - held(&before.collateral, index)
            - held(&before.supply, index);
        let d_tokens = held(&after.liabilities, index) - held(&before.liabilities, index);
        if b_tokens > 0 {
            token.transfer(admin, &pool, &data.supplied_up(b_tokens));
        }
        if d_tokens < 0 {
            token.transfer(admin, &pool, &data.owed(-d_tokens));
        }
        if b_tokens < 0 {
            token.transfer(&pool, admin, &data.supplied(-b_tokens));
        }
        if d_tokens > 0 {
            token.transfer(&pool, user, &data.owed_down(d_tokens));
        }
    }
    for reserve in market.reserves.iter() {
        if let Err(error) = reserve.require_utilisation_below_all() {
            panic_with_error!(env, error);
        }
    }
}
