//! Carrying an operation out on the entries of its footprint, by the network's rules around the host.

mod charges;
mod footprint;
mod invoke;
mod outcome;
mod prepare;
mod ttl;

pub use invoke::invoke;
pub use ttl::ttl;
