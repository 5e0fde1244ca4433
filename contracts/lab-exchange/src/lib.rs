//! A router with Soroswap's functions over pairs that trade their own inventory at an oracle's price less a spread:
//! the exchange of the embedded network, and of nothing else.
#![no_std]

#[cfg(test)]
extern crate std;

mod callee;
mod contract;
mod errors;
mod events;
mod market;
mod oracle;
mod pair;
mod rate;
mod route;
mod storage;
#[cfg(test)]
mod test;
mod token;

pub use contract::{LabExchange, LabExchangeClient};
pub use errors::ExchangeError;
pub use events::{InventoryWithdrawn, OracleSet, PairCreated, PairWasmSet, PriceSkewSet, SpreadSet, Swapped};
pub use market::{Config, MAX_PAIRS, MAX_SKEW_BPS, MAX_SPREAD_BPS};
pub use route::MAX_PATH;
pub use token::MAX_DECIMALS;
