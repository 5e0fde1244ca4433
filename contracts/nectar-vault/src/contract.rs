use delayed_upgrade::Refusal;
use soroban_sdk::{contract, contractimpl, panic_with_error, Address, BytesN, Env, MuxedAddress, String};
use stellar_access::ownable::{self, Ownable};
use stellar_tokens::fungible::{Base, FungibleToken};

use crate::{
    callee, capital,
    config::{check_amount, Config},
    cooldown, deposits,
    errors::VaultError,
    events::ConfigSet,
    keeper_record::{with_penalty, KeeperRecord},
    liquidate, listing,
    plan::Plan,
    shares::{self, VaultShares},
    state::{self, VaultState},
    storage,
};

/// The vault.
#[contract]
pub struct NectarVault;

#[contractimpl]
impl NectarVault {
    /// Sets owner, USDC, registry and config, and locks 10 USDC of the admin's as seed shares for ever. The admin
    /// signs; deployment and these values are one authorisation of the deployer's.
    pub fn __constructor(
        e: &Env,
        admin: Address,
        usdc: Address,
        registry: Address,
        config: Config,
    ) -> Result<(), VaultError> {
        admin.require_auth();
        config.check()?;
        callee::check(e, &usdc)?;
        callee::check(e, &registry)?;
        ownable::set_owner(e, &admin);
        storage::set_usdc(e, &usdc);
        storage::set_registry(e, &registry);
        storage::set_config(e, &config);
        deposits::lock_seed(e, &admin)?;
        storage::extend_instance(e);
        Ok(())
    }

    /// Takes `amount` stroops of the user's USDC and returns the shares issued, 13 decimals, rounded down at the price
    /// with unvested profit. The user signs. Works while paused.
    pub fn deposit(e: &Env, user: Address, amount: i128) -> Result<i128, VaultError> {
        user.require_auth();
        check_amount(amount)?;
        storage::extend_instance(e);
        deposits::deposit(e, &user, amount)
    }

    /// Redeems `shares` and returns the USDC paid in stroops, rounded down at the price without unvested profit. The
    /// user signs. Works while paused; only idle capital can be paid.
    pub fn withdraw(e: &Env, user: Address, shares: i128) -> Result<i128, VaultError> {
        user.require_auth();
        storage::extend_instance(e);
        deposits::withdraw(e, &user, shares)
    }

    /// Sends `amount` stroops to the keeper, covered with the penalty by its stake. The keeper signs.
    pub fn draw(e: &Env, keeper: Address, amount: i128) -> Result<(), VaultError> {
        keeper.require_auth();
        check_amount(amount)?;
        storage::extend_instance(e);
        capital::draw(e, &keeper, amount)
    }

    /// Takes `amount` stroops back: the debt first, the rest is profit, of which the keeper keeps its fee. Returns the
    /// profit, fee included. The keeper signs. Works while paused and after the deadline.
    pub fn return_proceeds(e: &Env, keeper: Address, amount: i128) -> Result<i128, VaultError> {
        keeper.require_auth();
        check_amount(amount)?;
        storage::extend_instance(e);
        capital::take_back(e, &keeper, amount)
    }

    /// Pays the keeper's overdue debt and the penalty from its stake and returns what the stake paid. Anyone may call.
    pub fn settle_overdue(e: &Env, keeper: Address) -> Result<i128, VaultError> {
        storage::extend_instance(e);
        capital::settle(e, &keeper)
    }

    /// Carries out one liquidation in this transaction and returns the profit measured, fee included, in stroops. The
    /// keeper signs; no capital is outside the vault afterwards.
    pub fn liquidate(e: &Env, keeper: Address, plan: Plan) -> Result<i128, VaultError> {
        keeper.require_auth();
        storage::extend_instance(e);
        liquidate::run(e, &keeper, &plan)
    }

    /// The user's shares and what they redeem at this ledger, in stroops.
    pub fn position(e: &Env, user: Address) -> (i128, i128) {
        let shares = Base::balance(e, &user);
        let value = storage::books(e).value_of(shares, e.ledger().sequence());
        (shares, value.unwrap_or(0))
    }

    /// Shares that a deposit of `amount` stroops would get now; 0 where it would be refused for its amount.
    pub fn preview_deposit(e: &Env, amount: i128) -> i128 {
        match check_amount(amount) {
            Ok(()) => storage::books(e).shares_for(amount).unwrap_or(0),
            Err(_) => 0,
        }
    }

    /// Stroops that `shares` would redeem now; 0 for a number of shares that cannot be.
    pub fn preview_redeem(e: &Env, shares: i128) -> i128 {
        storage::books(e).value_of(shares, e.ledger().sequence()).unwrap_or(0)
    }

    /// Stroops that the user could withdraw now: the value of its shares, at most what is idle, nothing in a cooldown.
    pub fn max_withdraw(e: &Env, user: Address) -> i128 {
        if cooldown::active(e, &user) {
            return 0;
        }
        Self::position(e, user).1.min(storage::books(e).idle)
    }

    /// USDC per share with 12 decimals at the withdrawal price, rounded down.
    pub fn share_price(e: &Env) -> i128 {
        state::read(e).share_price
    }

    /// SEP-41: burns `amount` of the holder's shares for nothing; their value goes to the others. The holder signs.
    pub fn burn(e: &Env, from: Address, amount: i128) {
        shares::burn(e, &from, amount);
    }

    /// SEP-41: burns `amount` of a holder's shares out of the spender's allowance. The spender signs.
    pub fn burn_from(e: &Env, spender: Address, from: Address, amount: i128) {
        shares::burn_from(e, &spender, &from, amount);
    }

    /// The vault at this ledger.
    pub fn get_state(e: &Env) -> VaultState {
        state::read(e)
    }

    /// The vault's settings.
    pub fn get_config(e: &Env) -> Config {
        storage::config(e)
    }

    /// The keeper's debt and history; all zero for an address that never touched capital.
    pub fn get_keeper_record(e: &Env, keeper: Address) -> KeeperRecord {
        storage::keeper_record(e, &keeper)
    }

    /// Stake that the keeper's open draws need, penalty included, rounded up, in stroops; 0 without a debt.
    pub fn stake_needed(e: &Env, keeper: Address) -> i128 {
        with_penalty(storage::keeper_record(e, &keeper).drawn, storage::config(e).default_penalty_bps)
    }

    /// Sets every field of the config within its bounds. The owner signs.
    pub fn set_config(e: &Env, config: Config) -> Result<(), VaultError> {
        ownable::enforce_owner_auth(e);
        config.check()?;
        storage::set_config(e, &config);
        storage::extend_instance(e);
        ConfigSet { config }.publish(e);
        Ok(())
    }

    /// Lets plans use a Blend v2 pool (`listed`), or one that they may use no longer. The owner signs.
    pub fn allow_pool(e: &Env, pool: Address, listed: bool) -> Result<(), VaultError> {
        ownable::enforce_owner_auth(e);
        storage::extend_instance(e);
        if listed {
            listing::list_pool(e, pool)
        } else {
            listing::unlist_pool(e, pool)
        }
    }

    /// Lets plans use an exchange with Soroswap's router functions (`listed`), or one that they may use no longer. The
    /// owner signs.
    pub fn allow_exchange(e: &Env, exchange: Address, listed: bool) -> Result<(), VaultError> {
        ownable::enforce_owner_auth(e);
        storage::extend_instance(e);
        if listed {
            listing::list_exchange(e, exchange)
        } else {
            listing::unlist_exchange(e, exchange)
        }
    }

    /// Lets plans use `asset`, priced by its own SEP-40 `oracle`: prices up to `max_age` seconds old (1 to 86,400), a
    /// pool's price off by up to `max_deviation_bps` (1 to 10,000). The owner signs.
    pub fn set_asset(
        e: &Env,
        asset: Address,
        oracle: Address,
        max_age: u64,
        max_deviation_bps: u32,
    ) -> Result<(), VaultError> {
        ownable::enforce_owner_auth(e);
        storage::extend_instance(e);
        listing::list_asset(e, asset, oracle, max_age, max_deviation_bps)
    }

    /// Takes `asset` out of plans' reach. The owner signs.
    pub fn remove_asset(e: &Env, asset: Address) -> Result<(), VaultError> {
        ownable::enforce_owner_auth(e);
        storage::extend_instance(e);
        listing::unlist_asset(e, asset)
    }

    /// Proposes an upgrade and returns the first ledger in which it may be carried out. The owner signs.
    pub fn propose_upgrade(e: &Env, wasm_hash: BytesN<32>) -> u32 {
        ownable::enforce_owner_auth(e);
        storage::extend_instance(e);
        delayed_upgrade::propose(e, wasm_hash)
    }

    /// Carries out the proposed upgrade once its delay has passed. The owner signs.
    pub fn upgrade(e: &Env) -> Result<(), VaultError> {
        ownable::enforce_owner_auth(e);
        match delayed_upgrade::upgrade(e) {
            Ok(_) => Ok(()),
            Err(Refusal::NotProposed) => Err(VaultError::UpgradeNotProposed),
            Err(Refusal::TooEarly) => Err(VaultError::UpgradeTooEarly),
        }
    }
}

#[contractimpl(contracttrait)]
impl FungibleToken for NectarVault {
    type ContractType = VaultShares;
}

#[contractimpl(contracttrait)]
impl Ownable for NectarVault {
    fn renounce_ownership(e: &Env) {
        panic_with_error!(e, VaultError::OwnerRequired)
    }
}
