namespace Nectar.Core.Liquidation;

/// <summary>Whether Blend takes an auction of a size.</summary>
internal enum AuctionVerdict
{
    /// <summary>It does.</summary>
    Accepted,

    /// <summary>It would leave the account too healthy (1213).</summary>
    TooLarge,

    /// <summary>It would leave the account too unhealthy (1214).</summary>
    TooSmall,

    /// <summary>The collateral included does not suffice while there is more (1211).</summary>
    LotTooSmall,

    /// <summary>What is included is worth nothing: Blend would trap.</summary>
    Worthless,
}
