using Nectar.Core.Journal;

namespace Nectar.Web.Components;

/// <summary>How a keeper does.</summary>
/// <param name="Row">What chain and journal know of it.</param>
/// <param name="MedianLedgers">Ledgers from detection to the end of the case, the middle of its last liquidations; null without any.</param>
/// <param name="SlowLedgers">The same for the slowest of twenty; null without any.</param>
/// <param name="Xlm">Its XLM in stroops; null where it was not read.</param>
public sealed record KeeperScore(KeeperRow Row, uint? MedianLedgers, uint? SlowLedgers, long? Xlm)
{
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
    public static KeeperScore Of(KeeperRow row, IEnumerable<Liquidation> liquidations, long? xlm)
    {
        ArgumentNullException.ThrowIfNull(row);
        var own = liquidations.Where(l => l.Case.Keeper.ToString() == row.Registered.Address).Select(l => l.LedgersSinceDetection).ToList();
        return new KeeperScore(row, own.Count > 0 ? Percentile(own, 50) : null, own.Count > 0 ? Percentile(own, 95) : null, xlm);
    }
}
