//! From a contract's sources to the wasm file that goes on chain, and back: which sources a file was made from.
//!
//! [`make`] compiles with the profile `contract`, strips the spec entries that the contract does not use (what
//! `stellar contract build` does), has `wasm-opt` make it cheaper, and writes `wasm/NAME.wasm`, its record `wasm/NAME.json` and `wasm/SHA256SUMS`.
//! [`check`] tells whether files, records and sources still belong together.

mod check;
mod compile;
mod make;
mod optimise;
mod record;
mod sources;
mod spec;
mod toolchain;
mod workspace;

pub use check::{check, Finding, State};
pub use compile::{linked, FLAGS, PROFILE};
pub use make::make;
pub use optimise::Optimiser;
pub use record::{sha256_hex, Folder, Record};
pub use sources::digest;
pub use spec::strip;
pub use toolchain::Toolchain;
pub use workspace::{Contract, Workspace};
