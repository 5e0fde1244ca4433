//! The Soroban host behind one byte interface.
//!
//! A caller sends a request frame and gets a response frame; both are described byte by byte in this crate's
//! `README.md`. The same source is built twice: as this library, and as `nectar-host.wasm`, where [`Host::call`] is
//! reached through five exports. Nothing is read from the surroundings: the ledger, its settings and every seed come
//! with the request, and ledger entries that a simulation asks for come through [`EntrySource`].

mod apply;
mod fee;
pub mod frame;
mod host;
mod modules;
mod settings;
mod simulate;
mod source;
mod version;
#[cfg(target_arch = "wasm32")]
mod wasm;
mod xdr;

pub use host::Host;
pub use source::EntrySource;
