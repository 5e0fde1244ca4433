namespace Nectar.Core.Contracts.Exchange;

/// <summary>The lab exchange's refusals, by number.</summary>
public enum ExchangeError
{
    /// <summary>The ledger's time has reached the deadline. As in Soroswap, a deadline equal to it has passed.</summary>
    DeadlineExpired = 500,

    /// <summary>An amount must be positive.</summary>
    AmountNotPositive = 501,

    /// <summary><c>amount_out_min</c> or <c>amount_in_max</c> must not be negative.</summary>
    LimitNegative = 502,

    /// <summary>An amount of the trade does not fit into 127 bits.</summary>
    AmountTooLarge = 503,

    /// <summary>A path names 2 to 5 tokens.</summary>
    PathLengthOutOfRange = 504,

    /// <summary>There is no pair of two tokens that follow one another.</summary>
    UnknownPair = 505,

    /// <summary>The oracle has no positive price of a token, or does not answer.</summary>
    NoPrice = 506,

    /// <summary>The amount put in buys nothing.</summary>
    OutputIsZero = 507,

    /// <summary>The trade would bring less than <c>amount_out_min</c>.</summary>
    InsufficientOutputAmount = 508,

    /// <summary>The trade would take more than <c>amount_in_max</c>.</summary>
    ExcessiveInputAmount = 509,

    /// <summary><c>to</c> cannot pay, or has not authorised exactly this transfer to the pair.</summary>
    TransferRefused = 510,

    /// <summary>The pair holds less than it should pay out.</summary>
    InventoryShort = 511,

    /// <summary>The pair could pay, but the token refuses, e.g. since <c>to</c> has no trustline.</summary>
    PayoutRefused = 512,

    /// <summary>There is a pair of these tokens already.</summary>
    PairExists = 513,

    /// <summary>A pair is of two different tokens.</summary>
    IdenticalTokens = 514,

    /// <summary>The address is no token, or one of more than 18 decimals.</summary>
    TokenUnreadable = 515,

    /// <summary>The exchange has at most 32 pairs.</summary>
    TooManyPairs = 516,

    /// <summary>The spread must be at most 1,000 basis points.</summary>
    SpreadOutOfRange = 517,

    /// <summary>The skew must be within 9,000 basis points up or down.</summary>
    SkewOutOfRange = 518,

    /// <summary>The address is no SEP-40 oracle.</summary>
    OracleUnreadable = 519,

    /// <summary>The exchange always has an owner.</summary>
    RenounceRefused = 520,

    /// <summary>No upgrade was proposed.</summary>
    UpgradeNotProposed = 521,

    /// <summary>The proposed upgrade's delay has not passed.</summary>
    UpgradeTooEarly = 522,
}
