//! Pure arithmetic: no environment, no storage, nothing but numbers in and numbers out.

pub mod auction_curve;
pub mod auction_size;
pub mod fixed;
pub mod health;
pub mod rates;
pub mod reserve_rules;
pub mod tokens;
mod wide;
