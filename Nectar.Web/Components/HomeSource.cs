using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Web.Components.Races;
using Nectar.Web.Live;

namespace Nectar.Web.Components;

/// <summary>Reads all that the home page shows.</summary>
internal sealed class HomeSource(OverviewSource overview, JournalQueries journal, LiveFeed feed, NetworkStart start, TimeProvider time)
{
    private const int LinesInPage = 30;

    /// <summary>As of now.</summary>
    /// <param name="under">The health factor under which positions are asked for, as a query says it; null or empty for all.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<HomeReadings> ReadAsync(string? under, CancellationToken cancel)
    {
        var seen = await overview.ReadAsync(cancel);
        return new HomeReadings(seen, await JournalReading.OfAsync(() => LastAsync(cancel)), HealthFilter.Parse(under), Lines());
    }

    // A look at the pool comes every second; thirty of them would tell no story.
    private IReadOnlyList<LogLine> Lines()
    {
        var newest = feed.Newest(int.MaxValue);
        var story = newest.Where((line, place) => line.Happened is not KeeperEvent.CycleEnded || place == newest.Count - 1).TakeLast(LinesInPage);
        return [.. story.Select(l => LogLines.Of(l, start.Symbols))];
    }

    private async Task<Reading<LastLiquidation>> LastAsync(CancellationToken cancel)
    {
        var newest = await journal.LiquidationsAsync(1, cancel) is [var first, ..] ? first : null;
        var timeline = newest is null ? null : await journal.TimelineAsync(newest.Case.Id, cancel);
        var steps = (timeline?.Lines ?? []).Select(l => LogLines.Of(l, start.Symbols)).ToList();
        var race = timeline is null ? null : Race.Of(timeline.Case, await journal.RaceAsync(timeline.Case, cancel));
        return new Reading<LastLiquidation>.Live(new LastLiquidation(newest, steps, race), time.GetUtcNow());
    }
}
