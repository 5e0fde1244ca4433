namespace Nectar.Core.Contracts.Oracle;

/// <summary>The lab oracle's refusals, by number.</summary>
public enum OracleError
{
    /// <summary>A price must be positive.</summary>
    PriceNotPositive = 600,

    /// <summary>A price must be at most 10^24, so that what consumers multiply it with fits.</summary>
    PriceTooHigh = 601,

    /// <summary>A price's time must not lie after the ledger's.</summary>
    TimestampInFuture = 602,

    /// <summary><c>assets</c> and <c>prices</c> must be of the same length.</summary>
    LengthsDiffer = 603,

    /// <summary>The feed holds at most 32 assets, and one call sets at most as many prices.</summary>
    TooManyAssets = 604,

    /// <summary>Decimals must be at most 18.</summary>
    DecimalsTooHigh = 605,

    /// <summary>Resolution must be 1 to 86,400 seconds.</summary>
    ResolutionOutOfRange = 606,

    /// <summary>The feed always has an owner.</summary>
    RenounceRefused = 607,

    /// <summary>No upgrade was proposed.</summary>
    UpgradeNotProposed = 608,

    /// <summary>The proposed upgrade's delay has not passed.</summary>
    UpgradeTooEarly = 609,
}
