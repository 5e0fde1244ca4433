using Nectar.Core.Journal;
using Nectar.Core.Keeper;

namespace Nectar.Web.Components;

/// <summary>How a keeper does.</summary>
/// <param name="Row">What chain and journal know of it.</param>
/// <param name="Heart">Whether it lives; null where it does not run in this process.</param>
/// <param name="MedianLedgers">Ledgers from detection to fill, the middle of its last liquidations; null without any.</param>
/// <param name="SlowLedgers">The same for the slowest of twenty; null without any.</param>
/// <param name="Xlm">Its XLM in stroops; null where it was not read.</param>
/// <param name="Days">For how many whole days the XLM lasts at the pace of its last liquidations; null with fewer than two, or where nothing was spent.</param>
public sealed record KeeperScore(KeeperRow Row, Heartbeat? Heart, uint? MedianLedgers, uint? SlowLedgers, long? Xlm, long? Days)
{
    private const long MillisecondsOfDay = 86_400_000;

    /// <summary>For how many more transactions like its last ones the XLM lasts, rounded down; null where nothing was spent yet.</summary>
    public long? Runway => RunwayOf(Xlm, Row.Tally);

    /// <summary>For how many more races, won or lost, the XLM lasts at what they cost so far; rounded down.</summary>
    /// <param name="xlm">What is left, in stroops; null where it was not read.</param>
    /// <param name="tally">What was spent so far, and for how many races.</param>
    public static long? RunwayOf(long? xlm, KeeperTally? tally) => xlm is { } left && tally is { Fees: > 0 } spent && spent.Liquidations + spent.RacesLost > 0
        ? (long)((Int128)left * (spent.Liquidations + spent.RacesLost) / spent.Fees)
        : null;

    /// <summary>The same for a keeper that has not raced yet, at what a transaction costs as a rule: 0.05 XLM.</summary>
    /// <param name="xlm">What is left, in stroops.</param>
    public static long RunwayUnproven(long xlm) => xlm / 500_000;

    /// <summary>A rank of values, by the nearest rank.</summary>
    /// <param name="values">Any order; at least one.</param>
    /// <param name="percent">1 to 100.</param>
    public static uint Percentile(IReadOnlyCollection<uint> values, int percent)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Max(0, (((sorted.Count * percent) + 99) / 100) - 1)];
    }

    /// <summary>Reckons the figures of the journal.</summary>
    /// <param name="row">What chain and journal know of it.</param>
    /// <param name="heart">Whether it lives; null where it does not run in this process.</param>
    /// <param name="liquidations">The newest of all keepers.</param>
    /// <param name="xlm">Its XLM in stroops; null where it was not read.</param>
    public static KeeperScore Of(KeeperRow row, Heartbeat? heart, IEnumerable<Liquidation> liquidations, long? xlm)
    {
        ArgumentNullException.ThrowIfNull(row);
        var own = liquidations.Where(l => l.Case.Keeper.ToString() == row.Registered.Address).ToList();
        var fills = own.Select(l => l.LedgersToFill).OfType<uint>().ToList();
        return new KeeperScore(row, heart, fills.Count > 0 ? Percentile(fills, 50) : null, fills.Count > 0 ? Percentile(fills, 95) : null, xlm, DaysOf(xlm, row.Tally, own));
    }

    // What a liquidation cost so far, lost races included, at the pace of those at hand; from the first one's detection on.
    private static long? DaysOf(long? xlm, KeeperTally? tally, List<Liquidation> own)
    {
        if (xlm is not { } left || tally is not { Fees: > 0, Liquidations: > 0 } spent || own.Count < 2)
        {
            return null;
        }

        var took = (long)(own.Max(l => l.EndedAt) - own.Min(l => l.DetectedAt)).TotalMilliseconds;
        return (long)((Int128)left * spent.Liquidations * took / ((Int128)spent.Fees * own.Count * MillisecondsOfDay));
    }
}
