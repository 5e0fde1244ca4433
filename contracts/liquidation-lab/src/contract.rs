//! Blend v2's functions: who must sign, which room does the work.

use crate::admin::{gulp, pool, reserves, status};
use crate::auctions;
use crate::market::Market;
use crate::storage;
use crate::submit::{self, Settlement};
use crate::types::{AuctionData, FlashLoan, PoolConfig, Positions, Request, Reserve, ReserveConfig};
use crate::{LiquidationLab, LiquidationLabArgs, LiquidationLabClient};
use soroban_sdk::{contractimpl, panic_with_error, Address, Env, String, Vec};

#[contractimpl]
impl LiquidationLab {
    /// Sets the pool up; Blend's arguments in Blend's order. `backstop_id` is a plain account that stands for the
    /// backstop, `blnd_id` the token that stands for the backstop's. The administrator signs, as in Blend. Refuses settings out of their bounds (1201).
    #[allow(clippy::too_many_arguments)] // Blend's list
    pub fn __constructor(
        env: Env,
        admin: Address,
        name: String,
        oracle: Address,
        bstop_rate: u32,
        max_positions: u32,
        min_collateral: i128,
        backstop_id: Address,
        blnd_id: Address,
    ) {
        let new = pool::Construction {
            admin,
            name,
            oracle,
            bstop_rate,
            max_positions,
            min_collateral,
            backstop: backstop_id,
            backstop_token: blnd_id,
        };
        pool::construct(&env, new);
    }

    /// The pool's settings.
    pub fn get_config(env: Env) -> PoolConfig {
        storage::config(&env)
    }

    /// The administrator.
    pub fn get_admin(env: Env) -> Address {
        storage::admin(&env)
    }

    /// Assets of the reserves; an asset's place is its reserve's index.
    pub fn get_reserve_list(env: Env) -> Vec<Address> {
        storage::reserve_list(&env)
    }

    /// A reserve, accrued to the current ledger. Traps when the asset has none.
    pub fn get_reserve(env: Env, asset: Address) -> Reserve {
        let mut market = Market::load(&env);
        let place = market.by_asset(&asset);
        let loaded = market.reserves.swap_remove(place);
        Reserve { asset: loaded.asset, config: loaded.config, data: loaded.data, scalar: loaded.scalar }
    }

    /// Positions of an account, in bTokens and dTokens; three empty maps when it has none.
    pub fn get_positions(env: Env, address: Address) -> Positions {
        storage::positions(&env, &address)
    }

    /// An open auction. Traps when there is none.
    pub fn get_auction(env: Env, auction_type: u32, user: Address) -> AuctionData {
        storage::auction(&env, auction_type, &user)
    }

    /// Creates an auction of `percent` (1 to 100) of the `bid` debts for the `lot` collateral; it starts in the
    /// next ledger. Anyone may call.
    pub fn new_auction(
        env: Env,
        auction_type: u32,
        user: Address,
        bid: Vec<Address>,
        lot: Vec<Address>,
        percent: u32,
    ) -> AuctionData {
        storage::extend_instance(&env);
        auctions::create(&env, auction_type, &user, &bid, &lot, percent)
    }

    /// Deletes an auction that started 500 ledgers ago or earlier. Anyone may call.
    pub fn del_auction(env: Env, auction_type: u32, user: Address) {
        storage::extend_instance(&env);
        if let Err(error) = auctions::deletion::delete_stale(&env, auction_type, &user) {
            panic_with_error!(&env, error);
        }
    }

    /// Moves debt without collateral to the backstop, or writes the backstop's own off. Anyone may call.
    pub fn bad_debt(env: Env, user: Address) {
        storage::extend_instance(&env);
        auctions::bad_debt::settle(&env, &user);
    }

    /// Applies requests to the positions of `from`; `spender` pays everything in by transfer, then `to` is paid
    /// everything out. `spender` signs, and `from` if it is another. Gives the positions of `from`.
    pub fn submit(env: Env, from: Address, spender: Address, to: Address, requests: Vec<Request>) -> Positions {
        authorise(&env, &from, &spender);
        submit::execute(&env, &from, &spender, &to, &requests, Settlement::Gross)
    }

    /// As `submit`, but only each token's difference moves, and what is paid in is pulled by the pool's allowance.
    pub fn submit_with_allowance(
        env: Env,
        from: Address,
        spender: Address,
        to: Address,
        requests: Vec<Request>,
    ) -> Positions {
        authorise(&env, &from, &spender);
        submit::execute(&env, &from, &spender, &to, &requests, Settlement::Net)
    }

    /// Lends to a contract for the rest of the call: books the debt to `from`, applies the requests, validates,
    /// pays the loan out, calls the contract's `exec_op(caller, token, amount, fee)` and settles the requests net.
    pub fn flash_loan(env: Env, from: Address, flash_loan: FlashLoan, requests: Vec<Request>) -> Positions {
        storage::extend_instance(&env);
        from.require_auth();
        submit::flash_loan::execute(&env, &from, &flash_loan, &requests)
    }

    /// Brings the status up to date; gives it. Anyone may call.
    pub fn update_status(env: Env) -> u32 {
        status::update(&env)
    }

    /// Sets the status 0, 2, 3 or 4. The administrator signs.
    pub fn set_status(env: Env, pool_status: u32) {
        status::set(&env, pool_status);
    }

    /// Books tokens that were sent to the pool past its functions; gives their number. Anyone may call.
    pub fn gulp(env: Env, asset: Address) -> i128 {
        storage::extend_instance(&env);
        gulp::gulp(&env, &asset)
    }

    /// Changes the pool's settings. The administrator signs. Refuses settings out of their bounds (1201).
    pub fn update_pool(env: Env, backstop_take_rate: u32, max_positions: u32, min_collateral: i128) {
        pool::update(&env, backstop_take_rate, max_positions, min_collateral);
    }

    /// Queues settings of a reserve for a week, or for no time while the pool is being set up. The administrator
    /// signs. Refuses settings out of their bounds (1202).
    pub fn queue_set_reserve(env: Env, asset: Address, metadata: ReserveConfig) {
        reserves::queue(&env, &asset, &metadata);
    }

    /// Drops queued settings. The administrator signs.
    pub fn cancel_set_reserve(env: Env, asset: Address) {
        reserves::cancel(&env, &asset);
    }

    /// Applies queued settings once their time has come (1203 before); gives the reserve's index. Anyone may call.
    pub fn set_reserve(env: Env, asset: Address) -> u32 {
        storage::extend_instance(&env);
        reserves::set_queued(&env, &asset)
    }

    /// Proposes a new administrator. The administrator signs.
    pub fn propose_admin(env: Env, new_admin: Address) {
        pool::propose_admin(&env, &new_admin);
    }

    /// Makes the proposed account the administrator; that account signs.
    pub fn accept_admin(env: Env) {
        storage::extend_instance(&env);
        pool::accept_admin(&env);
    }
}

fn authorise(env: &Env, from: &Address, spender: &Address) {
    storage::extend_instance(env);
    spender.require_auth();
    if from != spender {
        from.require_auth();
    }
}
