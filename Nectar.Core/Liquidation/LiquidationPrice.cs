using Nectar.Core.Contracts.Pool;
using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>At which price of one asset, all else as it is, a position may be liquidated. Exact: found on Blend's own sums.</summary>
public static class LiquidationPrice
{
    // Far above any price: what the lab's oracle takes at most.
    private static readonly Int128 highest = FixedPoint.PowerOfTen(24);

    /// <summary>The answer for an asset of the position.</summary>
    public static LiquidationPriceReading Of(PoolMarket market, Positions positions, ContractId asset)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(positions);
        if (market.HealthOf(positions) is not HealthReading.Known)
        {
            return new LiquidationPriceReading.Never("nothing is owed, or a price is missing");
        }

        if (market.ReserveOf(asset) is not { Config.Index: var index }
            || (positions.Collateral[index] == 0 && positions.Liabilities[index] == 0))
        {
            return new LiquidationPriceReading.Never("the position has nothing of this asset");
        }

        // The sums are monotone in one price: where an asset stands on both sides, whichever side outweighs the other decides.
        var (atLowest, atHighest) = (IsBad(market, positions, asset, 1), IsBad(market, positions, asset, highest));
        return (atLowest, atHighest) switch
        {
            (true, false) => new LiquidationPriceReading.AtOrBelow(Search(price => IsBad(market, positions, asset, price))),
            (false, true) => new LiquidationPriceReading.AtOrAbove(Search(price => !IsBad(market, positions, asset, price)) + 1),
            (true, true) => new LiquidationPriceReading.Never("no price of this asset would make the position healthy"),
            _ => new LiquidationPriceReading.Never("no price of this asset alone would make the position bad"),
        };
    }

    private static bool IsBad(PoolMarket market, Positions positions, ContractId asset, Int128 price) =>
        market.WithPrice(asset, price).Sum(positions).IsLiquidatable;

    /// <summary>The highest price for which the condition holds, where it holds for 1 and not for the highest.</summary>
    private static Int128 Search(Func<Int128, bool> holds)
    {
        var (low, high) = (Int128.One, highest);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = holds(middle) ? (middle, high) : (low, middle);
        }

        return low;
    }
}
