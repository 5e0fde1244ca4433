use delayed_upgrade::Refusal;
use soroban_sdk::{contract, contractimpl, panic_with_error, Address, BytesN, Env, String, Vec};
use stellar_access::ownable::{self, Ownable};

use crate::{
    errors::RegistryError,
    events::{
        KeeperDeregistered, KeeperRegistered, KeeperSlashed, MinStakeSet, RegistryPaused, RegistryUnpaused, StakeAdded,
        StakeRemoved,
    },
    index,
    keeper::{Clearance, Config, KeeperInfo, MAX_STAKE, MIN_STAKE_FLOOR},
    name, stake_token, storage, vault,
};

/// The keeper registry.
#[contract]
pub struct KeeperRegistry;

#[contractimpl]
impl KeeperRegistry {
    /// Sets the owner, the vault (its address may be computed before it is deployed), the stake token and the minimum
    /// stake in stroops. Deployment and these values are one authorisation of the deployer's. Refused where no token
    /// answers at `stake_token`; traps where `vault` is an account.
    pub fn __constructor(
        e: &Env,
        admin: Address,
        vault: Address,
        stake_token: Address,
        min_stake: i128,
    ) -> Result<(), RegistryError> {
        check_min_stake(min_stake)?;
        stake_token::held(e, &stake_token)?;
        vault::check(&vault)?;
        ownable::set_owner(e, &admin);
        storage::set_config(e, &Config { min_stake, stake_token, vault });
        storage::extend_instance(e);
        Ok(())
    }

    /// Registers `keeper` under `name` and locks `stake` stroops of its USDC. The keeper signs. Refused while paused.
    pub fn register(e: &Env, keeper: Address, name: String, stake: i128) -> Result<(), RegistryError> {
        keeper.require_auth();
        if storage::paused(e) {
            return Err(RegistryError::Paused);
        }
        name::check(&name)?;
        check_amount(stake)?;
        match storage::keeper(e, &keeper) {
            Some(info) if info.slashed => return Err(RegistryError::Slashed),
            Some(_) => return Err(RegistryError::AlreadyRegistered),
            None => {}
        }
        let config = storage::config(e);
        if stake < config.min_stake {
            return Err(RegistryError::StakeBelowMinimum);
        }
        stake_token::lock(e, &config.stake_token, &keeper, stake)?;
        let slot = index::append(e, &keeper);
        let registered = e.ledger().sequence();
        storage::set_keeper(e, &keeper, &KeeperInfo { name: name.clone(), registered, slashed: false, slot, stake });
        storage::extend_instance(e);
        KeeperRegistered { keeper, name, stake }.publish(e);
        Ok(())
    }

    /// Locks `amount` stroops more and returns the new stake. The keeper signs. Works while paused.
    pub fn add_stake(e: &Env, keeper: Address, amount: i128) -> Result<i128, RegistryError> {
        keeper.require_auth();
        check_amount(amount)?;
        let mut info = active_keeper(e, &keeper)?;
        let stake = info.stake + amount;
        check_amount(stake)?;
        stake_token::lock(e, &storage::config(e).stake_token, &keeper, amount)?;
        info.stake = stake;
        storage::set_keeper(e, &keeper, &info);
        storage::extend_instance(e);
        StakeAdded { keeper, amount, stake }.publish(e);
        Ok(stake)
    }

    /// Pays `amount` stroops of the stake back and returns what stays: never less than the minimum, nor than the
    /// keeper's open draws need. The keeper signs.
    pub fn remove_stake(e: &Env, keeper: Address, amount: i128) -> Result<i128, RegistryError> {
        keeper.require_auth();
        check_amount(amount)?;
        let mut info = active_keeper(e, &keeper)?;
        let config = storage::config(e);
        let stake = info.stake - amount;
        if stake < config.min_stake {
            return Err(RegistryError::StakeBelowMinimum);
        }
        if stake < vault::stake_needed(e, &config.vault, &keeper)? {
            return Err(RegistryError::CapitalOut);
        }
        info.stake = stake;
        storage::set_keeper(e, &keeper, &info);
        stake_token::release(e, &config.stake_token, &keeper, amount)?;
        storage::extend_instance(e);
        StakeRemoved { keeper, amount, stake }.publish(e);
        Ok(stake)
    }

    /// Takes `keeper` off the registry, pays its whole stake back and returns it in stroops. Refused while the keeper
    /// has capital out. A slashed keeper gets what is left of its stake; its record stays, and it stays barred. The
    /// keeper signs.
    pub fn deregister(e: &Env, keeper: Address) -> Result<i128, RegistryError> {
        keeper.require_auth();
        let mut info = storage::keeper(e, &keeper).ok_or(RegistryError::NotRegistered)?;
        if info.slashed && info.stake == 0 {
            return Err(RegistryError::Slashed);
        }
        let config = storage::config(e);
        if vault::stake_needed(e, &config.vault, &keeper)? != 0 {
            return Err(RegistryError::CapitalOut);
        }
        let refund = info.stake;
        if info.slashed {
            info.stake = 0;
            storage::set_keeper(e, &keeper, &info);
        } else {
            index::swap_remove(e, info.slot);
            storage::remove_keeper(e, &keeper);
        }
        stake_token::release(e, &config.stake_token, &keeper, refund)?;
        storage::extend_instance(e);
        KeeperDeregistered { keeper, refund }.publish(e);
        Ok(refund)
    }

    /// For the vault: stake in stroops and whether capital may move. Never fails for an unknown address, calls nobody.
    pub fn clearance(e: &Env, keeper: Address) -> Clearance {
        storage::extend_instance(e);
        match storage::touched_keeper(e, &keeper) {
            Some(info) => Clearance { cleared: !info.slashed && !storage::paused(e), stake: info.stake },
            None => Clearance { cleared: false, stake: 0 },
        }
    }

    /// For the vault alone: pays up to `amount` stroops of `keeper`'s stake to the vault, bars the keeper for ever and
    /// returns what was paid: less than asked only where stake, or the registry's own balance after a claw-back, is.
    pub fn slash(e: &Env, keeper: Address, amount: i128) -> Result<i128, RegistryError> {
        let config = storage::config(e);
        config.vault.require_auth();
        if amount < 0 {
            return Err(RegistryError::InvalidAmount);
        }
        let mut info = storage::keeper(e, &keeper).ok_or(RegistryError::NotRegistered)?;
        let taken = amount.min(info.stake).min(stake_token::held(e, &config.stake_token)?);
        if taken > 0 {
            stake_token::release(e, &config.stake_token, &config.vault, taken)?;
        }
        if !info.slashed {
            index::swap_remove(e, info.slot);
        }
        info.slashed = true;
        info.stake -= taken;
        storage::set_keeper(e, &keeper, &info);
        storage::extend_instance(e);
        KeeperSlashed { keeper, asked: amount, taken, stake: info.stake }.publish(e);
        Ok(taken)
    }

    /// The keeper's record.
    pub fn get_keeper(e: &Env, keeper: Address) -> Result<KeeperInfo, RegistryError> {
        storage::keeper(e, &keeper).ok_or(RegistryError::NotRegistered)
    }

    /// Addresses of all active keepers, in index order. Past some hundreds use [`Self::get_keepers_page`].
    pub fn get_keepers(e: &Env) -> Vec<Address> {
        index::read(e, 0, u32::MAX)
    }

    /// Up to `limit` active keepers from position `start` on; empty beyond the end.
    pub fn get_keepers_page(e: &Env, start: u32, limit: u32) -> Vec<Address> {
        index::read(e, start, limit)
    }

    /// How many keepers are active.
    pub fn keeper_count(e: &Env) -> u32 {
        storage::count(e)
    }

    /// Whether `keeper` is registered and not slashed (a pause does not matter here).
    pub fn is_active(e: &Env, keeper: Address) -> bool {
        storage::keeper(e, &keeper).is_some_and(|info| !info.slashed)
    }

    /// The registry's settings.
    pub fn get_config(e: &Env) -> Config {
        storage::config(e)
    }

    /// Sets the smallest stake of a keeper, 1 USDC to 10 billion USDC in stroops. Keepers below it stay registered and
    /// can only add stake or leave. The owner signs.
    pub fn set_min_stake(e: &Env, min_stake: i128) -> Result<(), RegistryError> {
        ownable::enforce_owner_auth(e);
        check_min_stake(min_stake)?;
        storage::set_config(e, &Config { min_stake, ..storage::config(e) });
        storage::extend_instance(e);
        MinStakeSet { min_stake }.publish(e);
        Ok(())
    }

    /// Stops register, draw and liquidate. Never deposit, withdraw, return, settle, add_stake or deregister. The owner
    /// signs.
    pub fn pause(e: &Env) -> Result<(), RegistryError> {
        ownable::enforce_owner_auth(e);
        if storage::paused(e) {
            return Err(RegistryError::Paused);
        }
        storage::set_paused(e, true);
        storage::extend_instance(e);
        RegistryPaused {}.publish(e);
        Ok(())
    }

    /// Ends a pause. The owner signs.
    pub fn unpause(e: &Env) -> Result<(), RegistryError> {
        ownable::enforce_owner_auth(e);
        if !storage::paused(e) {
            return Err(RegistryError::NotPaused);
        }
        storage::set_paused(e, false);
        storage::extend_instance(e);
        RegistryUnpaused {}.publish(e);
        Ok(())
    }

    /// Whether the registry is paused.
    pub fn paused(e: &Env) -> bool {
        storage::paused(e)
    }

    /// Proposes an upgrade and returns the first ledger in which it may be carried out. The owner signs.
    pub fn propose_upgrade(e: &Env, wasm_hash: BytesN<32>) -> u32 {
        ownable::enforce_owner_auth(e);
        storage::extend_instance(e);
        delayed_upgrade::propose(e, wasm_hash)
    }

    /// Carries out the proposed upgrade once its delay has passed. The owner signs.
    pub fn upgrade(e: &Env) -> Result<(), RegistryError> {
        ownable::enforce_owner_auth(e);
        match delayed_upgrade::upgrade(e) {
            Ok(_) => Ok(()),
            Err(Refusal::NotProposed) => Err(RegistryError::UpgradeNotProposed),
            Err(Refusal::TooEarly) => Err(RegistryError::UpgradeTooEarly),
        }
    }
}

#[contractimpl(contracttrait)]
impl Ownable for KeeperRegistry {
    fn renounce_ownership(e: &Env) {
        panic_with_error!(e, RegistryError::OwnerRequired)
    }
}

fn active_keeper(e: &Env, keeper: &Address) -> Result<KeeperInfo, RegistryError> {
    let info = storage::keeper(e, keeper).ok_or(RegistryError::NotRegistered)?;
    if info.slashed {
        return Err(RegistryError::Slashed);
    }
    Ok(info)
}

fn check_amount(amount: i128) -> Result<(), RegistryError> {
    if (1..=MAX_STAKE).contains(&amount) {
        Ok(())
    } else {
        Err(RegistryError::InvalidAmount)
    }
}

fn check_min_stake(min_stake: i128) -> Result<(), RegistryError> {
    if (MIN_STAKE_FLOOR..=MAX_STAKE).contains(&min_stake) {
        Ok(())
    } else {
        Err(RegistryError::InvalidMinStake)
    }
}
