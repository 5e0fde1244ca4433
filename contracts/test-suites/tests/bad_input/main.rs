//! Whatever is given to a function of ours that cannot be meant, the answer is a number of the contract's own, and the
//! ledger is as it was. A function of a contract's spec that no row here calls fails its contract's test.

mod constructors;
mod exchange;
mod oracle;
mod ownership;
mod pair;
mod plan;
mod registry;
mod shares;
mod signatures;
mod table;
mod values;
mod vault;
