#![doc = include_str!("../README.md")]
#![no_std]

extern crate alloc;

mod admin;
mod auctions;
mod contract;
mod conveniences;
mod errors;
pub mod events;
mod market;
pub mod math;
mod positions;
pub mod status;
pub mod storage;
mod submit;
mod types;

pub use auctions::AuctionType;
pub use errors::PoolError;
pub use submit::RequestType;
pub use types::{
    AuctionData, FlashLoan, PoolConfig, Positions, QueuedReserveInit, Request, Reserve, ReserveConfig, ReserveData,
};

/// The pool. Declared here so that Blend's functions (`contract.rs`) and the others (`conveniences.rs`) can live apart.
#[soroban_sdk::contract]
pub struct LiquidationLab;

#[cfg(test)]
mod test;
