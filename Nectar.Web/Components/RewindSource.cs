using Nectar.Core.Journal;
using Nectar.Core.Units;
using Nectar.Web.History;
using Nectar.Web.Live;
using Nectar.Web.Rewind;

namespace Nectar.Web.Components;

/// <summary>Reads how everything stood at the end of a past second: journal, samples and the vault's history, cut at the same moment.</summary>
internal sealed class RewindSource(
    RewindQueries journal, PositionJournal positions, RewoundKeeperReader keepers, VaultHistory history, VaultWatch vault, NetworkStart start, TimeProvider time)
{
    private const int LinesInPage = 50;
    private const int MostCases = 24;
    private const int MostEnds = 200;

    /// <summary>As somebody asks for it.</summary>
    /// <param name="asked">The second, as a query says it; null or empty for the newest.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<RewindReadings> ReadAsync(string? asked, CancellationToken cancel)
    {
        Reading<RewindView> view = start.Network is { } network
            ? await JournalReading.OfAsync<RewindView>(async () => new Reading<RewindView>.Live(await ViewAsync(network, asked, cancel), time.GetUtcNow()))
            : start.Fault is { } fault ? new Reading<RewindView>.Unavailable(fault) : new Reading<RewindView>.Loading(start.Doing);
        return new RewindReadings(start.Network, start.Symbols, view);
    }

    private async Task<RewindView> ViewAsync(NetworkInUse network, string? asked, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var (lines, samples) = (await journal.KeptSinceAsync(cancel), await positions.KeptSinceAsync(cancel));
        var (gap, moments) = (history.Gap, history.Moments);
        var first = new[] { lines?.At, samples?.At, moments is [var oldest, ..] ? oldest.At : null }.Min() ?? now;
        var asking = RewindTime.Of(asked, first, now);
        var (from, until) = (asking.Second, asking.Second.AddSeconds(1));
        var (before, cut) = (await journal.CutAsync(from, cancel), await journal.CutAsync(until, cancel));
        var kept = LinesOf(lines, await journal.LinesAsync(cut, LinesInPage, cancel));
        IReadOnlyCollection<PositionSample> standing = network.Pool is { } pool ? await positions.StandingAsync(pool, until, cancel) : [];
        var ledger = RewoundLedger.Of(kept.ValueOrDefault ?? [], await journal.NextLedgerAsync(cut, cancel), moments, standing, vault.Read() as Reading<VaultPicture>.Live, until);
        var books = VaultOf(gap, moments, ledger);
        var cases = (await journal.CasesAsync(cut, MostCases, cancel)).Select(c => RewoundCase.Of(c, cut)).OfType<RewoundCase>().ToList();
        var moment = new RewoundMoment(
            ledger, kept,
            kept is Kept<IReadOnlyList<FeedLine>>.Gone { Reason: var reason } && lines is not { IsWhole: true }
                ? new Kept<IReadOnlyList<RewoundKeeper>>.Gone(reason)
                : new Kept<IReadOnlyList<RewoundKeeper>>.There(await keepers.ReadAsync(network, cut, cases, books.ValueOrDefault, until, cancel)),
            PositionsOf(network, samples, standing), books);
        var (last, next) = await journal.NeighboursAsync(before, cut, cancel);
        return new RewindView(asking, first, now, moment, last, next, await journal.EndsAsync(MostEnds, cancel));
    }

    private static Kept<IReadOnlyList<FeedLine>> LinesOf(KeptSince? since, IReadOnlyList<FeedLine> lines)
    {
        // What is older are leftovers of open cases.
        var own = lines.Where(l => l.Id >= since?.FirstId).ToList();
        return own.Count > 0 ? new Kept<IReadOnlyList<FeedLine>>.There(own) : new Kept<IReadOnlyList<FeedLine>>.Gone(
            since is null ? "no line has been written yet" : since.IsWhole ? $"the first line was written at {RewindTime.Text(since.At)}" : $"lines are kept since {RewindTime.Text(since.At)}");
    }

    private static Kept<RewoundPositions> PositionsOf(NetworkInUse network, KeptSince? since, IReadOnlyCollection<PositionSample> standing) => (network.Pool, since) switch
    {
        (null, _) => new Kept<RewoundPositions>.Gone("no pool is watched"),
        (_, null) => new Kept<RewoundPositions>.Gone("no position has been written down yet"),
        ({ }, { } kept) when standing.Count == 0 => new Kept<RewoundPositions>.Gone(
            $"positions are {(kept.IsWhole ? "written down" : "kept")} since {RewindTime.Text(kept.At)}"),
        ({ }, { } kept) => new Kept<RewoundPositions>.There(RewoundPositions.Of(standing, kept)),
    };

    private static Kept<RewoundVault> VaultOf(string? gap, IReadOnlyList<VaultMoment> moments, LedgerNumber? ledger) => (gap, moments, ledger) switch
    {
        ({ } reason, _, _) => new Kept<RewoundVault>.Gone(reason),
        (_, [], _) => new Kept<RewoundVault>.Gone("nothing has happened in the vault yet"),
        (_, _, { } then) when RewoundVault.Of(moments, then) is { } found => new Kept<RewoundVault>.There(found),
        _ => new Kept<RewoundVault>.Gone($"the vault's events are kept since ledger {Shown.Ledger(moments[0].Ledger)} of {RewindTime.Text(moments[0].At)}"),
    };
}
