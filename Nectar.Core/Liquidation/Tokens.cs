using Nectar.Core.Contracts.Pool;

namespace Nectar.Core.Liquidation;

/// <summary>A pool's b- and dTokens and the tokens behind them; rates have 12 decimals (Blend v2, <c>reserve.rs</c>).</summary>
public static class Tokens
{
    /// <summary>What bTokens are worth in tokens, rounded down.</summary>
    public static Int128 Supplied(ReserveData data, Int128 bTokens)
    {
        ArgumentNullException.ThrowIfNull(data);
        return FixedPoint.MulFloor(bTokens, data.BRateE12, FixedPoint.E12);
    }

    /// <summary>What dTokens owe in tokens, rounded up.</summary>
    public static Int128 Owed(ReserveData data, Int128 dTokens)
    {
        ArgumentNullException.ThrowIfNull(data);
        return FixedPoint.MulCeil(dTokens, data.DRateE12, FixedPoint.E12);
    }
}
