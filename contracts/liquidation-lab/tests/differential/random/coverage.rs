//! What a run has reached, so that a run that reached little fails.

use crate::constants::*;
use crate::steps::{Answer, Ask, Step, Who};
use crate::world::World;
use std::collections::BTreeMap;

/// How often Blend gave each kind of call and of request each answer, and what interest was charged at.
#[derive(Default)]
pub struct Coverage {
    pub sequences: u64,
    pub calls: u64,
    answers: BTreeMap<String, BTreeMap<String, u64>>,
    /// Accruals by slope of the rate curve, and the longest time that passed on it.
    slopes: BTreeMap<u8, (u64, u64)>,
}

const ACCEPTED: &str = "accepted";

/// How often a whole run must have had every request, and every call for each kind of auction, accepted.
const LEAST: u64 = 10;

/// Kinds of auctions by their numbers.
const KINDS: [&str; 3] = ["user liquidation", "bad debt", "interest"];

const AUCTION_CALLS: [&str; 3] = ["new_auction", "get_auction", "del_auction"];

const REQUESTS: [&str; 10] = [
    "supply",
    "withdraw",
    "supply collateral",
    "withdraw collateral",
    "borrow",
    "repay",
    "fill user",
    "fill bad debt",
    "fill interest",
    "delete",
];

/// Every number of Blend's pool that the lab's README lists; tokens have numbers of their own (10, 29).
const NUMBERS: [u32; 25] = [
    8, 1200, 1201, 1202, 1203, 1204, 1205, 1206, 1207, 1208, 1210, 1211, 1212, 1213, 1214, 1215, 1216, 1217, 1218,
    1219, 1220, 1221, 1222, 1223, 1224,
];

impl Coverage {
    /// Notes a step, what was taken for it and the answer, and every request of a `submit` or `submit_with_allowance`
    /// that was accepted.
    pub fn count(&mut self, step: &Step, taken: &Step, answer: &Answer) {
        let answer = match answer {
            Answer::Value(_) => ACCEPTED.into(),
            Answer::Number(number) => number.to_string(),
            Answer::Trap => "trap".into(),
            Answer::Nothing => return,
        };
        self.calls += 1;
        let text = format!("{step:?}");
        let call = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        self.note(call.into(), &answer);
        if let Some(call) = auction_call(taken) {
            self.note(call, &answer);
        }
        let (function, asks) = match taken {
            Step::Submit(_, asks) | Step::SubmitFor { asks, net: false, .. } => ("submit", asks),
            Step::SubmitWithAllowance(_, asks) | Step::SubmitFor { asks, net: true, .. } => {
                ("submit_with_allowance", asks)
            }
            _ => return,
        };
        // Of a refused call one cannot tell which request was to blame, unless there is but one.
        if answer != ACCEPTED && asks.len() != 1 {
            return;
        }
        for ask in asks {
            let (Ask::Asset(kind, ..) | Ask::Account(kind, ..)) = ask;
            if let Some(name) = REQUESTS.get(*kind as usize) {
                self.note(format!("{function}: {name}"), &answer);
            }
        }
    }

    fn note(&mut self, what: String, answer: &str) {
        *self.answers.entry(what).or_default().entry(answer.into()).or_default() += 1;
    }

    /// Notes on which slope each reserve's interest will be charged for the time that a step lets pass.
    pub fn see_rates(&mut self, blend: &World, step: &Step) {
        let Step::Seconds(seconds) = *step else { return };
        for asset in &blend.assets[..3] {
            let reserve = blend.client().get_reserve(asset);
            let supplied = reserve.data.b_supply * reserve.data.b_rate / SCALAR_12;
            let owed = reserve.data.d_supply * reserve.data.d_rate / SCALAR_12;
            if supplied == 0 || owed == 0 {
                continue;
            }
            let utilisation = owed * ONE / supplied;
            let slope = match utilisation {
                _ if utilisation <= i128::from(reserve.config.util) => 1,
                _ if utilisation <= 9_500_000 => 2,
                _ => 3,
            };
            let (count, longest) = self.slopes.entry(slope).or_default();
            *count += 1;
            *longest = seconds.max(*longest);
        }
    }

    /// Adds what another share saw.
    pub fn add(&mut self, other: Coverage) {
        self.sequences += other.sequences;
        self.calls += other.calls;
        for (call, answers) in other.answers {
            for (answer, count) in answers {
                *self.answers.entry(call.clone()).or_default().entry(answer).or_default() += count;
            }
        }
        for (slope, (count, longest)) in other.slopes {
            let (all, longest_of_all) = self.slopes.entry(slope).or_default();
            *all += count;
            *longest_of_all = longest.max(*longest_of_all);
        }
    }

    /// Prints the table; a `whole` run must have had every call and request accepted, every number given, and interest
    /// charged for months on every slope.
    pub fn report(&self, whole: bool) {
        println!("{} sequences, {} calls", self.sequences, self.calls);
        for (call, answers) in &self.answers {
            println!("{call}: {answers:?}");
        }
        println!("accruals by slope, with the longest in seconds: {:?}", self.slopes);
        if !whole {
            return;
        }
        assert!(self.calls >= self.sequences * 33, "some sequence had fewer than 30 calls and 3 readings");
        for (call, answers) in &self.answers {
            assert!(answers.contains_key(ACCEPTED), "no {call} was ever accepted");
        }
        let requests =
            REQUESTS.iter().flat_map(|name| ["submit", "submit_with_allowance"].map(|f| format!("{f}: {name}")));
        let auctions = KINDS.iter().flat_map(|kind| AUCTION_CALLS.map(|function| format!("{function}: {kind}")));
        let debts = ["bad_debt: of a user", "bad_debt: of the backstop"].map(String::from);
        for call in requests.chain(auctions).chain(debts) {
            let accepted = self.answers.get(&call).and_then(|answers| answers.get(ACCEPTED)).copied().unwrap_or(0);
            assert!(accepted >= LEAST, "{call} was accepted {accepted} times");
        }
        for number in NUMBERS {
            let given = self.answers.values().any(|answers| answers.contains_key(&number.to_string()));
            assert!(given, "nothing was ever refused with {number}");
        }
        for slope in 1..=3 {
            let longest = self.slopes.get(&slope).map_or(0, |(_, longest)| *longest);
            assert!(longest > 10_000_000, "slope {slope} for {longest} seconds at most");
        }
    }
}

/// The call and the kind of auction that it is about; `bad_debt` by whose debt it is.
fn auction_call(taken: &Step) -> Option<String> {
    let (function, kind) = match taken {
        Step::NewAuction { kind, .. } | Step::BackstopAuction { kind, .. } => ("new_auction", kind),
        Step::GetAuction(kind, _) => ("get_auction", kind),
        Step::DelAuction(kind, _) => ("del_auction", kind),
        Step::BadDebt(Who::User(_)) => return Some("bad_debt: of a user".into()),
        Step::BadDebt(Who::Backstop) => return Some("bad_debt: of the backstop".into()),
        _ => return None,
    };
    KINDS.get(*kind as usize).map(|kind| format!("{function}: {kind}"))
}
