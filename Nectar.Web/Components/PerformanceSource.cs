using Nectar.Core.Journal;
using Nectar.Web.History;
using Nectar.Web.Live;

namespace Nectar.Web.Components;

/// <summary>Reads all that the performance page shows.</summary>
internal sealed class PerformanceSource(OverviewSource overview, VaultHistory history, JournalQueries journal, XlmReader coins)
{
    private const int MaxLiquidations = 200;

    /// <summary>As of now.</summary>
    public async Task<PerformanceReadings> ReadAsync(CancellationToken cancel)
    {
        var seen = await overview.ReadAsync(cancel);
        var liquidations = await journal.LiquidationsAsync(MaxLiquidations, cancel);
        var rows = seen.Keepers.ValueOrDefault ?? [];
        var xlm = await coins.ReadAsync(rows.Select(r => r.Registered.Address), cancel);
        return new PerformanceReadings(
            seen, history.Moments, history.Gap, liquidations,
            [.. rows.Select(r => KeeperScore.Of(r, liquidations, xlm.TryGetValue(r.Registered.Address, out var held) ? held : null))]);
    }
}
