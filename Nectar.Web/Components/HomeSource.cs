using Nectar.Core.Journal;
using Nectar.Web.Components.Races;
using Nectar.Web.Live;

namespace Nectar.Web.Components;

/// <summary>Reads all that the home page shows from what was read last and from the journal.</summary>
internal sealed class HomeSource(
    VaultWatch vault, KeeperBoard board, JournalQueries journal, LiveFeed feed, NetworkStart start, TimeProvider time)
{
    private const int LinesInPage = 30;

    public async Task<HomeReadings> ReadAsync(CancellationToken cancel)
    {
        var picture = vault.Read();
        var (last, tallies) = await ReadJournalAsync(cancel);
        var (lines, lastId) = Lines();
        return new HomeReadings(
            time.GetUtcNow(), start.Network, picture, board.ReadNewest(),
            picture.Select(p => Rows(p, tallies)), last, lines, lastId, vault.Took);
    }

    // A look at the pool comes every second; thirty of them would tell no story.
    private (IReadOnlyList<LogLine> Lines, long LastId) Lines()
    {
        var newest = feed.Newest(int.MaxValue).Select(l => LogLines.Of(l, start.Symbols)).ToList();
        var story = newest.Where((line, place) => !line.IsLook || place == newest.Count - 1).TakeLast(LinesInPage).ToList();
        return (story, newest.Count > 0 ? newest[^1].Id : 0);
    }

    private IReadOnlyList<KeeperRow> Rows(VaultPicture picture, IReadOnlyList<KeeperTally> tallies)
    {
        var own = (start.Network?.Keepers ?? []).ToDictionary(k => k.Account.ToString(), k => k.Account);
        return [.. picture.Keepers
            .Select(k => new KeeperRow(
                k,
                own.TryGetValue(k.Address, out var account) ? board.Read(account) : null,
                tallies.FirstOrDefault(t => t.Keeper.ToString() == k.Address)))
            .OrderBy(r => r.Registered.Entry.Registered).ThenBy(r => r.Registered.Address, StringComparer.Ordinal)];
    }

    private async Task<(Reading<LastLiquidation> Last, IReadOnlyList<KeeperTally> Tallies)> ReadJournalAsync(CancellationToken cancel)
    {
        IReadOnlyList<KeeperTally> tallies = [];
        var read = await JournalReading.OfAsync<LastLiquidation>(async () =>
        {
            var newest = await journal.LiquidationsAsync(1, cancel) is [var first, ..] ? first : null;
            var timeline = newest is null ? null : await journal.TimelineAsync(newest.Case.Id, cancel);
            var steps = (timeline?.Lines ?? []).Select(l => LogLines.Of(l, start.Symbols)).ToList();
            var race = timeline is null ? null : Race.Of(timeline.Case, await journal.RaceAsync(timeline.Case, cancel));
            tallies = await journal.TalliesAsync(cancel);
            return new Reading<LastLiquidation>.Live(new LastLiquidation(newest, steps, race), time.GetUtcNow());
        });
        return (read, tallies);
    }
}
