//! Random states of a real Blend v2 pool, and what the pool itself answers in them.

mod auctions;
mod fills;
mod generate;
mod later;
mod pool_entries;
mod state;
mod sums;
mod world;

use crate::files::{base64, write_gzip, xdr, xdr_base64};
use crate::random::Random;
use serde_json::{json, Map, Value};
use state::State;
use std::io;
use std::path::Path;
use test_suites::ledger::{Addressed, Failure};
use world::World;

/// States in which an auction was opened; those in which none can be come on top.
const WITH_AUCTION: usize = 500;

/// Writes `states.jsonl.gz`.
pub fn write(folder: &Path) -> io::Result<()> {
    let lines = lines().map_err(|failure| io::Error::other(failure.to_string()))?;
    write_gzip(folder, "states.jsonl.gz", &lines)
}

fn lines() -> Result<String, Failure> {
    let world = World::new()?;
    let (mut lines, mut with_auction) = (String::new(), 0);
    for seed in 1.. {
        let mut random = Random::numbered(seed);
        let state = generate::state(&world, &mut random)?;
        let line = line(&state, &mut random)?;
        with_auction += usize::from(!line["auction"].is_null());
        lines.push_str(&format!("{line}\n"));
        if seed.is_multiple_of(50) {
            eprintln!("  {seed} states, {with_auction} of them with an auction");
        }
        if with_auction == WITH_AUCTION {
            break;
        }
    }
    Ok(lines)
}

fn line(state: &State, random: &mut Random) -> Result<Value, Failure> {
    let offers = auctions::offers(state, random);
    let opened = auctions::open(state, &offers, random)?;
    let mut line = json!({
        "ledger": state.ledger.sequence(),
        "time": state.ledger.timestamp(),
        "oracleDecimals": state.decimals,
        "prices": state.prices_by_asset(),
        "user": state.world.user.strkey(),
        "filler": state.world.filler.strkey(),
        "entries": entries(state),
        "health": sums::health(state)?,
        "offers": offers.iter().map(auctions::Offer::json).collect::<Vec<_>>(),
        "auction": null, "curve": [], "fills": [],
        "later": later::reserves(state, random)?,
    });
    if let Some(opened) = opened {
        line["auction"] = opened.json();
        line["curve"] = fills::curve(state, &opened, random)?;
        line["fills"] = fills::fills(state, &opened, random)?;
    }
    Ok(line)
}

/// The pool's instance, list and reserves, and the user's positions, as the ledger holds them.
fn entries(state: &State) -> Value {
    let ours = state.ledger.entries().filter(|(key, ..)| pool_entries::belongs(key, state));
    ours.map(|(key, entry, _)| json!([base64(&xdr(key)), xdr_base64(&entry.data)])).collect()
}

/// Amounts as text by key.
fn amounts<K: ToString>(amounts: impl IntoIterator<Item = (K, i128)>) -> Value {
    let texts = amounts.into_iter().map(|(key, amount)| (key.to_string(), Value::from(amount.to_string())));
    Value::Object(texts.collect::<Map<_, _>>())
}

/// The error number of a contract; null where the call trapped without one.
fn number(failure: &Failure) -> Value {
    failure.contract_error().map_or(Value::Null, Value::from)
}
