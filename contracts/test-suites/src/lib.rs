//! What Nectar's contracts are tested with: a small Stellar ledger on the real Soroban host, real
//! Blend v2 as a fixture, and one market that is the same for the lab's pool and for Blend's.
//!
//! Nothing here is part of what goes on chain. A test, the story program and the writer of golden
//! data all drive the same [`ledger::Ledger`], so what one of them sees is what the network does.

pub mod blend;
pub mod costs;
pub mod ledger;
pub mod market;
pub mod pool;
pub mod wasm;
