using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Web.Live;

namespace Nectar.Web.Components;

/// <summary>Reads all that the page of one borrower shows.</summary>
internal sealed class PositionSource(OverviewSource overview, JournalQueries journal, PositionJournal positions, NetworkStart start, TimeProvider time)
{
    private const int MostSamples = 500;
    private const int MostCases = 50;

    /// <summary>As of now.</summary>
    /// <param name="asked">The borrower, as somebody typed it.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<PositionReadings> ReadAsync(string asked, CancellationToken cancel)
    {
        var seen = await overview.ReadAsync(cancel);
        if (AskedAddress.Read(asked).Problem is { } refusal)
        {
            return Empty(seen, asked, refusal, StatusCodes.Status400BadRequest);
        }

        var row = seen.Positions.ValueOrDefault?.Positions.FirstOrDefault(p => p.Borrower == asked);
        var cases = await JournalReading.OfAsync<IReadOnlyList<LiquidationCase>>(
            async () => new Reading<IReadOnlyList<LiquidationCase>>.Live(await journal.CasesOfAsync(asked, MostCases, cancel), time.GetUtcNow()));
        var history = await HistoryAsync(asked, cancel);
        // Only a keeper's look can tell that somebody owes nothing.
        return row is null && seen.Positions.ValueOrDefault is { } view && cases.ValueOrDefault is { Count: 0 } && history.ValueOrDefault is { Count: 0 }
            ? Empty(seen, asked, $"Nobody of this address owes anything to the pool in ledger {Shown.Ledger(view.Ledger)}, and this journal has never seen a debt of it.", StatusCodes.Status404NotFound)
            : new PositionReadings(seen, asked, null, StatusCodes.Status200OK, row, history, cases);
    }

    private async Task<Reading<IReadOnlyList<PositionSample>>> HistoryAsync(string borrower, CancellationToken cancel) => start.Network switch
    {
        null => start.Fault is { } fault ? new Reading<IReadOnlyList<PositionSample>>.Unavailable(fault) : new Reading<IReadOnlyList<PositionSample>>.Loading(start.Doing),
        { Pool: null } => new Reading<IReadOnlyList<PositionSample>>.Unavailable("no pool is watched"),
        { Pool: { } pool } => await JournalReading.OfAsync<IReadOnlyList<PositionSample>>(
            async () => new Reading<IReadOnlyList<PositionSample>>.Live(await positions.HistoryAsync(pool, borrower, MostSamples, cancel), time.GetUtcNow())),
    };

    private static PositionReadings Empty(Overview seen, string asked, string problem, int status) => new(
        seen, asked, problem, status, null, new Reading<IReadOnlyList<PositionSample>>.Unavailable(problem), new Reading<IReadOnlyList<LiquidationCase>>.Unavailable(problem));
}
