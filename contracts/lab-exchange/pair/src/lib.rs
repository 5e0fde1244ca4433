//! One pair of the lab exchange: the inventory of two tokens, paid out at the router's word. Kept this small because
//! every swap enters it.
#![no_std]

#[cfg(test)]
extern crate std;

mod contract;
mod errors;
mod storage;
#[cfg(test)]
mod test;

pub use contract::{LabExchangePair, LabExchangePairClient};
pub use errors::PairError;
