//! The ledger of the suites does what the network does.

mod archival;
mod authority;
mod limits;
mod payments;
mod probe;
mod replay;
