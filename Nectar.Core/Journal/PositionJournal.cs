using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;

namespace Nectar.Core.Journal;

/// <summary>
/// How borrowers stood over time. The newest <see cref="JournalOptions.KeptSamples"/> samples of all are kept. It is written
/// a few rows at a time, so that a keeper's line never waits long for the file.
/// </summary>
public sealed class PositionJournal
{
    private const int RowsAtOnce = 100;
    private readonly IDbContextFactory<JournalDbContext> contexts;
    private readonly JournalOptions options;
    private long next;

    internal PositionJournal(IDbContextFactory<JournalDbContext> contexts, IOptions<JournalOptions> options) =>
        (this.contexts, this.options) = (contexts, options.Value);

    /// <summary>Adds samples, newer ones than there are, and drops the oldest beyond what is kept.</summary>
    public async Task RecordAsync(ContractId pool, IReadOnlyList<PositionSample> samples, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(samples);
        foreach (var some in samples.Chunk(RowsAtOnce))
        {
            var newest = await AddAsync(pool.ToString(), some, cancel).ConfigureAwait(false);
            if (newest >= next)
            {
                next = newest + options.PruneEvery;
                await PruneAsync(newest - options.KeptSamples, cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A borrower's newest samples, oldest first.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="borrower">Who, a strkey.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<PositionSample>> HistoryAsync(ContractId pool, string borrower, int count, CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var contract = pool.ToString();
            var rows = await (
                from sample in context.Samples
                where sample.PositionId == context.Positions.Where(p => p.Pool == contract && p.Borrower == borrower).Select(p => p.Id).FirstOrDefault()
                orderby sample.Id descending
                select sample).Take(count).AsNoTracking().ToListAsync(cancel).ConfigureAwait(false);
            return [.. rows.AsEnumerable().Reverse().Select(row => Read(row, borrower))];
        }
    }

    /// <summary>Everybody's newest sample before a moment, those of whoever owed nothing any more, too; in no order.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="until">The first moment that is no longer counted.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<PositionSample>> StandingAsync(ContractId pool, DateTimeOffset until, CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var cut = await TimeCut.FindAsync(context.Samples.Select(s => new TimeCut.Stamp { Id = s.Id, At = s.AtMilliseconds }), until.ToUnixTimeMilliseconds(), cancel).ConfigureAwait(false);
            var contract = pool.ToString();
            // By the index a position's newest is one step away, so that this costs as much as there are positions.
            var rows = await (
                from position in context.Positions
                where position.Pool == contract
                join sample in context.Samples on context.Samples.Where(s => s.PositionId == position.Id && s.Id <= cut).Max(s => (long?)s.Id) equals sample.Id
                select new { position.Borrower, sample }).AsNoTracking().ToListAsync(cancel).ConfigureAwait(false);
            return [.. rows.Select(r => Read(r.sample, r.Borrower))];
        }
    }

    /// <summary>From where on every sample is kept; null where there is none.</summary>
    public async Task<KeptSince?> KeptSinceAsync(CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var first = await context.Samples.OrderBy(s => s.Id).Select(s => new { s.Id, s.AtMilliseconds, s.Ledger }).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
            return first is null ? null : new KeptSince(first.Id, DateTimeOffset.FromUnixTimeMilliseconds(first.AtMilliseconds), new LedgerNumber(first.Ledger));
        }
    }

    private async Task<long> AddAsync(string pool, PositionSample[] samples, CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var transaction = await context.Database.BeginTransactionAsync(cancel).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                var asked = samples.Select(s => s.Borrower).Distinct().ToList();
                var known = await context.Positions.Where(p => p.Pool == pool && asked.Contains(p.Borrower)).ToDictionaryAsync(p => p.Borrower, cancel).ConfigureAwait(false);
                foreach (var borrower in asked.Where(b => !known.ContainsKey(b)))
                {
                    context.Positions.Add(known[borrower] = new JournalPosition { Pool = pool, Borrower = borrower });
                }

                await context.SaveChangesAsync(cancel).ConfigureAwait(false);
                var rows = samples.Select(s => RowOf(s, known[s.Borrower].Id)).ToList();
                context.Samples.AddRange(rows);
                await context.SaveChangesAsync(cancel).ConfigureAwait(false);
                await transaction.CommitAsync(cancel).ConfigureAwait(false);
                return rows.Max(r => r.Id);
            }
        }
    }

    private async Task PruneAsync(long oldest, CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            await context.Samples.Where(s => s.Id <= oldest).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
        }
    }

    private static JournalSample RowOf(PositionSample sample, int position) => new()
    {
        PositionId = position,
        Ledger = sample.Ledger.Value,
        AtMilliseconds = sample.At.ToUnixTimeMilliseconds(),
        Health = sample.Health?.Value,
        Collateral = sample.Collateral?.Value,
        Debt = sample.Debt.Value,
    };

    private static PositionSample Read(JournalSample row, string borrower) => new(
        borrower, new LedgerNumber(row.Ledger), DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds),
        row.Health is { } health ? new Ratio(health) : null, row.Collateral is { } collateral ? new Worth(collateral) : null, new Worth(row.Debt));
}
