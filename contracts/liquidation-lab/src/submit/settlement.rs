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
    let reserves = in_order(market);
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

/// The reserves that owe or are owed, by their assets' addresses. Inserted one by one: there are few, and the library's
/// sort is a tenth of the whole contract.
fn in_order<'m>(market: &'m Market) -> List<&'m LoadedReserve> {
    let mut ordered: List<&LoadedReserve> = List::new();
    for reserve in market.reserves.iter().filter(|r| r.paid_in > 0 || r.paid_out > 0) {
        let place = ordered.partition_point(|earlier| earlier.asset < reserve.asset);
        ordered.insert(place, reserve);
    }
    ordered
}
