//! A lending pool of Blend v2's shape: its wire types and a typed caller. The same for real Blend
//! and for the lab's pool, whose functions, types and error numbers are equal.

mod caller;
mod health;
mod request;
mod types;

pub use caller::Pool;
pub use health::Health;
pub use request::{all, Request, RequestType};
pub use types::{AuctionData, AuctionKey, AuctionType, PoolConfig, Positions, Reserve, ReserveConfig, ReserveData};
