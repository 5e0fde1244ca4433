namespace Nectar.Core.Contracts.Pool;

/// <summary>What is auctioned (Blend v2).</summary>
public enum AuctionType
{
    /// <summary>An account's collateral against its debts: the bid is in dTokens, the lot in bTokens.</summary>
    UserLiquidation = 0,

    /// <summary>Bad debt against backstop tokens: the bid is in dTokens, the lot in backstop tokens.</summary>
    BadDebt = 1,

    /// <summary>Interest against backstop tokens: the bid is in backstop tokens, the lot in units of the underlying.</summary>
    Interest = 2,
}
