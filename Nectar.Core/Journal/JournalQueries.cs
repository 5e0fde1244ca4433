using Microsoft.EntityFrameworkCore;
using Nectar.Core.Keeper;
using Nectar.Core.Units;

namespace Nectar.Core.Journal;

/// <summary>What the journal can tell.</summary>
public sealed class JournalQueries
{
    private const long RaceLines = 2_000;
    private readonly IDbContextFactory<JournalDbContext> contexts;

    internal JournalQueries(IDbContextFactory<JournalDbContext> contexts) => this.contexts = contexts;

    /// <summary>The newest lines, oldest first.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<FeedLine>> NewestLinesAsync(int count, CancellationToken cancel)
    {
        var rows = await ReadAsync(c => c.Lines.OrderByDescending(l => l.Id).Take(count).Reverse(), cancel).ConfigureAwait(false);
        return Lines(rows);
    }

    /// <summary>Lines with ids after one and before another, oldest first.</summary>
    /// <param name="after">The id before the first.</param>
    /// <param name="before">The id behind the last.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<FeedLine>> LinesAfterAsync(long after, long before, int count, CancellationToken cancel)
    {
        var rows = await ReadAsync(
            c => c.Lines.Where(l => l.Id > after && l.Id < before).OrderBy(l => l.Id).Take(count), cancel).ConfigureAwait(false);
        return Lines(rows);
    }

    /// <summary>Cases that ended with profit in the vault, newest first.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<Liquidation>> LiquidationsAsync(int count, CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var rows = await (
                from c in context.Cases
                where c.EndLine != null
                join first in context.Lines on c.FirstLine equals first.Id
                join last in context.Lines on c.EndLine equals last.Id
                orderby c.EndLine descending
                select new
                {
                    c.Json,
                    First = first.Json,
                    Filled = context.Lines.Where(l => l.CaseId == c.Id && l.Kind == "filled").OrderBy(l => l.Id).Select(l => l.Json).FirstOrDefault(),
                    Last = last.Json,
                }).Take(count).AsNoTracking().ToListAsync(cancel).ConfigureAwait(false);
            return [.. rows
                .Select(r => Liquidation.Of(KeeperJson.ReadCase(r.Json), KeeperJson.ReadEvent(r.First), r.Filled is { } filled ? KeeperJson.ReadEvent(filled) : null, KeeperJson.ReadEvent(r.Last)))
                .OfType<Liquidation>()];
        }
    }

    /// <summary>A case with all its lines, oldest first; null where there is none of that id.</summary>
    public async Task<CaseTimeline?> TimelineAsync(Guid id, CancellationToken cancel)
    {
        var cases = await ReadAsync(c => c.Cases.Where(x => x.Id == id), cancel).ConfigureAwait(false);
        if (cases.Count == 0)
        {
            return null;
        }

        var rows = await ReadAsync(c => c.Lines.Where(l => l.CaseId == id).OrderBy(l => l.Id), cancel).ConfigureAwait(false);
        return new CaseTimeline(KeeperJson.ReadCase(cases[0].Json), Lines(rows));
    }

    /// <summary>All keepers' cases of one auction with their lines, oldest first: who raced for it. Those of this journal alone.</summary>
    /// <param name="one">One of them.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<CaseTimeline>> RaceAsync(LiquidationCase one, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(one);
        var own = (await ReadAsync(c => c.Cases.Where(x => x.Id == one.Id), cancel).ConfigureAwait(false)).FirstOrDefault();
        if (own is null)
        {
            return [];
        }

        // Rivals find a position within a few looks of each other.
        var (from, to) = (own.FirstLine - RaceLines, own.FirstLine + RaceLines);
        var near = await ReadAsync(c => c.Cases.Where(x => x.FirstLine >= from && x.FirstLine <= to).OrderBy(x => x.FirstLine), cancel).ConfigureAwait(false);
        var race = new List<CaseTimeline>();
        foreach (var stands in near.Select(r => KeeperJson.ReadCase(r.Json)))
        {
            if (stands.Id == one.Id || (stands.Borrower == one.Borrower && stands.Pool == one.Pool && stands.AuctionStart is { } start && start == one.AuctionStart))
            {
                race.Add((await TimelineAsync(stands.Id, cancel).ConfigureAwait(false))!);
            }
        }

        return race;
    }

    /// <summary>All keepers' cases of one borrower, newest first.</summary>
    /// <param name="borrower">Who, a strkey.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<LiquidationCase>> CasesOfAsync(string borrower, int count, CancellationToken cancel)
    {
        var rows = await ReadAsync(c => c.Cases.Where(x => x.Borrower == borrower).OrderByDescending(x => x.FirstLine).Take(count), cancel).ConfigureAwait(false);
        return [.. rows.Select(r => KeeperJson.ReadCase(r.Json))];
    }

    /// <summary>All keepers' open cases, oldest first.</summary>
    public async Task<IReadOnlyList<LiquidationCase>> OpenCasesAsync(CancellationToken cancel)
    {
        var rows = await ReadAsync(c => c.Cases.Where(x => x.IsOpen).OrderBy(x => x.FirstLine), cancel).ConfigureAwait(false);
        return [.. rows.Select(r => KeeperJson.ReadCase(r.Json))];
    }

    /// <summary>What each keeper has done since the journal began, by account.</summary>
    public async Task<IReadOnlyList<KeeperTally>> TalliesAsync(CancellationToken cancel)
    {
        var rows = await ReadAsync(c => c.Tallies.OrderBy(t => t.Keeper), cancel).ConfigureAwait(false);
        return [.. rows.Select(t => new KeeperTally(
            AccountId.Parse(t.Keeper), t.Name, DateTimeOffset.FromUnixTimeMilliseconds(t.AtMilliseconds),
            t.Detections, t.Auctions, t.Liquidations, t.RacesLost, t.Failures, new Usdc(t.Profit), t.Fees))];
    }

    private async Task<List<T>> ReadAsync<T>(Func<JournalDbContext, IQueryable<T>> query, CancellationToken cancel)
        where T : class
    {
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            return await query(context).AsNoTracking().ToListAsync(cancel).ConfigureAwait(false);
        }
    }

    private static List<FeedLine> Lines(List<JournalLine> rows) => [.. rows.Select(r => new FeedLine(r.Id, KeeperJson.ReadEvent(r.Json)))];
}
