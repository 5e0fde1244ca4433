//! What a user asks a pool to do in one `submit`.

use crate::ledger::Addressed;
use soroban_sdk::{contracttype, Address};

/// One request. `address` is an asset, or the user whose auction is filled.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The asset, or the user whose auction is filled.
    pub address: Address,
    /// Amount in the asset's decimals, or percent of an auction.
    pub amount: i128,
    /// [`RequestType`] as a number.
    pub request_type: u32,
}

/// Kinds of requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum RequestType {
    /// Supply without backing debt.
    Supply = 0,
    /// Withdraw what was so supplied.
    Withdraw = 1,
    /// Supply as collateral.
    SupplyCollateral = 2,
    /// Withdraw collateral.
    WithdrawCollateral = 3,
    /// Borrow.
    Borrow = 4,
    /// Repay.
    Repay = 5,
    /// Fill a liquidation, in percent of what remains.
    FillUserLiquidationAuction = 6,
    /// Fill a bad-debt auction.
    FillBadDebtAuction = 7,
    /// Fill an interest auction.
    FillInterestAuction = 8,
    /// Delete one's own liquidation when healthy again.
    DeleteLiquidationAuction = 9,
}

impl Request {
    /// A request of `kind` for `amount` of the asset, or of the user's auction, at `address`.
    pub fn new(kind: RequestType, address: &impl Addressed, amount: i128) -> Self {
        Self { address: address.sdk_address(), amount, request_type: kind as u32 }
    }

    /// Supplies `amount` of `asset` as collateral.
    pub fn supply_collateral(asset: &impl Addressed, amount: i128) -> Self {
        Self::new(RequestType::SupplyCollateral, asset, amount)
    }

    /// Withdraws `amount` of collateral; more than there is means all.
    pub fn withdraw_collateral(asset: &impl Addressed, amount: i128) -> Self {
        Self::new(RequestType::WithdrawCollateral, asset, amount)
    }

    /// Borrows `amount` of `asset`.
    pub fn borrow(asset: &impl Addressed, amount: i128) -> Self {
        Self::new(RequestType::Borrow, asset, amount)
    }

    /// Repays `amount` of `asset`; what is too much comes back.
    pub fn repay(asset: &impl Addressed, amount: i128) -> Self {
        Self::new(RequestType::Repay, asset, amount)
    }

    /// Fills `percent` of what remains of the liquidation of `user`.
    pub fn fill(user: &impl Addressed, percent: u32) -> Self {
        let kind = RequestType::FillUserLiquidationAuction;
        Self::new(kind, user, percent.into())
    }
}

/// An amount above any balance, which the pool clamps to all there is.
pub fn all() -> i128 {
    i64::MAX.into()
}
