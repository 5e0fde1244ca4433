using Nectar.Core.Units;

namespace Nectar.Web.History;

/// <summary>What the price of a share did over a stretch of time that has passed: nothing here is expected or promised. Pure.</summary>
/// <param name="Span">How long it was.</param>
/// <param name="ThenE12">USDC per share at its beginning, with 12 decimals.</param>
/// <param name="NowE12">The same at its end.</param>
/// <param name="Liquidations">How many profits came in meanwhile.</param>
internal sealed record RealisedYield(TimeSpan Span, Int128 ThenE12, Int128 NowE12, int Liquidations)
{
    // A year's figure from less than a week would say more about luck than about the vault.
    private static readonly TimeSpan leastForAYear = TimeSpan.FromDays(7);

    /// <summary>The growth in millionths, rounded down.</summary>
    public Int128 GrowthE6 => Growth.E6(ThenE12, NowE12);

    /// <summary>As much a year would bring at that pace: (price now / price then)^(365 / days) − 1; null for less than 7 days.</summary>
    public double? Yearly => Span < leastForAYear ? null : Math.Pow((double)NowE12 / (double)ThenE12, 365 / Span.TotalDays) - 1;

    /// <summary>Over the last so many days, or over all; null where the history does not reach back so far.</summary>
    /// <param name="moments">The vault's moments, oldest first.</param>
    /// <param name="ledger">The last ledger.</param>
    /// <param name="at">When that was read.</param>
    /// <param name="days">How many; null for all.</param>
    public static RealisedYield? Over(IReadOnlyList<VaultMoment> moments, LedgerNumber ledger, DateTimeOffset at, int? days)
    {
        if (moments.Count == 0 || moments[^1].Ledger > ledger)
        {
            return null;
        }

        var from = days is { } window ? at - TimeSpan.FromDays(window) : moments[0].At;
        if (from < moments[0].At || from >= at)
        {
            return null;
        }

        return new RealisedYield(
            at - from, PastPrice.E12(moments, ledger, at, from), moments[^1].Books.StateAt(ledger).SharePriceE12,
            moments.Count(m => m.At > from && m.Happened is not Nectar.Core.Contracts.Vault.VaultEvent.Settled && m.Profit > Usdc.Zero));
    }
}
