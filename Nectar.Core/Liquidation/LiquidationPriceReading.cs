namespace Nectar.Core.Liquidation;

/// <summary>From which price on a position may be liquidated. Prices are of one whole token, in the oracle's decimals.</summary>
public abstract record LiquidationPriceReading
{
    private LiquidationPriceReading()
    {
    }

    /// <summary>At this price and below: the asset is collateral.</summary>
    public sealed record AtOrBelow(Int128 Price) : LiquidationPriceReading;

    /// <summary>At this price and above: the asset is debt.</summary>
    public sealed record AtOrAbove(Int128 Price) : LiquidationPriceReading;

    /// <summary>No price of this asset makes the difference.</summary>
    public sealed record Never(string Reason) : LiquidationPriceReading;
}
