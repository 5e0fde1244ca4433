//! Calls with a known answer, grouped by what they are about.

mod admin;
mod auctions;
mod backstop;
mod flash_loans;
mod requests;
mod worthless;
