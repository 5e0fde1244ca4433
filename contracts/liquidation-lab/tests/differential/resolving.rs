//! Steps that depend on the state, made concrete: what is done is then the same in both worlds, and a report of a
//! difference can be read and repeated without them.

use crate::constants::*;
use crate::steps::{Ask, Step, Who};
use crate::world::World;
use liquidation_lab::{Positions, Reserve};
use soroban_sdk::Map;

/// Whole units, more than any test has at stake of an asset.
const PLENTY: i128 = 100_000_000;

impl World {
    /// The concrete step that `step` means in this world's state.
    pub fn resolve(&self, step: &Step) -> Step {
        match *step {
            Step::Leverage { user, collateral, debt, amount, permille } => {
                let borrowed = self.affordable(collateral, debt, amount) * permille / 1_000;
                secured(user, (collateral, amount), (debt, borrowed))
            }
            Step::Crowd { user, collateral, debt, permille } => self.crowd(user, collateral, debt, permille),
            Step::AuctionOf(user, mask, percent) => {
                let positions = self.positions(user);
                let chosen = |side, shift| {
                    let mut assets = indexes(side);
                    assets.retain(|asset| mask >> (asset + shift) & 1 == 1);
                    assets
                };
                let (bid, lot) = (chosen(&positions.liabilities, 4), chosen(&positions.collateral, 0));
                match user {
                    Who::Backstop => Step::BackstopAuction { kind: 1, user, assets: bid, percent },
                    _ => Step::NewAuction { kind: 0, user, bid, lot, percent },
                }
            }
            Step::Liquidate { filler, user, percent, net } => {
                let positions = self.positions(user);
                let mut asks = vec![Ask::Account(FILL_USER, user, percent)];
                let plenty = |asset| PLENTY * self.reserve(asset).scalar;
                let repay = |asset| Ask::Asset(REPAY, asset, plenty(asset));
                let withdraw = |asset| Ask::Asset(WITHDRAW_COLLATERAL, asset, plenty(asset));
                asks.extend(indexes(&positions.liabilities).into_iter().map(repay));
                asks.extend(indexes(&positions.collateral).into_iter().map(withdraw));
                if net {
                    Step::SubmitWithAllowance(filler, asks)
                } else {
                    Step::Submit(filler, asks)
                }
            }
            Step::Shock(user, target) => {
                let positions = self.positions(user);
                let Some(debt) = positions.liabilities.keys().first() else { return Step::Rest };
                let permille = self.health_permille(&positions) * 1_000 / target;
                self.moved(debt as usize, permille.clamp(10, 100_000))
            }
            Step::PriceMove(asset, permille) => self.moved(asset, permille),
            ref concrete => concrete.clone(),
        }
    }

    fn positions(&self, who: Who) -> Positions {
        self.client().get_positions(&self.address(who))
    }

    fn reserve(&self, asset: usize) -> Reserve {
        self.client().get_reserve(&self.assets[asset])
    }

    fn price(&self, asset: usize) -> i128 {
        self.oracle().peek(&self.assets[asset])
    }

    fn moved(&self, asset: usize, permille: i128) -> Step {
        Step::OldPrice(asset, self.price(asset) * permille / 1_000, 0)
    }

    /// Tokens of `debt` that `amount` of `collateral` can secure at the oracle's prices; 0 when `debt` has no price.
    fn affordable(&self, collateral: usize, debt: usize, amount: i128) -> i128 {
        let (from, to) = (self.reserve(collateral), self.reserve(debt));
        let factors = i128::from(from.config.c_factor) * i128::from(to.config.l_factor) / ONE;
        let value = amount * self.price(collateral) / from.scalar * factors / ONE;
        (value * to.scalar).checked_div(self.price(debt)).unwrap_or(0)
    }

    /// Borrows up to a utilisation, with nine tenths of the collateral's worth.
    fn crowd(&self, user: Who, collateral: usize, debt: usize, permille: i128) -> Step {
        let Reserve { data, .. } = self.reserve(debt);
        let supplied = data.b_supply * data.b_rate / SCALAR_12;
        let owed = data.d_supply * data.d_rate / SCALAR_12;
        let borrowed = supplied * permille / 1_000 - owed;
        let unit = self.reserve(collateral).scalar;
        let secured_by_unit = self.affordable(collateral, debt, unit);
        if borrowed <= 0 || secured_by_unit <= 0 {
            return Step::Rest;
        }
        let amount = (borrowed * unit / secured_by_unit * 10 / 9).min(PLENTY * unit);
        secured(user, (collateral, amount), (debt, borrowed))
    }

    /// Thousandths of debt that collateral covers, after the factors; 1,000 without debt.
    fn health_permille(&self, positions: &Positions) -> i128 {
        let value = |index: u32, amount: i128| {
            let reserve = self.reserve(index as usize);
            (amount * self.price(index as usize) / reserve.scalar, reserve)
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
}

fn secured(user: Who, (collateral, amount): (usize, i128), (debt, borrowed): (usize, i128)) -> Step {
    Step::Submit(user, vec![Ask::Asset(SUPPLY_COLLATERAL, collateral, amount), Ask::Asset(BORROW, debt, borrowed)])
}

fn indexes(side: &Map<u32, i128>) -> Vec<usize> {
    side.keys().iter().map(|index| index as usize).collect()
}
