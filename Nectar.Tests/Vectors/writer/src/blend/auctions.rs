//! What the pool answers to `new_auction`, percent by percent, and the auction that is opened.

use super::state::State;
use super::{amounts, number};
use crate::random::Random;
use serde_json::{json, Value};
use soroban_sdk::{Address, Map};
use test_suites::ledger::{Addressed, Failure, Ledger};
use test_suites::pool::{AuctionData, AuctionType};

/// An auction of some of the user's positions: each percent's answer.
pub struct Offer {
    bid: Vec<Address>,
    lot: Vec<Address>,
    answers: Vec<Result<AuctionData, Failure>>,
}

/// An auction in the ledger.
pub struct Opened {
    /// The ledger behind the one in which it was opened.
    pub ledger: Ledger,
    /// As stored.
    pub auction: AuctionData,
    offer: usize,
    percent: u32,
}

impl Offer {
    fn accepted(&self) -> impl Iterator<Item = (u32, &AuctionData)> {
        (1..=100).zip(&self.answers).filter_map(|(percent, answer)| Some((percent, answer.as_ref().ok()?)))
    }

    /// Its assets, the ranges of percents with the same answer, and the least and the most that are accepted.
    pub fn json(&self) -> Value {
        let extreme = |found: Option<(u32, &AuctionData)>| {
            found.map(|(percent, auction)| json!({ "percent": percent, "auction": auction_json(auction) }))
        };
        json!({
            "bid": self.bid.iter().map(Addressed::strkey).collect::<Vec<_>>(),
            "lot": self.lot.iter().map(Addressed::strkey).collect::<Vec<_>>(),
            "answers": self.ranges(),
            "smallest": extreme(self.accepted().next()),
            "largest": extreme(self.accepted().last()),
        })
    }

    /// `[first, last, answer]`: 0 for accepted, else the pool's error.
    fn ranges(&self) -> Vec<Value> {
        let mut ranges: Vec<(u32, u32, Value)> = Vec::new();
        for (percent, answer) in (1..=100).zip(&self.answers) {
            let answer = answer.as_ref().map_or_else(number, |_| json!(0));
            match ranges.last_mut() {
                Some((_, last, same)) if *same == answer => *last = percent,
                _ => ranges.push((percent, percent, answer)),
            }
        }
        ranges.into_iter().map(|(first, last, answer)| json!([first, last, answer])).collect()
    }
}

impl Opened {
    /// Which offer, which percent, and what it holds.
    pub fn json(&self) -> Value {
        json!({ "offer": self.offer, "percent": self.percent, "auction": auction_json(&self.auction) })
    }
}

/// The auction's two sides by asset, and its first ledger.
pub fn auction_json(auction: &AuctionData) -> Value {
    json!({ "bid": by_asset(&auction.bid), "lot": by_asset(&auction.lot), "start": auction.block })
}

/// Amounts by asset.
pub fn by_asset(side: &Map<Address, i128>) -> Value {
    amounts(side.iter().map(|(asset, amount)| (asset.strkey(), amount)))
}

/// Everything in one auction, and in a third of those states where there is a choice a part of it.
pub fn offers(state: &State, random: &mut Random) -> Vec<Offer> {
    let (bid, lot) = (state.named(&state.positions.liabilities), state.named(&state.positions.collateral));
    let mut offers = vec![offer(state, bid.clone(), lot.clone())];
    let (fewer_bid, fewer_lot) = (part(random, &bid), part(random, &lot));
    if random.below(3) == 0 && fewer_bid.len() + fewer_lot.len() < bid.len() + lot.len() {
        offers.push(offer(state, fewer_bid, fewer_lot));
    }
    offers
}

fn offer(state: &State, bid: Vec<Address>, lot: Vec<Address>) -> Offer {
    let (pool, user, kind) = (state.pool(), &state.world.user, AuctionType::UserLiquidation);
    let answer = |percent: u32| pool.would_be_auction(&state.ledger, kind, user, &bid, &lot, percent);
    let answers = (1..=100).map(answer).collect();
    Offer { bid, lot, answers }
}

fn part(random: &mut Random, all: &[Address]) -> Vec<Address> {
    let kept: Vec<Address> = all.iter().filter(|_| random.below(2) == 0).cloned().collect();
    if kept.is_empty() {
        all[..1].to_vec()
    } else {
        kept
    }
}

/// Opens one of what the offers allow; `None` where they allow nothing.
pub fn open(state: &State, offers: &[Offer], random: &mut Random) -> Result<Option<Opened>, Failure> {
    let percents =
        |(number, offer): (usize, &Offer)| offer.accepted().map(|(percent, _)| (number, percent)).collect::<Vec<_>>();
    let open: Vec<(usize, u32)> = offers.iter().enumerate().flat_map(percents).collect();
    if open.is_empty() {
        return Ok(None);
    }
    let (offer, percent) = open[random.below(open.len())];
    let Offer { bid, lot, .. } = &offers[offer];
    let (mut ledger, user) = (state.ledger.clone(), &state.world.user);
    let (source, kind) = (&state.world.filler, AuctionType::UserLiquidation);
    state.pool().new_auction(&mut ledger, source, kind, user, bid, lot, percent)?;
    let auction = state.pool().stored_auction(&ledger, kind, user).expect("just opened");
    Ok(Some(Opened { ledger, auction, offer, percent }))
}
