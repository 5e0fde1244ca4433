//! What each kind of request does to an account and a reserve.

use super::Batch;
use crate::auctions::{deletion, fill::fill, AuctionType};
use crate::errors::PoolError;
use crate::events::{Borrow, Repay, Supply, SupplyCollateral, Withdraw, WithdrawCollateral};
use crate::positions::{add, held, take};
use crate::status::{require_active, require_not_frozen};
use crate::types::Request;
use soroban_sdk::Vec;

/// Kind of a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(u32)]
pub enum RequestType {
    /// Supply tokens that secure nothing.
    Supply = 0,
    /// Withdraw such tokens.
    Withdraw = 1,
    /// Supply collateral.
    SupplyCollateral = 2,
    /// Withdraw collateral.
    WithdrawCollateral = 3,
    /// Borrow tokens.
    Borrow = 4,
    /// Repay debt.
    Repay = 5,
    /// Fill an auction of an account's collateral.
    FillUserLiquidationAuction = 6,
    /// Fill an auction of the backstop's debt.
    FillBadDebtAuction = 7,
    /// Fill an auction of the backstop's interest.
    FillInterestAuction = 8,
    /// Delete the auction of one's own collateral.
    DeleteLiquidationAuction = 9,
}

impl RequestType {
    /// The kind with a number; refuses an unknown one.
    pub fn from_number(number: u32) -> Result<Self, PoolError> {
        use RequestType::*;
        Ok(match number {
            0 => Supply,
            1 => Withdraw,
            2 => SupplyCollateral,
            3 => WithdrawCollateral,
            4 => Borrow,
            5 => Repay,
            6 => FillUserLiquidationAuction,
            7 => FillBadDebtAuction,
            8 => FillInterestAuction,
            9 => DeleteLiquidationAuction,
            _ => return Err(PoolError::BadRequest),
        })
    }
}

impl Batch<'_> {
    /// Applies the requests in their order.
    pub(super) fn apply(&mut self, requests: &Vec<Request>) -> Result<(), PoolError> {
        for request in requests.iter() {
            self.apply_one(&request)?;
        }
        Ok(())
    }

    fn apply_one(&mut self, request: &Request) -> Result<(), PoolError> {
        if request.amount < 0 {
            return Err(PoolError::NegativeAmount);
        }
        let kind = RequestType::from_number(request.request_type)?;
        match kind {
            RequestType::Supply | RequestType::SupplyCollateral => {
                require_not_frozen(self.market.config.status)?;
                self.supply(kind, request)
            }
            RequestType::Withdraw | RequestType::WithdrawCollateral => self.withdraw(kind, request),
            RequestType::Borrow => {
                require_active(self.market.config.status)?;
                self.borrow(request)
            }
            RequestType::Repay => self.repay(request),
            RequestType::FillUserLiquidationAuction => {
                self.check_health = true;
                self.fill(AuctionType::UserLiquidation, request)
            }
            RequestType::FillBadDebtAuction => {
                self.check_health = true;
                self.fill(AuctionType::BadDebt, request)
            }
            RequestType::FillInterestAuction => self.fill(AuctionType::Interest, request),
            RequestType::DeleteLiquidationAuction => {
                require_active(self.market.config.status)?;
                self.check_health = true;
                deletion::delete_own(self.market.env, &self.account.address)
            }
        }
    }

    fn fill(&mut self, kind: AuctionType, request: &Request) -> Result<(), PoolError> {
        fill(&mut self.market, &mut self.account, kind, &request.address, request.amount)
    }

    fn supply(&mut self, kind: RequestType, request: &Request) -> Result<(), PoolError> {
        let place = self.market.by_asset(&request.address);
        let reserve = &mut self.market.reserves[place];
        reserve.require_enabled()?;
        let b_tokens = reserve.data.b_tokens_down(request.amount);
        if b_tokens <= 0 {
            return Err(PoolError::InvalidBTokenMintAmount);
        }
        reserve.data.b_supply += b_tokens;
        if reserve.data.supplied(reserve.data.b_supply) > reserve.config.supply_cap {
            return Err(PoolError::ExceededSupplyCap);
        }
        reserve.paid_in += request.amount;
        reserve.changed = true;

        let positions = &mut self.account.positions;
        let (env, index) = (self.market.env, reserve.config.index);
        let (asset, from) = (reserve.asset.clone(), self.account.address.clone());
        let (tokens, pool_tokens) = (request.amount, b_tokens);
        if kind == RequestType::Supply {
            add(&mut positions.supply, index, b_tokens);
            Supply { asset, from, tokens, pool_tokens }.publish(env);
        } else {
            add(&mut positions.collateral, index, b_tokens);
            SupplyCollateral { asset, from, tokens, pool_tokens }.publish(env);
        }
        Ok(())
    }

    /// Asking for more than is held withdraws all of it.
    fn withdraw(&mut self, kind: RequestType, request: &Request) -> Result<(), PoolError> {
        let place = self.market.by_asset(&request.address);
        let reserve = &mut self.market.reserves[place];
        let index = reserve.config.index;
        let positions = &mut self.account.positions;
        let side = if kind == RequestType::Withdraw {
            &mut positions.supply
        } else {
            self.check_health = true;
            &mut positions.collateral
        };

        let held = held(side, index);
        let mut tokens = request.amount;
        let mut b_tokens = reserve.data.b_tokens_up(tokens);
        if b_tokens > held {
            b_tokens = held;
            tokens = reserve.data.supplied(held);
        }
        if b_tokens <= 0 {
            return Err(PoolError::InvalidBTokenBurnAmount);
        }
        let env = self.market.env;
        take(env, side, index, b_tokens);
        reserve.data.b_supply -= b_tokens;
        reserve.require_utilisation_below_all()?;
        reserve.paid_out += tokens;
        reserve.changed = true;

        let (asset, from) = (reserve.asset.clone(), self.account.address.clone());
        let pool_tokens = b_tokens;
        if kind == RequestType::Withdraw {
            Withdraw { asset, from, tokens, pool_tokens }.publish(env);
        } else {
            WithdrawCollateral { asset, from, tokens, pool_tokens }.publish(env);
        }
        Ok(())
    }

    fn borrow(&mut self, request: &Request) -> Result<(), PoolError> {
        let place = self.market.by_asset(&request.address);
        self.market.reserves[place].require_enabled()?;
        let d_tokens = self.market.reserves[place].mintable_debt(request.amount)?;
        self.add_debt(place, d_tokens)?;
        let reserve = &mut self.market.reserves[place];
        reserve.paid_out += request.amount;
        Borrow {
            asset: reserve.asset.clone(),
            from: self.account.address.clone(),
            tokens: request.amount,
            pool_tokens: d_tokens,
        }
        .publish(self.market.env);
        Ok(())
    }

    /// Books `d_tokens` as debt of the account.
    pub(super) fn add_debt(&mut self, place: usize, d_tokens: i128) -> Result<(), PoolError> {
        let reserve = &mut self.market.reserves[place];
        reserve.data.d_supply += d_tokens;
        reserve.require_utilisation_below_all()?;
        reserve.changed = true;
        reserve.borrowed = true;
        self.check_health = true;
        let liabilities = &mut self.account.positions.liabilities;
        add(liabilities, reserve.config.index, d_tokens);
        Ok(())
    }

    /// Paying more than is owed burns the debt and gives the rest back.
    fn repay(&mut self, request: &Request) -> Result<(), PoolError> {
        let place = self.market.by_asset(&request.address);
        let reserve = &mut self.market.reserves[place];
        let index = reserve.config.index;
        let liabilities = &mut self.account.positions.liabilities;

        let held = held(liabilities, index);
        let mut tokens = request.amount;
        let mut d_tokens = reserve.data.d_tokens_down(tokens);
        reserve.paid_in += tokens;
        if d_tokens > held {
            d_tokens = held;
            tokens = reserve.data.owed(held);
            reserve.paid_out += request.amount - tokens;
        }
        if d_tokens <= 0 {
            return Err(PoolError::InvalidDTokenBurnAmount);
        }
        let env = self.market.env;
        take(env, liabilities, index, d_tokens);
        reserve.data.d_supply -= d_tokens;
        reserve.changed = true;
        Repay { asset: reserve.asset.clone(), from: self.account.address.clone(), tokens, pool_tokens: d_tokens }
            .publish(env);
        Ok(())
    }
}
