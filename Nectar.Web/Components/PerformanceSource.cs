using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Web.History;
using Nectar.Web.Live;
using Nectar.Web.Operators;

namespace Nectar.Web.Components;

/// <summary>Reads all that the performance page shows.</summary>
internal sealed class PerformanceSource(
    OverviewSource overview, VaultHistory history, JournalQueries journal, XlmReader coins, NetworkStart start, SignsOfLife signs, KeeperControls controls)
{
    private const int MaxLiquidations = 200;

    /// <summary>As of now.</summary>
    public async Task<PerformanceReadings> ReadAsync(CancellationToken cancel)
    {
        var seen = await overview.ReadAsync(cancel);
        var liquidations = await journal.LiquidationsAsync(MaxLiquidations, cancel);
        var rows = seen.Keepers.ValueOrDefault ?? [];
        var xlm = await coins.ReadAsync(rows.Select(r => r.Registered.Address), cancel);
        var hearts = await HeartsAsync(seen.Tallies, cancel);
        return new PerformanceReadings(
            seen, history.Moments, history.Gap, liquidations,
            [.. rows.Select(r => KeeperScore.Of(r, hearts.GetValueOrDefault(r.Registered.Address), liquidations, xlm.TryGetValue(r.Registered.Address, out var held) ? held : null))],
            signs.Since);
    }

    /// <summary>Of the keepers that run in this process, by address.</summary>
    private async Task<Dictionary<string, Heartbeat>> HeartsAsync(IReadOnlyList<KeeperTally> tallies, CancellationToken cancel)
    {
        var hearts = new Dictionary<string, Heartbeat>();
        foreach (var own in start.Network?.Keepers ?? [])
        {
            var poll = (await controls.OfAsync(own, cancel)).Current.PollInterval;
            hearts[own.Account.ToString()] = signs.Judge(own.Account, tallies.FirstOrDefault(t => t.Keeper == own.Account), poll);
        }

        return hearts;
    }
}
