//! From a path of tokens to the amounts of a trade, and the trade itself.

use soroban_sdk::{Address, Env, Vec};

use crate::{errors::ExchangeError, oracle, pair, rate::Rate, storage, token};

/// Most tokens of a path.
pub const MAX_PATH: u32 = 5;

const MAX_HOPS: usize = MAX_PATH as usize - 1;

/// One step of a path: through `pair` to `token_out`.
struct Hop {
    pair: Address,
    token_out: Address,
    rate: Rate,
}

/// A path with the pair and the rate of each step, every token's price read once.
pub(crate) struct Route {
    token_in: Address,
    hops: [Option<Hop>; MAX_HOPS],
    count: usize,
}

/// What moves of each token of a path: of a path of n tokens, the first n.
pub(crate) struct Amounts {
    moved: [i128; MAX_PATH as usize],
    count: usize,
}

impl Route {
    /// Looks up the pairs and prices along `path`.
    pub(crate) fn find(e: &Env, path: &Vec<Address>) -> Result<Self, ExchangeError> {
        let length = path.len();
        if !(2..=MAX_PATH).contains(&length) {
            return Err(ExchangeError::PathLengthOutOfRange);
        }
        let (oracle, spread_bps) = (storage::oracle(e), storage::spread_bps(e));
        let first = path.get_unchecked(0);
        let mut route = Route { token_in: first.clone(), hops: [const { None }; MAX_HOPS], count: length as usize - 1 };
        let prices = oracle::prices(e, &oracle, path)?;
        let mut token_in = first;
        for (hop, index) in route.hops.iter_mut().zip(1..length) {
            let token_out = path.get_unchecked(index);
            let (market, in_is_0) = storage::market(e, &token_in, &token_out)?;
            let (side_in, side_out) = market.sides(in_is_0);
            let rate = Rate::new(&side_in, prices.get(index - 1)?, &side_out, prices.get(index)?, spread_bps);
            *hop = Some(Hop { pair: market.pair, token_out: token_out.clone(), rate });
            token_in = token_out;
        }
        Ok(route)
    }

    /// What moves of each token when `amount_in` is put in: each step rounded down.
    pub(crate) fn amounts_out(&self, amount_in: i128) -> Result<Amounts, ExchangeError> {
        let mut amounts = self.amounts(0, amount_in)?;
        let mut amount = amount_in;
        for (hop, moved) in self.hops().zip(&mut amounts.moved[1..]) {
            amount = hop.rate.amount_out(amount)?;
            if amount == 0 {
                return Err(ExchangeError::OutputIsZero);
            }
            *moved = amount;
        }
        Ok(amounts)
    }

    /// What moves of each token when `amount_out` shall come out: each step rounded up.
    pub(crate) fn amounts_in(&self, amount_out: i128) -> Result<Amounts, ExchangeError> {
        let mut amounts = self.amounts(self.count, amount_out)?;
        let mut amount = amount_out;
        for (hop, moved) in self.hops().zip(&mut amounts.moved[..self.count]).rev() {
            amount = hop.rate.amount_in(amount)?;
            *moved = amount;
        }
        Ok(amounts)
    }

    /// Moves the first amount from `to` to the first pair, and lets each pair pay the next, the last one `to`.
    pub(crate) fn trade(&self, e: &Env, amounts: &Amounts, to: &Address) -> Result<(), ExchangeError> {
        let mut receivers = self.hops().map(|hop| &hop.pair);
        let first = receivers.next().unwrap_or(to);
        token::transfer(e, &self.token_in, to, first, amounts.first())?;
        for (hop, amount) in self.hops().zip(&amounts.moved[1..]) {
            pair::pay(e, &hop.pair, &hop.token_out, receivers.next().unwrap_or(to), *amount)?;
            storage::extend(e, &hop.pair);
        }
        Ok(())
    }

    fn amounts(&self, index: usize, amount: i128) -> Result<Amounts, ExchangeError> {
        if amount <= 0 {
            return Err(ExchangeError::AmountNotPositive);
        }
        let mut moved = [0; MAX_PATH as usize];
        moved[index] = amount;
        Ok(Amounts { moved, count: self.count + 1 })
    }

    fn hops(&self) -> impl DoubleEndedIterator<Item = &Hop> + ExactSizeIterator {
        self.hops[..self.count].iter().map(|hop| hop.as_ref().unwrap())
    }
}

impl Amounts {
    /// What is put in.
    pub(crate) fn first(&self) -> i128 {
        self.moved[0]
    }

    /// What comes out.
    pub(crate) fn last(&self) -> i128 {
        self.moved[self.count - 1]
    }

    /// All of them, in the order of the path.
    pub(crate) fn to_vec(&self, e: &Env) -> Vec<i128> {
        let mut all = Vec::from_array(e, [self.first()]);
        for amount in &self.moved[1..self.count] {
            all.push_back(*amount);
        }
        all
    }
}
