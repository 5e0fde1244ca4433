//! A SEP-40 price feed whose prices its admin sets: the oracle of the embedded network, and of nothing else.
#![no_std]

#[cfg(test)]
extern crate std;

mod contract;
mod errors;
mod events;
mod feed;
mod history;
mod sep40;
mod storage;
#[cfg(test)]
mod test;

pub use contract::{LabOracle, LabOracleClient};
pub use errors::OracleError;
pub use events::{FeedSet, PriceSet};
pub use feed::{Feed, MAX_DECIMALS, MAX_RESOLUTION};
pub use history::{MAX_ASSETS, MAX_PRICE, MAX_RECORDS};
pub use sep40::{Asset, PriceData};
