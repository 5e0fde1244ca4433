//! Which records a feed keeps, and what it answers from them. Records are oldest first, times strictly rising.

use soroban_sdk::{Env, Vec};

use crate::{errors::OracleError, sep40::PriceData};

/// Most records kept of one asset.
pub const MAX_RECORDS: u32 = 32;

/// Most assets of a feed.
pub const MAX_ASSETS: u32 = 32;

/// Highest price, whatever the decimals.
pub const MAX_PRICE: i128 = 10i128.pow(24);

/// The record, if it may be kept in a ledger of time `now`.
pub(crate) fn checked(price: i128, timestamp: u64, now: u64) -> Result<PriceData, OracleError> {
    if price <= 0 {
        return Err(OracleError::PriceNotPositive);
    }
    if price > MAX_PRICE {
        return Err(OracleError::PriceTooHigh);
    }
    if timestamp > now {
        return Err(OracleError::TimestampInFuture);
    }
    Ok(PriceData { price, timestamp })
}

/// The history after `record` came in as the last price: what was recorded at its time or later is gone, so that
/// a back-dated price is the last, and of the rest the oldest make room.
pub(crate) fn with(e: &Env, history: Vec<PriceData>, record: PriceData) -> Vec<PriceData> {
    let end = count_until(&history, |kept| kept.timestamp < record.timestamp);
    if end == history.len() && end < MAX_RECORDS {
        let mut kept = history;
        kept.push_back(record);
        return kept;
    }
    // Built anew from the host functions that the feed imports anyway, as every call pays for every import.
    let mut kept = Vec::from_array(e, []);
    for index in end.saturating_sub(MAX_RECORDS - 1)..end {
        kept.push_back(history.get_unchecked(index));
    }
    kept.push_back(record);
    kept
}

/// The price in force at `timestamp`: the newest record not younger than that. `None` before the oldest record.
pub(crate) fn in_force(history: &Vec<PriceData>, timestamp: u64) -> Option<PriceData> {
    let end = count_until(history, |kept| kept.timestamp <= timestamp);
    history.get(end.checked_sub(1)?)
}

/// The newest records, newest first, at most `records` of them. `None` when there are none to give.
pub(crate) fn newest(e: &Env, history: &Vec<PriceData>, records: u32) -> Option<Vec<PriceData>> {
    let mut answer = Vec::from_array(e, []);
    let mut index = history.len();
    while index > 0 && answer.len() < records {
        index -= 1;
        answer.push_back(history.get(index)?);
    }
    (!answer.is_empty()).then_some(answer)
}

/// Length of the longest start of `history` whose last record satisfies `holds`; the newest are looked at first.
fn count_until(history: &Vec<PriceData>, holds: impl Fn(&PriceData) -> bool) -> u32 {
    let mut count = history.len();
    while count > 0 && !history.get(count - 1).is_some_and(|kept| holds(&kept)) {
        count -= 1;
    }
    count
}
