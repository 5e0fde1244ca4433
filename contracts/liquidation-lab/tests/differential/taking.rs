//! Doing a step in one world.

use crate::constants::*;
use crate::steps::{Answer, Ask, Step, Who};
use crate::world::World;
use liquidation_lab::{FlashLoan, Positions, Request};
use soroban_sdk::testutils::Ledger as _;
use soroban_sdk::token::TokenClient;
use soroban_sdk::xdr::{ScErrorType, ScVal};
use soroban_sdk::{Address, Env, Error, InvokeError, Map, Symbol, TryFromVal, Val, Vec};
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

    /// Does a step that `resolve` has made concrete.
    pub fn take(&self, step: &Step) -> Answer {
        let env = &self.env;
        let pool = self.client();
        match step.clone() {
            Step::Rest => Answer::Nothing,
            derived @ (Step::Leverage { .. }
            | Step::AuctionOf(..)
            | Step::Crowd { .. }
            | Step::Liquidate { .. }
            | Step::Shock(..)
            | Step::PriceMove(..)) => panic!("{derived:?} is not concrete"),
            Step::Submit(who, asks) => {
                let who = self.address(who);
                answer(env, pool.try_submit(&who, &who, &who, &self.requests(&asks)))
            }
            Step::SubmitFor { from, spender, to, asks, net } => {
                let (from, spender, to) = (self.address(from), self.address(spender), self.address(to));
                let requests = self.requests(&asks);
                match net {
                    true => answer(env, pool.try_submit_with_allowance(&from, &spender, &to, &requests)),
                    false => answer(env, pool.try_submit(&from, &spender, &to, &requests)),
                }
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
            Step::EmptyBackstop => {
                self.empty_backstop();
                Answer::Nothing
            }
            Step::Forfeit(who) => {
                let address = self.address(who);
                let positions = pool.get_positions(&address);
                if !positions.liabilities.is_empty() {
                    let left = Positions { collateral: Map::new(env), ..positions };
                    let key = (Symbol::new(env, "Positions"), address);
                    env.as_contract(&self.pool, || env.storage().persistent().set(&key, &left));
                }
                Answer::Nothing
            }
            Step::Price(asset, price) => {
                self.set_price(asset, price);
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
