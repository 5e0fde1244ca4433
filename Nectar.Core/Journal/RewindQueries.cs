using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Nectar.Core.Keeper;
using Nectar.Core.Units;

namespace Nectar.Core.Journal;

/// <summary>
/// What the journal can tell of a past second: its lines up to a cut, in the order in which they were written. No question
/// reads more than <see cref="MostLines"/> lines, however many there are.
/// </summary>
public sealed class RewindQueries
{
    /// <summary>How many lines before the cut are searched for a keeper's last ones.</summary>
    public const int MostLines = 20_000;

    private const string Look = "cycle";
    private readonly IDbContextFactory<JournalDbContext> contexts;
    private readonly JournalOptions options;

    internal RewindQueries(IDbContextFactory<JournalDbContext> contexts, IOptions<JournalOptions> options) => (this.contexts, this.options) = (contexts, options.Value);

    /// <summary>From where on every line is kept; null where there is none. Older lines of open cases may be there, too.</summary>
    public Task<KeptSince?> KeptSinceAsync(CancellationToken cancel) => AskAsync(
        async context =>
        {
            var dropped = await context.Lines.OrderByDescending(l => l.Id).Select(l => l.Id).FirstOrDefaultAsync(cancel).ConfigureAwait(false) - options.KeptLines;
            var first = await context.Lines.Where(l => l.Id > dropped).OrderBy(l => l.Id).Select(l => new { l.Id, l.AtMilliseconds, l.Ledger }).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
            return first is null ? null : new KeptSince(first.Id, DateTimeOffset.FromUnixTimeMilliseconds(first.AtMilliseconds), new LedgerNumber(first.Ledger));
        },
        cancel);

    /// <summary>The last line before the first that was written at a moment or later; 0 where there is none.</summary>
    public Task<long> CutAsync(DateTimeOffset until, CancellationToken cancel) => AskAsync(
        context => TimeCut.FindAsync(context.Lines.Select(l => new TimeCut.Stamp { Id = l.Id, At = l.AtMilliseconds }), until.ToUnixTimeMilliseconds(), cancel), cancel);

    /// <summary>The newest lines up to a cut, oldest first.</summary>
    /// <param name="cut">The last line's id.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<IReadOnlyList<FeedLine>> LinesAsync(long cut, int count, CancellationToken cancel) => AskAsync<IReadOnlyList<FeedLine>>(
        async context =>
        {
            var rows = await context.Lines.Where(l => l.Id <= cut).OrderByDescending(l => l.Id).Take(count).Select(l => new { l.Id, l.Json }).ToListAsync(cancel).ConfigureAwait(false);
            return [.. rows.AsEnumerable().Reverse().Select(r => new FeedLine(r.Id, KeeperJson.ReadEvent(r.Json)))];
        },
        cancel);

    /// <summary>A keeper's last line up to a cut, and its last look at the pool; null where the lines before the cut hold none.</summary>
    public Task<(FeedLine? Line, FeedLine? Look)> LastOfAsync(AccountId keeper, long cut, CancellationToken cancel) => AskAsync(
        async context =>
        {
            var (account, from) = (keeper.ToString(), cut - MostLines);
            var own = context.Lines.Where(l => l.Id <= cut && l.Id > from && l.Keeper == account).OrderByDescending(l => l.Id);
            return (await FirstAsync(own, cancel).ConfigureAwait(false), await FirstAsync(own.Where(l => l.Kind == Look), cancel).ConfigureAwait(false));
        },
        cancel);

    /// <summary>The cases that began last before a cut, newest first, as they stand now and with all their lines, those after the cut, too.</summary>
    /// <param name="cut">The last line's id.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<IReadOnlyList<CaseTimeline>> CasesAsync(long cut, int count, CancellationToken cancel) => AskAsync<IReadOnlyList<CaseTimeline>>(
        async context =>
        {
            var cases = await context.Cases.Where(c => c.FirstLine <= cut).OrderByDescending(c => c.FirstLine).Take(count).Select(c => new { c.Id, c.Json }).ToListAsync(cancel).ConfigureAwait(false);
            var ids = cases.Select(c => (Guid?)c.Id).ToList();
            var rows = await context.Lines.Where(l => ids.Contains(l.CaseId)).OrderBy(l => l.Id).Select(l => new { l.CaseId, l.Id, l.Json }).ToListAsync(cancel).ConfigureAwait(false);
            var lines = rows.ToLookup(r => r.CaseId, r => new FeedLine(r.Id, KeeperJson.ReadEvent(r.Json)));
            return [.. cases.Select(c => new CaseTimeline(KeeperJson.ReadCase(c.Json), [.. lines[c.Id]]))];
        },
        cancel);

    /// <summary>The ledger of the first line after a cut; null where there is none.</summary>
    public Task<LedgerNumber?> NextLedgerAsync(long cut, CancellationToken cancel) => AskAsync(
        async context => await context.Lines.Where(l => l.Id > cut).OrderBy(l => l.Id).Select(l => (uint?)l.Ledger).FirstOrDefaultAsync(cancel).ConfigureAwait(false) is { } ledger
            ? new LedgerNumber(ledger)
            : (LedgerNumber?)null,
        cancel);

    /// <summary>When the lines nearest to a second were written that tell of more than a look at the pool: the last before it, the first after it.</summary>
    /// <param name="before">The last line before the second.</param>
    /// <param name="cut">The last line of it.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<(DateTimeOffset? Before, DateTimeOffset? After)> NeighboursAsync(long before, long cut, CancellationToken cancel) => AskAsync(
        async context =>
        {
            var (from, to) = (before - MostLines, cut + MostLines);
            var last = await context.Lines.Where(l => l.Id > from && l.Id <= before && l.Kind != Look).OrderByDescending(l => l.Id).Select(l => (long?)l.AtMilliseconds).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
            var next = await context.Lines.Where(l => l.Id > cut && l.Id <= to && l.Kind != Look).OrderBy(l => l.Id).Select(l => (long?)l.AtMilliseconds).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
            return (TimeOf(last), TimeOf(next));
        },
        cancel);

    /// <summary>When the newest liquidations ended, newest first.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<IReadOnlyList<LiquidationEnd>> EndsAsync(int count, CancellationToken cancel) => AskAsync<IReadOnlyList<LiquidationEnd>>(
        async context =>
        {
            var rows = await (
                from c in context.Cases
                where c.EndLine != null
                join last in context.Lines on c.EndLine equals last.Id
                orderby c.EndLine descending
                select new { c.Id, last.AtMilliseconds }).Take(count).ToListAsync(cancel).ConfigureAwait(false);
            return [.. rows.Select(r => new LiquidationEnd(r.Id, DateTimeOffset.FromUnixTimeMilliseconds(r.AtMilliseconds)))];
        },
        cancel);

    private async Task<T> AskAsync<T>(Func<JournalDbContext, Task<T>> question, CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            return await question(context).ConfigureAwait(false);
        }
    }

    private static async Task<FeedLine?> FirstAsync(IQueryable<JournalLine> lines, CancellationToken cancel) =>
        await lines.Select(l => new { l.Id, l.Json }).FirstOrDefaultAsync(cancel).ConfigureAwait(false) is { } row ? new FeedLine(row.Id, KeeperJson.ReadEvent(row.Json)) : null;

    private static DateTimeOffset? TimeOf(long? milliseconds) => milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
