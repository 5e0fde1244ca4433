//! The lab against the real Blend v2 pool: the same calls in twin worlds whose addresses are equal, so that values,
//! errors, events, storage and balances can be compared byte for byte.

mod base;
mod blend;
mod comparison;
mod constants;
mod costs;
mod facts;
mod oracle;
mod random;
mod receiver;
mod rendering;
mod resolving;
mod steps;
mod taking;
mod twins;
mod world;
