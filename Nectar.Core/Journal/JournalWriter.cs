using Microsoft.EntityFrameworkCore;
using Nectar.Core.Keeper;
using Nectar.Core.Units;

namespace Nectar.Core.Journal;

/// <summary>
/// Writes events and cases: one row for each event, saved before it is announced. One writer at a time, so that ids grow in
/// the order in which lines are announced; lines that come meanwhile are saved together, since what costs is the disk's sync.
/// </summary>
internal sealed class JournalWriter(IDbContextFactory<JournalDbContext> contexts, LiveFeed feed, JournalPruning pruning) : IKeeperJournal, IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly LineQueue waiting = new();

    /// <inheritdoc/>
    public async Task<long> AppendAsync(KeeperEvent happened, LiquidationCase? stands, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(happened);
        cancel.ThrowIfCancellationRequested();
        var mine = waiting.Add(happened, stands);
        try
        {
            await turn.WaitAsync(cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!waiting.Withdraw(mine))
        {
            // Too late to be taken back: it is being saved with another's.
            return await mine.Saved.Task.ConfigureAwait(false);
        }

        try
        {
            if (waiting.TakeAll() is { Count: > 0 } lines)
            {
                await SaveAllAsync(lines).ConfigureAwait(false);
            }
        }
        finally
        {
            turn.Release();
        }

        return await mine.Saved.Task.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LiquidationCase>> OpenCasesAsync(AccountId keeper, CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var account = keeper.ToString();
            var rows = await context.Cases.Where(c => c.Keeper == account && c.IsOpen)
                .OrderBy(c => c.FirstLine).Select(c => c.Json).ToListAsync(cancel).ConfigureAwait(false);
            return [.. rows.Select(KeeperJson.ReadCase)];
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeeperEvent.BreakerTripped>> TrippedAsync(AccountId keeper, CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var account = keeper.ToString();
            var rows = await context.Lines.Where(l => l.Keeper == account && (l.Kind == "breaker-tripped" || l.Kind == "breaker-reset"))
                .OrderBy(l => l.Id).Select(l => l.Json).ToListAsync(cancel).ConfigureAwait(false);
            var tripped = new Dictionary<ContractId, KeeperEvent.BreakerTripped>();
            foreach (var told in rows.Select(KeeperJson.ReadEvent))
            {
                switch (told)
                {
                    case KeeperEvent.BreakerTripped trip:
                        tripped[trip.Asset] = trip;
                        break;
                    case KeeperEvent.BreakerReset reset:
                        tripped.Remove(reset.Asset);
                        break;
                }
            }

            return [.. tripped.Values];
        }
    }

    /// <inheritdoc/>
    public async Task<EventCursor?> CursorAsync(AccountId keeper, ContractId pool, CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            return await context.Cursors.FindAsync([keeper.ToString(), pool.ToString()], cancel).ConfigureAwait(false) is { } row
                ? new EventCursor(row.Cursor, new LedgerNumber(row.Ledger))
                : null;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> BorrowersAsync(AccountId keeper, ContractId pool, CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var (account, contract) = (keeper.ToString(), pool.ToString());
            return await context.Borrowers.Where(b => b.Keeper == account && b.Pool == contract)
                .Select(b => b.Borrower).ToListAsync(cancel).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task AdvanceAsync(AccountId keeper, ContractId pool, EventCursor cursor, IReadOnlyCollection<string> borrowers, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        ArgumentNullException.ThrowIfNull(borrowers);
        var (account, contract) = (keeper.ToString(), pool.ToString());
        await turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
            await using (context.ConfigureAwait(false))
            {
                var found = borrowers.Distinct().ToList();
                var known = await context.Borrowers.Where(b => b.Keeper == account && b.Pool == contract && found.Contains(b.Borrower))
                    .Select(b => b.Borrower).ToListAsync(cancel).ConfigureAwait(false);
                context.Borrowers.AddRange(found.Except(known)
                    .Select(borrower => new JournalBorrower { Keeper = account, Pool = contract, Borrower = borrower }));
                if (await context.Cursors.FindAsync([account, contract], cancel).ConfigureAwait(false) is { } row)
                {
                    (row.Cursor, row.Ledger) = (cursor.Cursor, cursor.Ledger.Value);
                }
                else
                {
                    context.Cursors.Add(new JournalCursor { Keeper = account, Pool = contract, Cursor = cursor.Cursor, Ledger = cursor.Ledger.Value });
                }

                await context.SaveChangesAsync(cancel).ConfigureAwait(false);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    /// <summary>Saves lines, all or none, announces them, and tells whoever waits for them. Nobody's cancellation ends what is others' too.</summary>
    private async Task SaveAllAsync(IReadOnlyList<LineQueue.Waiting> lines)
    {
        try
        {
            var ids = await SaveAsync(lines).ConfigureAwait(false);
            foreach (var (line, id) in lines.Zip(ids))
            {
                feed.Publish(new FeedLine(id, line.Happened));
            }

            await pruning.AfterAsync(ids[^1], CancellationToken.None).ConfigureAwait(false);
            foreach (var (line, id) in lines.Zip(ids))
            {
                line.Saved.SetResult(id);
            }
        }
        catch (Exception fault)
        {
            // Each of those who wait meets it, and ends for want of a memory.
            foreach (var line in lines)
            {
                line.Saved.TrySetException(fault);
            }
        }
    }

    private async Task<IReadOnlyList<long>> SaveAsync(IReadOnlyList<LineQueue.Waiting> lines)
    {
        var ids = new List<long>(lines.Count);
        var context = await contexts.CreateDbContextAsync().ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var transaction = await context.Database.BeginTransactionAsync().ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                foreach (var line in lines)
                {
                    ids.Add(await AddAsync(context, line.Happened, line.Stands).ConfigureAwait(false));
                }

                await transaction.CommitAsync().ConfigureAwait(false);
            }
        }

        return ids;
    }

    private static async Task<long> AddAsync(JournalDbContext context, KeeperEvent happened, LiquidationCase? stands)
    {
        var line = JournalRows.LineOf(happened);
        context.Lines.Add(line);
        if (await context.Tallies.FindAsync(line.Keeper).ConfigureAwait(false) is not { } tally)
        {
            tally = new JournalTally { Keeper = line.Keeper, Name = happened.KeeperName };
            context.Tallies.Add(tally);
        }

        tally.Count(happened);
        await context.SaveChangesAsync().ConfigureAwait(false);
        if (stands is not null)
        {
            var row = await context.Cases.FindAsync(stands.Id).ConfigureAwait(false);
            if (row is null)
            {
                row = JournalRows.CaseOf(stands, line.Id);
                context.Cases.Add(row);
            }

            JournalRows.Update(row, stands, happened, line.Id);
            await context.SaveChangesAsync().ConfigureAwait(false);
        }

        return line.Id;
    }
}
