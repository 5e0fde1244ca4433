namespace Nectar.Core.Contracts.Pool;

/// <summary>
/// Blend v2's refusals, by number; the lab gives those of them that it can. Traps have no number: a missing auction, an
/// unknown reserve, no price, a fill before the auction's first ledger.
/// </summary>
public enum PoolError
{
    /// <summary>Something that cannot be.</summary>
    InternalError = 1,

    /// <summary>The pool was set up already.</summary>
    AlreadyInitialized = 3,

    /// <summary>Not the caller's to do.</summary>
    Unauthorized = 4,

    /// <summary>An amount below zero.</summary>
    NegativeAmount = 8,

    /// <summary>A balance does not suffice.</summary>
    BalanceError = 10,

    /// <summary>A number left its range.</summary>
    Overflow = 12,

    /// <summary>A request or an argument that makes no sense.</summary>
    BadRequest = 1200,

    /// <summary>Pool settings out of their bounds.</summary>
    InvalidPoolConfigArgs = 1201,

    /// <summary>Reserve settings out of their bounds.</summary>
    InvalidReserveMetadata = 1202,

    /// <summary>A queued reserve whose unlock time is still ahead.</summary>
    InitNotUnlocked = 1203,

    /// <summary>The status cannot be set now.</summary>
    StatusNotAllowed = 1204,

    /// <summary>The account's health factor would be too low.</summary>
    InvalidHf = 1205,

    /// <summary>The pool's status forbids the action.</summary>
    InvalidPoolStatus = 1206,

    /// <summary>The reserve's utilisation would be too high.</summary>
    InvalidUtilRate = 1207,

    /// <summary>More positions than one account may hold, or one auction may include.</summary>
    MaxPositionsExceeded = 1208,

    /// <summary>A reserve that a position names is not there.</summary>
    InternalReserveNotFound = 1209,

    /// <summary>The oracle's price is not positive, or older than a day.</summary>
    InvalidPrice = 1210,

    /// <summary>The account cannot be liquidated this way.</summary>
    InvalidLiquidation = 1211,

    /// <summary>An auction of that account is open already.</summary>
    AuctionInProgress = 1212,

    /// <summary>The auction would leave the account too healthy.</summary>
    InvalidLiqTooLarge = 1213,

    /// <summary>The auction would leave the account too unhealthy.</summary>
    InvalidLiqTooSmall = 1214,

    /// <summary>The interest to be auctioned is worth too little.</summary>
    InterestTooSmall = 1215,

    /// <summary>The amount mints no bToken.</summary>
    InvalidBTokenMintAmount = 1216,

    /// <summary>The amount burns no bToken.</summary>
    InvalidBTokenBurnAmount = 1217,

    /// <summary>The amount mints no dToken.</summary>
    InvalidDTokenMintAmount = 1218,

    /// <summary>The amount burns no dToken.</summary>
    InvalidDTokenBurnAmount = 1219,

    /// <summary>The reserve's supply would exceed its cap.</summary>
    ExceededSupplyCap = 1220,

    /// <summary>A bid asset that the auction cannot have.</summary>
    InvalidBid = 1221,

    /// <summary>A lot asset that the auction cannot have.</summary>
    InvalidLot = 1222,

    /// <summary>The reserve is disabled.</summary>
    ReserveDisabled = 1223,

    /// <summary>The account's collateral would be worth less than the pool demands.</summary>
    MinCollateralNotMet = 1224,
}
