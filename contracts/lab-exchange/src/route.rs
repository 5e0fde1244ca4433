//! From a path of tokens to the amounts of a trade, and the trade itself.

use soroban_sdk::{Address, Env, Vec};

use crate::{errors::ExchangeError, oracle, pair, rate::Rate, storage, token};

/// Most tokens of a path.
pub const MAX_PATH: u32 = 5;

const MAX_HOPS: usize = MAX_PATH as usize - 1;

struct Hop {
    pair: Address,
    rate: Rate,
}

/// A path with the pair and the rate of each step, every token's price read once.
pub(crate) struct Route {
    path: Vec<Address>,
    hops: [Option<Hop>; MAX_HOPS],
}

impl Route {
    /// Looks up the pairs and prices along `path`.
    pub(crate) fn find(e: &Env, path: Vec<Address>) -> Result<Self, ExchangeError> {
        if !(2..=MAX_PATH).contains(&path.len()) {
            return Err(ExchangeError::PathLengthOutOfRange);
        }
        let (oracle, spread_bps) = (storage::oracle(e), storage::spread_bps(e));
        let mut hops = [const { None }; MAX_HOPS];
        let mut previous: Option<(Address, u128)> = None;
        for (index, token) in path.iter().enumerate() {
            let mut market = None;
            if let Some((token_in, _)) = &previous {
                market = Some(storage::market(e, token_in, &token)?);
            }
            let price = oracle::price(e, &oracle, &token)?;
            if let (Some((_, price_in)), Some((market, in_is_0))) = (&previous, market) {
                let (side_in, side_out) = market.sides(in_is_0);
                let rate = Rate::new(side_in, *price_in, side_out, price, spread_bps);
                hops[index - 1] = Some(Hop { pair: market.pair, rate });
            }
            previous = Some((token, price));
        }
        Ok(Route { path, hops })
    }

    /// What moves of each token when `amount_in` is put in: each step rounded down.
    pub(crate) fn amounts_out(&self, e: &Env, amount_in: i128) -> Result<Vec<i128>, ExchangeError> {
        let mut amount = positive(amount_in)?;
        let mut amounts = Vec::from_array(e, [amount]);
        for hop in self.hops() {
            amount = hop.rate.amount_out(amount)?;
            if amount == 0 {
                return Err(ExchangeError::OutputIsZero);
            }
            amounts.push_back(amount);
        }
        Ok(amounts)
    }

    /// What moves of each token when `amount_out` shall come out: each step rounded up.
    pub(crate) fn amounts_in(&self, e: &Env, amount_out: i128) -> Result<Vec<i128>, ExchangeError> {
        let mut amount = positive(amount_out)?;
        let mut amounts = Vec::from_array(e, [amount]);
        for hop in self.hops().rev() {
            amount = hop.rate.amount_in(amount)?;
            amounts.push_front(amount);
        }
        Ok(amounts)
    }

    /// Moves the first amount from `to` to the first pair, and lets each pair pay the next, the last one `to`.
    pub(crate) fn trade(&self, e: &Env, amounts: &Vec<i128>, to: &Address) -> Result<(), ExchangeError> {
        let mut receivers = self.hops().map(|hop| &hop.pair);
        let (Some(first), Some(token_in), Some(amount_in)) = (receivers.next(), self.path.first(), amounts.first())
        else {
            return Err(ExchangeError::PathLengthOutOfRange);
        };
        token::transfer(e, &token_in, to, first, amount_in)?;
        let paid = self.path.iter().zip(amounts.iter()).skip(1);
        for (hop, (token, amount)) in self.hops().zip(paid) {
            pair::pay(e, &hop.pair, &token, receivers.next().unwrap_or(to), amount)?;
            storage::extend(e, &hop.pair);
        }
        Ok(())
    }

    /// The tokens.
    pub(crate) fn path(self) -> Vec<Address> {
        self.path
    }

    fn hops(&self) -> impl DoubleEndedIterator<Item = &Hop> {
        self.hops.iter().flatten()
    }
}

fn positive(amount: i128) -> Result<i128, ExchangeError> {
    if amount <= 0 {
        return Err(ExchangeError::AmountNotPositive);
    }
    Ok(amount)
}
