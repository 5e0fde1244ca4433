//! Doing a step in one world.

use crate::constants::*;
use crate::steps::{Answer, Ask, Step, Who};
use crate::world::World;
use liquidation_lab::{FlashLoan, Positions, Request};
use soroban_sdk::testutils::Ledger as _;
use soroban_sdk::token::TokenClient;
use soroban_sdk::xdr::{ScErrorType, ScVal};
use soroban_sdk::{Address, Env, Error, InvokeError, Map, TryFromVal, Val, Vec};
use std::fmt::Debug;

impl World {
    pub fn address(&self, who: Who) -> Address {
        match who {
            Who::User(index) => self.users[index].clone(),
            Who::Backstop => self.backstop.clone(),
            Who::Pool => self.pool.clone(),
        }
    }

    fn asset_list(&self, indexes: &[usize]) -> Vec<Address> {
        Vec::from_iter(&self.env, indexes.iter().map(|i| self.assets[*i].clone()))
    }

    fn requests(&self, asks: &[Ask]) -> Vec<Request> {
        Vec::from_iter(
            &self.env,
            asks.iter().map(|ask| {
                let (request_type, address, amount) = match *ask {
                    Ask::Asset(kind, asset, amount) => (kind, self.assets[asset].clone(), amount),
                    Ask::Account(kind, who, amount) => (kind, self.address(who), amount),
                };
                Request { address, amount, request_type }
            }),
        )
    }

    /// Tokens of `debt` that `amount` of `collateral` can secure at the oracle's prices.
    fn affordable(&self, collateral: usize, debt: usize, amount: i128) -> i128 {
        let [from, to] = [collateral, debt].map(|asset| self.client().get_reserve(&self.assets[asset]));
        let price = |asset| self.oracle().peek(&self.assets[asset]);
        let factors = i128::from(from.config.c_factor) * i128::from(to.config.l_factor) / ONE;
        amount * price(collateral) / from.scalar * factors / ONE * to.scalar / price(debt)
    }

    /// Thousandths of debt that collateral covers, after the factors; 1,000 without debt.
    fn health_permille(&self, positions: &Positions) -> i128 {
        let value = |index: u32, amount: i128| {
            let asset = &self.assets[index as usize];
            let reserve = self.client().get_reserve(asset);
            (amount * self.oracle().peek(asset) / reserve.scalar, reserve)
        };
        let (mut collateral, mut debt) = (0, 0);
        for (index, amount) in positions.collateral.iter() {
            let (value, reserve) = value(index, amount);
            collateral += value * i128::from(reserve.config.c_factor) / ONE;
        }
        for (index, amount) in positions.liabilities.iter() {
            let (value, reserve) = value(index, amount);
            debt += value * ONE / i128::from(reserve.config.l_factor);
        }
        (collateral * 1_000).checked_div(debt).unwrap_or(1_000)
    }

    /// Does the step.
    pub fn take(&self, step: &Step) -> Answer {
        let env = &self.env;
        let pool = self.client();
        match step.clone() {
            Step::Submit(who, asks) => {
                let who = self.address(who);
                answer(env, pool.try_submit(&who, &who, &who, &self.requests(&asks)))
            }
            Step::SubmitFor { from, spender, to, asks } => {
                let (from, spender, to) = (self.address(from), self.address(spender), self.address(to));
                answer(env, pool.try_submit(&from, &spender, &to, &self.requests(&asks)))
            }
            Step::SubmitWithAllowance(who, asks) => {
                let who = self.address(who);
                let requests = self.requests(&asks);
                answer(env, pool.try_submit_with_allowance(&who, &who, &who, &requests))
            }
            Step::FlashLoan(who, asset, amount, asks) => {
                let loan = FlashLoan { amount, asset: self.assets[asset].clone(), contract: self.forwarder.clone() };
                answer(env, pool.try_flash_loan(&self.address(who), &loan, &self.requests(&asks)))
            }
            Step::NewAuction { kind, user, bid, lot, percent } => answer(
                env,
                pool.try_new_auction(
                    &kind,
                    &self.address(user),
                    &self.asset_list(&bid),
                    &self.asset_list(&lot),
                    &percent,
                ),
            ),
            Step::BackstopAuction { kind, user, assets, percent } => {
                let assets = self.asset_list(&assets);
                let lp = Vec::from_array(env, [self.lp.clone()]);
                let (bid, lot) = if kind == 1 { (assets, lp) } else { (lp, assets) };
                answer(env, pool.try_new_auction(&kind, &self.address(user), &bid, &lot, &percent))
            }
            Step::Leverage { user, collateral, debt, amount, permille } => {
                let borrowed = self.affordable(collateral, debt, amount) * permille / 1_000;
                let asks = vec![Ask::Asset(SUPPLY_COLLATERAL, collateral, amount), Ask::Asset(BORROW, debt, borrowed)];
                self.take(&Step::Submit(user, asks))
            }
            Step::AuctionOf(who, mask, percent) => {
                let user = self.address(who);
                let positions = pool.get_positions(&user);
                let chosen = |positions, shift| {
                    let mut assets = indexes(positions);
                    assets.retain(|asset| mask >> (asset + shift) & 1 == 1);
                    self.asset_list(&assets)
                };
                let (lot, bid) = (chosen(&positions.collateral, 0), chosen(&positions.liabilities, 4));
                answer(env, pool.try_new_auction(&0, &user, &bid, &lot, &percent))
            }
            Step::Liquidate { filler, user, percent, net } => {
                let positions = pool.get_positions(&self.address(user));
                let mut asks = vec![Ask::Account(FILL_USER, user, percent)];
                let plenty = 100_000_000 * ONE;
                let repay = |asset| Ask::Asset(REPAY, asset, plenty);
                let withdraw = |asset| Ask::Asset(WITHDRAW_COLLATERAL, asset, plenty);
                asks.extend(indexes(&positions.liabilities).into_iter().map(repay));
                asks.extend(indexes(&positions.collateral).into_iter().map(withdraw));
                let step = if net { Step::SubmitWithAllowance(filler, asks) } else { Step::Submit(filler, asks) };
                self.take(&step)
            }
            Step::GetAuction(kind, who) => answer(env, pool.try_get_auction(&kind, &self.address(who))),
            Step::DelAuction(kind, who) => answer(env, pool.try_del_auction(&kind, &self.address(who))),
            Step::BadDebt(who) => answer(env, pool.try_bad_debt(&self.address(who))),
            Step::GetReserve(asset) => answer(env, pool.try_get_reserve(&self.assets[asset])),
            Step::GetReserveList => answer(env, pool.try_get_reserve_list()),
            Step::GetConfig => answer(env, pool.try_get_config()),
            Step::GetAdmin => answer(env, pool.try_get_admin()),
            Step::GetPositions(who) => answer(env, pool.try_get_positions(&self.address(who))),
            Step::UpdateStatus => answer(env, pool.try_update_status()),
            Step::SetStatus(status) => answer(env, pool.try_set_status(&status)),
            Step::UpdatePool(rate, positions, collateral) => {
                answer(env, pool.try_update_pool(&rate, &positions, &collateral))
            }
            Step::QueueReserve(asset, config) => answer(env, pool.try_queue_set_reserve(&self.assets[asset], &config)),
            Step::CancelReserve(asset) => answer(env, pool.try_cancel_set_reserve(&self.assets[asset])),
            Step::SetReserve(asset) => answer(env, pool.try_set_reserve(&self.assets[asset])),
            Step::ProposeAdmin(who) => answer(env, pool.try_propose_admin(&self.address(who))),
            Step::AcceptAdmin => answer(env, pool.try_accept_admin()),
            Step::Gulp(asset) => answer(env, pool.try_gulp(&self.assets[asset])),
            Step::Donate(asset, amount) => {
                TokenClient::new(env, &self.assets[asset]).transfer(&self.admin, &self.pool, &amount);
                Answer::Nothing
            }
            Step::Price(asset, price) => {
                self.set_price(asset, price);
                Answer::Nothing
            }
            Step::Shock(who, target) => {
                let positions = pool.get_positions(&self.address(who));
                if let Some(debt) = positions.liabilities.keys().first() {
                    let permille = self.health_permille(&positions) * 1_000 / target;
                    self.take(&Step::PriceMove(debt as usize, permille.clamp(10, 100_000)));
                }
                Answer::Nothing
            }
            Step::PriceMove(asset, permille) => {
                let price = self.oracle().peek(&self.assets[asset]) * permille / 1_000;
                self.oracle().set(&self.assets[asset], &price, &0);
                Answer::Nothing
            }
            Step::OldPrice(asset, price, age) => {
                self.oracle().set(&self.assets[asset], &price, &age);
                Answer::Nothing
            }
            Step::NoPrice(asset) => {
                self.oracle().forget(&self.assets[asset]);
                Answer::Nothing
            }
            Step::Ledgers(count) => {
                env.ledger().with_mut(|ledger| {
                    ledger.sequence_number += count;
                    ledger.timestamp += u64::from(count) * LEDGER_SECONDS;
                });
                Answer::Nothing
            }
            Step::Seconds(seconds) => {
                env.ledger().with_mut(|ledger| ledger.timestamp += seconds);
                Answer::Nothing
            }
        }
    }
}

fn indexes(positions: &Map<u32, i128>) -> std::vec::Vec<usize> {
    positions.keys().iter().map(|index| index as usize).collect()
}

fn answer<T, C: Debug>(env: &Env, result: Result<Result<T, C>, Result<Error, InvokeError>>) -> Answer
where
    ScVal: TryFromVal<Env, Val>,
    T: soroban_sdk::IntoVal<Env, Val>,
{
    match result {
        Ok(value) => {
            let value: Val = value.unwrap().into_val(env);
            Answer::Value(ScVal::try_from_val(env, &value).unwrap())
        }
        Err(Ok(error)) if error.is_type(ScErrorType::Contract) => Answer::Number(error.get_code()),
        Err(Err(InvokeError::Contract(number))) => Answer::Number(number),
        Err(_) => Answer::Trap,
    }
}
