//! Token movements of a call, in the order of the token contracts' addresses.

use crate::market::{LoadedReserve, Market};
use alloc::vec::Vec as List;
use soroban_sdk::{token::TokenClient, Address};

/// How what is paid in and what is paid out of one token are set off.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Settlement {
    /// Everything is paid in by transfer, then everything is paid out.
    Gross,
    /// Only the difference moves; it is pulled by allowance.
    Net,
}

/// Moves the tokens that a call's requests owe.
pub fn settle(market: &Market, pool: &Address, spender: &Address, to: &Address, kind: Settlement) {
    let mut reserves: List<&LoadedReserve> = market.reserves.iter().collect();
    reserves.retain(|r| r.paid_in > 0 || r.paid_out > 0);
    if reserves.len() > 1 {
        reserves.sort_by(|a, b| a.asset.cmp(&b.asset));
    }
    let token = |reserve: &LoadedReserve| TokenClient::new(market.env, &reserve.asset);
    match kind {
        Settlement::Gross => {
            for reserve in reserves.iter().filter(|r| r.paid_in > 0) {
                token(reserve).transfer(spender, pool, &reserve.paid_in);
            }
            for reserve in reserves.iter().filter(|r| r.paid_out > 0) {
                token(reserve).transfer(pool, to, &reserve.paid_out);
            }
        }
        Settlement::Net => {
            for reserve in reserves {
                let net = reserve.paid_in - reserve.paid_out;
                if net > 0 {
                    token(reserve).transfer_from(pool, spender, pool, &net);
                } else if net < 0 {
                    token(reserve).transfer(pool, to, &-net);
                }
            }
        }
    }
}
