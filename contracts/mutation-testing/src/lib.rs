//! Mutation testing of the contracts: a rule is changed in one place, the contract is built to wasm again, and the
//! suites, which are built once, run that wasm until one of them fails. A change that none of them notices survives.
//!
//! [`Mutant`] is a change, [`Tree`] the copy of the workspace in which it is made, [`Builder`] makes wasm of it,
//! a [`Panel`] of [`Witness`]es judges it, [`Tally`] counts the [`Verdict`]s.

mod builder;
mod equivalent;
mod mutant;
mod panel;
mod suites;
mod tally;
mod tree;
mod witness;

pub use builder::Builder;
pub use equivalent::Equivalents;
pub use mutant::{list, Mutant, Place, Span};
pub use panel::{Panel, Verdict};
pub use suites::witnesses;
pub use tally::Tally;
pub use tree::Tree;
pub use witness::{Outcome, Witness};
