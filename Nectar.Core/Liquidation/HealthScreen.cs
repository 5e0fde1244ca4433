using Nectar.Core.Contracts.Pool;

namespace Nectar.Core.Liquidation;

/// <summary>
/// Tells of most positions with one multiplication an asset on which side of liquidation they are, and of none wrongly: the
/// sums of <see cref="PoolMarket"/> without their roundings, within the bounds of what rounding can have changed. Where the
/// bounds meet, and where a number is unusual, it does not know.
/// </summary>
internal sealed class HealthScreen
{
    // A factor of 58 bits and an amount of 63: the upper half of a product is below 2^57, and 60 of them fit a long.
    private const int FactorBits = 58;
    private const int MostAssets = 60;

    private readonly (ulong Factor, long Slack)?[] collateral;
    private readonly (ulong Factor, long Slack)?[] liabilities;

    /// <summary>Prepares it for a market.</summary>
    public HealthScreen(PoolMarket market)
    {
        ArgumentNullException.ThrowIfNull(market);
        var factors = market.Reserves.Select(r => FactorsOf(market, r)).ToList();
        // One unit for all sums: so great that the greatest factor just fits.
        var unit = factors.Max(f => f is var (supplied, owed) ? Math.Max(supplied.Bits, owed.Bits) : (int?)null) - FactorBits ?? 0;
        collateral = [.. factors.Select(f => f?.Collateral.In(unit))];
        liabilities = [.. factors.Select(f => f?.Liability.In(unit))];
    }

    /// <summary>Whether an account with these positions may be liquidated; null where only the sums themselves can tell.</summary>
    public bool? IsLiquidatable(Positions positions)
    {
        var has = positions.Collateral.Span;
        var owes = positions.Liabilities.Span;
        if (owes.IsEmpty)
        {
            return false;
        }

        if (has.Length + owes.Length > MostAssets || Sum(has, collateral) is not var (worth, lost) || Sum(owes, liabilities) is not var (debt, added))
        {
            return null;
        }

        // A factor rounded down loses less than one unit, and so does a product.
        return worth - lost >= debt + added + (2 * owes.Length) ? false : debt > worth + (2 * has.Length) ? true : null;
    }

    private static (ScreenFactor Collateral, ScreenFactor Liability)? FactorsOf(PoolMarket market, Reserve reserve)
    {
        var (data, config) = (reserve.Data, reserve.Config);
        if (market.PriceOf(reserve.Asset) is not { } price || config.LFactorE7 == 0 || !IsUsual(data.BRateE12) || !IsUsual(data.DRateE12))
        {
            return null;
        }

        var factors = (
            Collateral: ScreenFactor.OfCollateral(data.BRateE12, config.CFactorE7, price, reserve.Scalar),
            Liability: ScreenFactor.OfLiability(data.DRateE12, config.LFactorE7, price, reserve.Scalar));
        // The raw sums have no factor: they count as one of 1.
        var isSmall = factors.Collateral.IsSmall && factors.Liability.IsSmall
            && ScreenFactor.OfCollateral(data.BRateE12, 10_000_000, price, reserve.Scalar).IsSmall
            && ScreenFactor.OfLiability(data.DRateE12, 10_000_000, price, reserve.Scalar).IsSmall;
        return isSmall ? factors : null;
    }

    private static bool IsUsual(Int128 rate) => rate > 0 && rate <= ulong.MaxValue;

    /// <summary>Sum and slack in units; null where the screen does not know one of the assets or amounts.</summary>
    private static (long Sum, long Slack)? Sum(ReadOnlySpan<KeyValuePair<uint, Int128>> amounts, (ulong Factor, long Slack)?[] rules)
    {
        var (sum, slack) = (0L, 0L);
        foreach (ref readonly var amount in amounts)
        {
            if (amount.Key >= (uint)rules.Length || rules[amount.Key] is not var (factor, lost) || amount.Value < 0 || amount.Value > long.MaxValue)
            {
                return null;
            }

            sum += (long)Math.BigMul((ulong)amount.Value, factor, out _);
            slack += lost;
        }

        return (sum, slack);
    }
}
