//! Blend v2's error numbers.

use soroban_sdk::contracterror;

/// Why a call was refused; the numbers are those of Blend v2.
#[contracterror]
#[derive(Copy, Clone, Debug, Eq, PartialEq, PartialOrd, Ord)]
#[repr(u32)]
pub enum PoolError {
    /// An amount below zero.
    NegativeAmount = 8,
    /// A request or an argument that makes no sense.
    BadRequest = 1200,
    /// Pool settings out of their bounds.
    InvalidPoolConfigArgs = 1201,
    /// Reserve settings out of their bounds.
    InvalidReserveMetadata = 1202,
    /// A queued reserve whose unlock time is still ahead.
    InitNotUnlocked = 1203,
    /// The status cannot be set now.
    StatusNotAllowed = 1204,
    /// The account's health factor would be too low.
    InvalidHf = 1205,
    /// The pool's status forbids the action.
    InvalidPoolStatus = 1206,
    /// The reserve's utilisation would be too high.
    InvalidUtilRate = 1207,
    /// More positions than one account may hold, or one auction may include.
    MaxPositionsExceeded = 1208,
    /// The oracle's price is not positive, or older than a day.
    InvalidPrice = 1210,
    /// The account cannot be liquidated this way.
    InvalidLiquidation = 1211,
    /// An auction of that account is open already.
    AuctionInProgress = 1212,
    /// The auction would leave the account too healthy.
    InvalidLiqTooLarge = 1213,
    /// The auction would leave the account too unhealthy.
    InvalidLiqTooSmall = 1214,
    /// The interest to be auctioned is worth too little.
    InterestTooSmall = 1215,
    /// The amount mints no bToken.
    InvalidBTokenMintAmount = 1216,
    /// The amount burns no bToken.
    InvalidBTokenBurnAmount = 1217,
    /// The amount mints no dToken.
    InvalidDTokenMintAmount = 1218,
    /// The amount burns no dToken.
    InvalidDTokenBurnAmount = 1219,
    /// The reserve's supply would exceed its cap.
    ExceededSupplyCap = 1220,
    /// A bid asset that the auction cannot have.
    InvalidBid = 1221,
    /// A lot asset that the auction cannot have.
    InvalidLot = 1222,
    /// The reserve is disabled.
    ReserveDisabled = 1223,
    /// The account's collateral would be worth less than the pool demands.
    MinCollateralNotMet = 1224,
}
