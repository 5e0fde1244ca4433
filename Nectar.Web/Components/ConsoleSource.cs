using System.Globalization;
using System.Security.Claims;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Web.Alerting;
using Nectar.Web.Live;
using Nectar.Web.Operators;

namespace Nectar.Web.Components;

/// <summary>Reads all that the console shows.</summary>
internal sealed class ConsoleSource(
    OverviewSource overview, KeeperBoard board, SignsOfLife signs, JournalQueries journal, LiveFeed feed, XlmReader coins, KeeperControls controls, AlertPanelSource alerts, NetworkStart start, TimeProvider time)
{
    private const int LooksInPage = 12;
    private const int LinesInPage = 200;
    private const int LinesAround = 50;

    // A look is written about once a minute, also where nothing changes.
    private static readonly TimeSpan looksFreshFor = TimeSpan.FromSeconds(150);

    /// <summary>As of now.</summary>
    /// <param name="caseId">A case to trace, as somebody typed it; null or empty for none.</param>
    /// <param name="user">Who looks.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<ConsoleReadings> ReadAsync(string? caseId, ClaimsPrincipal? user, CancellationToken cancel)
    {
        var seen = await overview.ReadAsync(cancel);
        var asked = caseId?.Trim() is { Length: > 0 } text ? text : null;
        return new ConsoleReadings(seen, await KeepersAsync(seen, cancel), Looks(), await alerts.DeliveriesAsync(user, cancel), asked, asked is null ? null : await TraceAsync(asked, cancel));
    }

    /// <summary>The lines that the page begins with: the newest, or those around one.</summary>
    /// <param name="line">An id that a link points to; null for none.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<LogWindow> LinesAsync(string? line, CancellationToken cancel)
    {
        if (!long.TryParse(line, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var marked))
        {
            var newest = feed.Newest(LinesInPage).Select(l => LogLines.Of(l, start.Symbols)).ToList();
            return new LogWindow(newest, newest.Count > 0 ? newest[^1].Id : 0, null, string.IsNullOrEmpty(line) ? null : $"“{Shown.Asked(line)}” is no line: a whole number from 1 to {feed.LastId} is one. The newest are shown.");
        }

        var from = marked > LinesAround ? marked - LinesAround - 1 : 0;
        var around = marked < 0 || marked > feed.LastId ? [] : await journal.LinesAfterAsync(from, marked + LinesAround + 1, (2 * LinesAround) + 1, cancel);
        var isThere = around.Any(l => l.Id == marked);
        return new LogWindow(
            [.. around.Select(l => LogLines.Of(l, start.Symbols))], feed.LastId, marked,
            isThere ? null : marked < 1 || marked > feed.LastId ? $"There is no line {marked}: ids go from 1 to {feed.LastId}." : $"Line {marked} is no longer kept.");
    }

    private async Task<Reading<IReadOnlyList<ConsoleKeeper>>> KeepersAsync(Overview seen, CancellationToken cancel)
    {
        if (start.Network is not { } network)
        {
            return start.Fault is { } fault
                ? new Reading<IReadOnlyList<ConsoleKeeper>>.Unavailable(fault)
                : new Reading<IReadOnlyList<ConsoleKeeper>>.Loading(start.Doing);
        }

        var registered = seen.Keepers.ValueOrDefault ?? [];
        var own = network.Keepers.Select(k => k.Account.ToString()).ToHashSet();
        var xlm = await coins.ReadAsync(own, cancel);
        var running = new List<ConsoleKeeper>();
        foreach (var options in network.Keepers)
        {
            running.Add(Own(options, (await controls.OfAsync(options, cancel)).Current, registered, seen.Tallies, xlm));
        }

        IReadOnlyList<ConsoleKeeper> rows =
        [
            .. running,
            .. registered.Where(r => !own.Contains(r.Registered.Address))
                .Select(r => new ConsoleKeeper(r.Registered.Entry.Name.ToString(), r.Registered.Address, null, null, null, null, r.Tally, r.Registered, null)),
        ];
        // Signs of life are this process's own; what grows old is the chain's part.
        return seen.Vault is Reading<VaultPicture>.Stale old
            ? new Reading<IReadOnlyList<ConsoleKeeper>>.Stale(rows, old.At, old.Age, old.Reason)
            : new Reading<IReadOnlyList<ConsoleKeeper>>.Live(rows, seen.Now);
    }

    private ConsoleKeeper Own(
        KeeperOptions options, KeeperSettings settings, IReadOnlyList<KeeperRow> registered, IReadOnlyList<KeeperTally> tallies, IReadOnlyDictionary<string, long> xlm)
    {
        var address = options.Account.ToString();
        var view = board.Read(options.Account);
        var tally = tallies.FirstOrDefault(t => t.Keeper == options.Account);
        return new ConsoleKeeper(
            options.Name, address, options, settings, view, signs.Judge(options.Account, tally, settings.PollInterval), tally,
            registered.FirstOrDefault(r => r.Registered.Address == address)?.Registered, xlm.TryGetValue(address, out var held) ? held : null);
    }

    private Reading<IReadOnlyList<FeedLine>> Looks()
    {
        IReadOnlyList<FeedLine> looks = [.. feed.Newest(int.MaxValue).Where(l => l.Happened is KeeperEvent.CycleEnded).TakeLast(LooksInPage).Reverse()];
        if (looks.Count == 0)
        {
            return start.Fault is { } fault ? new Reading<IReadOnlyList<FeedLine>>.Unavailable(fault) : new Reading<IReadOnlyList<FeedLine>>.Loading(start.Network is null ? start.Doing : "the first look at the pool");
        }

        var at = looks[0].Happened.At;
        var age = time.GetUtcNow() - at;
        return age <= looksFreshFor
            ? new Reading<IReadOnlyList<FeedLine>>.Live(looks, at)
            : new Reading<IReadOnlyList<FeedLine>>.Stale(looks, at, age, "no keeper of this process has written down a look since");
    }

    private async Task<Reading<CaseTimeline>> TraceAsync(string asked, CancellationToken cancel)
    {
        if (!Guid.TryParse(asked, out var id))
        {
            return new Reading<CaseTimeline>.Unavailable($"“{Shown.Asked(asked)}” is no case id: 32 hexadecimal digits are needed, as the log's lines link them");
        }

        return await JournalReading.OfAsync<CaseTimeline>(async () => await journal.TimelineAsync(id, cancel) is { } timeline
            ? new Reading<CaseTimeline>.Live(timeline, time.GetUtcNow())
            : new Reading<CaseTimeline>.Unavailable($"this journal has no case {id}; cases of other processes are in their own journals"));
    }
}
