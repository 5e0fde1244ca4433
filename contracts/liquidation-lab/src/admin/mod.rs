//! What the administrator sets, and what anyone may bring up to date.

pub mod gulp;
pub mod pool;
pub mod reserves;
pub mod status;
