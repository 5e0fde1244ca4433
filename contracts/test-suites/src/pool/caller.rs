//! Calling a pool by the names of its functions.

use super::{AuctionData, AuctionKey, AuctionType, PoolConfig, Positions, Request, Reserve};
use crate::args;
use crate::ledger::xdr::ContractDataDurability;
use crate::ledger::{env, from_scval, Account, Addressed, Contract, Failure, Ledger, Receipt, ToScVal};
use soroban_sdk::{Address, Symbol, Vec};

/// A pool on a ledger, Blend's or the lab's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pool(pub Contract);

impl Addressed for Pool {
    fn sc_address(&self) -> crate::ledger::xdr::ScAddress {
        self.0.sc_address()
    }
}

impl Pool {
    /// `user` submits `requests` for itself: it gives, and it gets.
    pub fn submit(&self, ledger: &mut Ledger, user: &Account, requests: &[Request]) -> Result<Receipt, Failure> {
        let args = args![user, user, user, Vec::from_slice(&env(), requests)];
        ledger.invoke(user, self, "submit", args)
    }

    /// The same with only the net amounts moved, pulled by an allowance given to the pool before.
    pub fn submit_with_allowance(
        &self,
        ledger: &mut Ledger,
        user: &Account,
        requests: &[Request],
    ) -> Result<Receipt, Failure> {
        let args = args![user, user, user, Vec::from_slice(&env(), requests)];
        ledger.invoke(user, self, "submit_with_allowance", args)
    }

    /// Opens an auction over `percent` of `bid` and the `lot` that goes with it.
    #[allow(clippy::too_many_arguments)] // As many as the pool's function has.
    pub fn new_auction(
        &self,
        ledger: &mut Ledger,
        source: &Account,
        kind: AuctionType,
        user: &impl Addressed,
        bid: &[Address],
        lot: &[Address],
        percent: u32,
    ) -> Result<Receipt, Failure> {
        let args = auction_args(kind, user, bid, lot, percent);
        ledger.invoke(source, self, "new_auction", args)
    }

    /// The smallest percent at which the pool would open a liquidation of `user` now, and the
    /// auction that would be; by simulation, nothing changes.
    pub fn smallest_liquidation(
        &self,
        ledger: &Ledger,
        user: &impl Addressed,
        bid: &[Address],
        lot: &[Address],
    ) -> Option<(u32, AuctionData)> {
        (1..=100).find_map(|percent| {
            let auction = self.would_be_auction(ledger, AuctionType::UserLiquidation, user, bid, lot, percent);
            auction.ok().map(|auction| (percent, auction))
        })
    }

    /// What `new_auction` would answer now; by simulation, nothing changes.
    pub fn would_be_auction(
        &self,
        ledger: &Ledger,
        kind: AuctionType,
        user: &impl Addressed,
        bid: &[Address],
        lot: &[Address],
        percent: u32,
    ) -> Result<AuctionData, Failure> {
        ledger.read(self, "new_auction", auction_args(kind, user, bid, lot, percent))
    }

    /// Removes a stale auction.
    pub fn del_auction(
        &self,
        ledger: &mut Ledger,
        source: &Account,
        kind: AuctionType,
        user: &impl Addressed,
    ) -> Result<Receipt, Failure> {
        let args = args![kind as u32, user.sdk_address()];
        ledger.invoke(source, self, "del_auction", args)
    }

    /// Moves the debt of a user without collateral to the backstop.
    pub fn bad_debt(&self, ledger: &mut Ledger, source: &Account, user: &impl Addressed) -> Result<Receipt, Failure> {
        ledger.invoke(source, self, "bad_debt", args![user.sdk_address()])
    }

    /// The auction of `user`; a trap of the pool when there is none.
    pub fn get_auction(
        &self,
        ledger: &Ledger,
        kind: AuctionType,
        user: &impl Addressed,
    ) -> Result<AuctionData, Failure> {
        ledger.read(self, "get_auction", args![kind as u32, user.sdk_address()])
    }

    /// The auction as stored under its key; `None` when there is none.
    pub fn stored_auction(&self, ledger: &Ledger, kind: AuctionType, user: &impl Addressed) -> Option<AuctionData> {
        let env = env();
        let key = AuctionKey { auct_type: kind as u32, user: user.sdk_address() };
        let key = (Symbol::new(&env, "Auction"), key).to_scval();
        let stored = ledger.data(self, key, ContractDataDurability::Temporary)?;
        Some(from_scval(&stored).unwrap_or_else(|e| panic!("stored auction: {e}")))
    }

    /// What `user` has in the pool; three empty maps when nothing.
    pub fn get_positions(&self, ledger: &Ledger, user: &impl Addressed) -> Result<Positions, Failure> {
        ledger.read(self, "get_positions", args![user.sdk_address()])
    }

    /// The reserve of `asset`, accrued to the current ledger; a trap of the pool when unknown.
    pub fn get_reserve(&self, ledger: &Ledger, asset: &impl Addressed) -> Result<Reserve, Failure> {
        ledger.read(self, "get_reserve", args![asset.sdk_address()])
    }

    /// The assets of the pool; the position in the list is the reserve's index.
    pub fn get_reserve_list(&self, ledger: &Ledger) -> Result<Vec<Address>, Failure> {
        ledger.read(self, "get_reserve_list", args![])
    }

    /// Its configuration.
    pub fn get_config(&self, ledger: &Ledger) -> Result<PoolConfig, Failure> {
        ledger.read(self, "get_config", args![])
    }
}

fn auction_args(
    kind: AuctionType,
    user: &impl Addressed,
    bid: &[Address],
    lot: &[Address],
    percent: u32,
) -> std::vec::Vec<crate::ledger::xdr::ScVal> {
    let env = env();
    args![kind as u32, user.sdk_address(), Vec::from_slice(&env, bid), Vec::from_slice(&env, lot), percent]
}
