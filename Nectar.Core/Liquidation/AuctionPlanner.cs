using System.Globalization;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>
/// Chooses the auction of a bad position by trying every percent on Blend's own sums. Among those that Blend accepts it
/// takes the one that leaves a health factor nearest to 1.06: the middle of the band survives a price that moves before
/// the call is included.
/// </summary>
public static class AuctionPlanner
{
    private static readonly Ratio target = new(10_600_000);

    /// <summary>The decision.</summary>
    /// <param name="market">The pool, accrued to the ledger in which the call would run.</param>
    /// <param name="positions">The account's.</param>
    /// <param name="limits">What the keeper could fill.</param>
    public static AuctionDecision Decide(PoolMarket market, Positions positions, AuctionLimits limits)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(positions);
        ArgumentNullException.ThrowIfNull(limits);
        switch (market.HealthOf(positions))
        {
            case HealthReading.NoDebt:
                return new AuctionDecision.Healthy("nothing is owed");
            case HealthReading.Unpriced(var reason):
                return new AuctionDecision.Impossible(reason);
            case HealthReading.Known({ IsLiquidatable: false } health):
                return new AuctionDecision.Healthy($"HF {health.Factor} ≥ 1");
        }

        if (positions.Collateral.Count == 0)
        {
            return new AuctionDecision.Impossible("no collateral is left: the debt is the backstop's to take");
        }

        var bids = Largest(positions.Liabilities, limits.MaxBids, (index, amount) => market.OfLiability(index, amount).LiabilityRaw);
        var room = Math.Min(limits.MaxLots, (int)Math.Min(market.Config.MaxPositions, int.MaxValue) - bids.Count);
        var lots = Largest(positions.Collateral, room, (index, amount) => market.OfCollateral(index, amount).CollateralRaw);
        if (lots.Count == 0)
        {
            return new AuctionDecision.Impossible(string.Create(CultureInfo.InvariantCulture, $"the pool allows {market.Config.MaxPositions} positions in an auction, of which {bids.Count} debts leave no room for collateral"));
        }

        return Best(market, positions, lots, bids);
    }

    private static AuctionDecision Best(PoolMarket market, Positions positions, IReadOnlyCollection<uint> lots, IReadOnlyCollection<uint> bids)
    {
        var all = Enumerable.Range(1, 100).Select(p => (Percent: (uint)p, Size: AuctionSize.Of(market, positions, lots, bids, (uint)p))).ToList();
        var accepted = all.Where(a => a.Size.Verdict == AuctionVerdict.Accepted).ToList();
        if (accepted.Count == 0)
        {
            var told = string.Join(", ", all.GroupBy(a => a.Size.Verdict).Select(g => string.Create(
                CultureInfo.InvariantCulture, $"{g.Min(a => a.Percent)}–{g.Max(a => a.Percent)} %: {InWords(g.Key)}")));
            return new AuctionDecision.Impossible($"the pool accepts no percent ({told})");
        }

        var (percent, size) = accepted.MinBy(a => Int128.Abs((a.Size.After.Factor ?? target).Value - target.Value));
        return new AuctionDecision.Open(
            percent,
            ByAsset(market, size.Taken.Liabilities),
            ByAsset(market, size.Taken.Collateral),
            percent == 100 && size.Taken.Liabilities.Equals(positions.Liabilities) ? null : size.After.Factor);
    }

    private static string InWords(AuctionVerdict verdict) => verdict switch
    {
        AuctionVerdict.TooLarge => "would leave HF above 1.15",
        AuctionVerdict.TooSmall => "would leave HF below 1.03",
        AuctionVerdict.LotTooSmall => "need more collateral than the assets included",
        _ => "what is included is worth nothing",
    };

    private static List<uint> Largest(Amounts<uint> amounts, int most, Func<uint, Int128, Int128> value) =>
        [.. amounts.OrderByDescending(a => value(a.Key, a.Value)).Take(Math.Max(most, 0)).Select(a => a.Key)];

    private static Amounts<ContractId> ByAsset(PoolMarket market, Amounts<uint> amounts) =>
        new(amounts.Select(a => KeyValuePair.Create(market.Reserves[(int)a.Key].Asset, a.Value)));
}
