//! One reserve during one call.

use crate::errors::PoolError;
use crate::math::fixed::{pow10, SCALAR_7};
use crate::math::rates::{accrue, utilisation};
use crate::storage;
use crate::types::{ReserveConfig, ReserveData};
use soroban_sdk::{Address, Env};

/// A reserve, accrued, with what the call has done to it.
pub struct LoadedReserve {
    /// Token contract of the underlying asset.
    pub asset: Address,
    /// Settings.
    pub config: ReserveConfig,
    /// State.
    pub data: ReserveData,
    /// 10 to the power of the asset's decimals.
    pub scalar: i128,
    /// Price in the oracle's decimals; 0 until it is asked for.
    pub price: i128,
    /// Whether the state must be written.
    pub changed: bool,
    /// Whether the call borrowed from it.
    pub borrowed: bool,
    /// Underlying tokens that the call owes the pool.
    pub paid_in: i128,
    /// Underlying tokens that the pool owes the caller.
    pub paid_out: i128,
}

impl LoadedReserve {
    /// Reads and accrues. Traps without a number when the asset has no reserve.
    pub fn load(env: &Env, asset: Address, bstop_rate: u32, now: u64) -> Self {
        let (Some(config), Some(mut data)) = (storage::reserve_config(env, &asset), storage::reserve_data(env, &asset))
        else {
            panic!("no such reserve")
        };
        accrue(&config, &mut data, bstop_rate, now);
        LoadedReserve {
            scalar: pow10(config.decimals),
            asset,
            config,
            data,
            price: 0,
            changed: false,
            borrowed: false,
            paid_in: 0,
            paid_out: 0,
        }
    }

    /// Refuses when everything supplied is lent out.
    pub fn require_utilisation_below_all(&self) -> Result<(), PoolError> {
        if utilisation(&self.data) >= SCALAR_7 {
            return Err(PoolError::InvalidUtilRate);
        }
        Ok(())
    }

    /// Refuses when more is lent out than the reserve's settings allow.
    pub fn require_utilisation_below_max(&self) -> Result<(), PoolError> {
        if utilisation(&self.data) > i128::from(self.config.max_util) {
            return Err(PoolError::InvalidUtilRate);
        }
        Ok(())
    }

    /// Refuses supplying and borrowing while the reserve is disabled.
    pub fn require_enabled(&self) -> Result<(), PoolError> {
        if !self.config.enabled {
            return Err(PoolError::ReserveDisabled);
        }
        Ok(())
    }

    /// dTokens that a borrowing of `tokens` mints; refuses one that mints none.
    pub fn mintable_debt(&self, tokens: i128) -> Result<i128, PoolError> {
        let d_tokens = self.data.d_tokens_up(tokens);
        if d_tokens <= 0 {
            return Err(PoolError::InvalidDTokenMintAmount);
        }
        Ok(d_tokens)
    }
}
