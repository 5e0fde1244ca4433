//! What a Blend pool lacks and a demonstration wants. Everything that is not Blend's is in this file.

use crate::admin::{pool, reserves};
use crate::auctions::{self, AuctionType};
use crate::errors::PoolError;
use crate::market::{LoadedReserve, Market};
use crate::positions::{held, Account};
use crate::storage;
use crate::types::{AuctionData, Positions, ReserveConfig};
use crate::{LiquidationLab, LiquidationLabArgs, LiquidationLabClient};
use alloc::vec::Vec as List;
use soroban_sdk::{contractimpl, panic_with_error, token::TokenClient, Address, Env, Map, Vec};

#[contractimpl]
impl LiquidationLab {
    /// Creates a reserve, or changes one's settings, at once: queueing and setting without the queue time. Gives
    /// the reserve's index; the index in `metadata` is ignored. The administrator signs. Refuses settings out of
    /// their bounds (1202) and a 31st reserve (1200).
    pub fn create_reserve(env: Env, asset: Address, metadata: ReserveConfig) -> u32 {
        pool::require_admin(&env);
        reserves::require_valid(&env, &asset, &metadata);
        reserves::apply(&env, &asset, metadata)
    }

    /// Gives an account exactly these positions, healthy or not, with real tokens: for a rise of bTokens or a fall
    /// of dTokens the administrator pays in (rounded up), for a fall of bTokens the administrator is paid, and for
    /// a rise of dTokens the account is paid the borrowed tokens (rounded down). The administrator and the account sign.
    /// Refuses negative amounts (8), amounts of 2^64 or more, the pool and the backstop (1200), more positions than the pool
    /// allows (1208), an account in auction (1212) and a reserve left with everything lent out (1207). Traps for an
    /// unknown reserve.
    pub fn set_position(env: Env, user: Address, positions: Positions) {
        let admin = pool::require_admin(&env);
        // As in Blend, where every position is its owner's doing: a stranger's gift could not be told from earnings.
        if user != admin {
            user.require_auth();
        }
        let pool = env.current_contract_address();
        if user == pool || user == storage::backstop(&env) {
            panic_with_error!(&env, PoolError::BadRequest);
        }
        if storage::has_auction(&env, AuctionType::UserLiquidation as u32, &user) {
            panic_with_error!(&env, PoolError::AuctionInProgress);
        }
        let mut market = Market::load(&env);
        let wanted = without_zeros(&env, &positions);
        if wanted.limited_count() > market.config.max_positions {
            panic_with_error!(&env, PoolError::MaxPositionsExceeded);
        }

        let mut account = Account::load(&env, &user);
        let changes = changes(&mut market, &account.positions, &wanted);
        account.positions = wanted;
        for change in &changes {
            let reserve = &mut market.reserves[change.place];
            reserve.data.b_supply += change.b_tokens;
            reserve.data.d_supply += change.d_tokens;
            reserve.changed = true;
            if let Err(error) = reserve.require_utilisation_below_all() {
                panic_with_error!(&env, error);
            }
        }
        account.store(&env);
        market.store();
        for change in &changes {
            let reserve = &market.reserves[change.place];
            change.move_tokens(reserve, &TokenClient::new(&env, &reserve.asset), &pool, &admin, &user);
        }
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

/// The same positions without empty ones; refuses what no position may be.
fn without_zeros(env: &Env, positions: &Positions) -> Positions {
    let filter = |side: &Map<u32, i128>| {
        let mut kept = Map::new(env);
        for (index, amount) in side.iter() {
            if amount < 0 {
                panic_with_error!(env, PoolError::NegativeAmount);
            }
            if amount > i128::from(u64::MAX) {
                panic_with_error!(env, PoolError::BadRequest);
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

/// What becomes of one reserve when an account's positions are replaced.
struct Change {
    /// Place of the reserve in the market.
    place: usize,
    b_tokens: i128,
    d_tokens: i128,
}

/// The reserves whose tokens change.
fn changes(market: &mut Market, before: &Positions, after: &Positions) -> List<Change> {
    for positions in [before, after] {
        for side in [&positions.collateral, &positions.liabilities, &positions.supply] {
            for index in side.keys() {
                market.by_index(index);
            }
        }
    }
    let change = |(place, reserve): (usize, &LoadedReserve)| {
        let index = reserve.config.index;
        let b_tokens = |positions: &Positions| held(&positions.collateral, index) + held(&positions.supply, index);
        Change {
            place,
            b_tokens: b_tokens(after) - b_tokens(before),
            d_tokens: held(&after.liabilities, index) - held(&before.liabilities, index),
        }
    };
    let all = market.reserves.iter().enumerate().map(change);
    all.filter(|change| change.b_tokens != 0 || change.d_tokens != 0).collect()
}

impl Change {
    /// Pays for the change, in before out.
    fn move_tokens(
        &self,
        reserve: &LoadedReserve,
        token: &TokenClient,
        pool: &Address,
        admin: &Address,
        user: &Address,
    ) {
        let data = &reserve.data;
        if self.b_tokens > 0 {
            token.transfer(admin, pool, &data.supplied_up(self.b_tokens));
        }
        if self.d_tokens < 0 {
            token.transfer(admin, pool, &data.owed(-self.d_tokens));
        }
        if self.b_tokens < 0 {
            token.transfer(pool, admin, &data.supplied(-self.b_tokens));
        }
        if self.d_tokens > 0 {
            token.transfer(pool, user, &data.owed_down(self.d_tokens));
        }
    }
}
