using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Journal;

public sealed class JournalWriterTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ids_begin_at_one_and_grow_by_one_over_several_keepers()
    {
        await using var fixture = await JournalFixture.OpenAsync();

        var ids = await Task.WhenAll(Enumerable.Range(0, 40).Select(n =>
            fixture.Journal.AppendAsync(Samples.Line(n, n % 2 == 0 ? Samples.Alpha : Samples.Beta), null, Cancel)));

        Assert.Equal(Enumerable.Range(1, 40).Select(n => (long)n), ids.Order());
    }

    [Fact]
    public async Task Lines_asked_for_in_a_row_have_ids_in_that_order_though_nobody_waited_for_the_last()
    {
        await using var fixture = await JournalFixture.OpenAsync();

        var ids = await Task.WhenAll(Enumerable.Range(0, 100).Select(n => fixture.Journal.AppendAsync(Samples.Line(n), null, Cancel)));

        Assert.Equal(Enumerable.Range(1, 100).Select(n => (long)n), ids);
        Assert.Equal(Enumerable.Range(0, 100).Select(n => Samples.Line(n)), (await fixture.Queries.LinesAfterAsync(0, long.MaxValue, 200, Cancel)).Select(l => l.Happened));
    }

    [Fact]
    public async Task A_line_and_its_case_are_in_the_files_of_a_killed_process_as_soon_as_append_returns()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        var id = Guid.CreateVersion7(Samples.Now);
        await fixture.Journal.AppendAsync(Samples.Detected(id), Samples.Case(id, new CaseState.Detected()), Cancel);

        var killed = fixture.CopyAsKilled();
        await using var next = await JournalFixture.OpenAsync(folder: killed);

        var stands = Assert.Single(await next.Journal.OpenCasesAsync(Samples.Alpha, Cancel));
        Assert.Equal(Samples.Case(id, new CaseState.Detected()), stands);
        Assert.Equal(new FeedLine(1, Samples.Detected(id)), Assert.Single(await next.Queries.NewestLinesAsync(10, Cancel)));
        Assert.Equal(2, await next.Journal.AppendAsync(Samples.Line(2), null, Cancel));
    }

    [Fact]
    public async Task A_line_that_cannot_be_saved_is_announced_to_nobody_and_changes_no_case()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        var id = Guid.CreateVersion7(Samples.Now);
        await fixture.Journal.AppendAsync(Samples.Detected(id), Samples.Case(id, new CaseState.Detected()), Cancel);
        await using (var context = await fixture.Services.GetRequiredService<IDbContextFactory<JournalDbContext>>().CreateDbContextAsync(Cancel))
        {
            await context.Database.ExecuteSqlRawAsync("CREATE TRIGGER full BEFORE UPDATE ON Cases BEGIN SELECT RAISE(ABORT, 'disk full'); END", Cancel);
        }

        await Assert.ThrowsAnyAsync<DbUpdateException>(() =>
            fixture.Journal.AppendAsync(Samples.Liquidated(id), Samples.Case(id, new CaseState.Returned()), Cancel));

        Assert.Equal(1, fixture.Feed.LastId);
        Assert.Single(await fixture.Queries.NewestLinesAsync(10, Cancel));
        Assert.Single(await fixture.Journal.OpenCasesAsync(Samples.Alpha, Cancel));
        Assert.Equal(0, Assert.Single(await fixture.Queries.TalliesAsync(Cancel)).Liquidations);
    }

    [Fact]
    public async Task A_keeper_reads_only_its_own_open_cases_oldest_first()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        Guid[] ids = [.. Enumerable.Range(0, 3).Select(n => Guid.CreateVersion7(Samples.Now.AddSeconds(n)))];
        foreach (var id in ids)
        {
            await fixture.Journal.AppendAsync(Samples.Detected(id), Samples.Case(id, new CaseState.Detected()), Cancel);
        }

        await fixture.Journal.AppendAsync(Samples.Liquidated(ids[1]), Samples.Case(ids[1], new CaseState.Returned()), Cancel);

        Assert.Equal([ids[0], ids[2]], (await fixture.Journal.OpenCasesAsync(Samples.Alpha, Cancel)).Select(c => c.Id));
        Assert.Empty(await fixture.Journal.OpenCasesAsync(Samples.Beta, Cancel));
    }

    [Fact]
    public async Task Borrowers_and_cursor_move_together_and_nobody_is_known_twice()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        Assert.Null(await fixture.Journal.CursorAsync(Samples.Alpha, Samples.Pool, Cancel));

        await fixture.Journal.AdvanceAsync(Samples.Alpha, Samples.Pool, new EventCursor("1-1", new LedgerNumber(5)), ["A", "B", "A"], Cancel);
        await fixture.Journal.AdvanceAsync(Samples.Alpha, Samples.Pool, new EventCursor("2-1", new LedgerNumber(9)), ["B", "C"], Cancel);

        Assert.Equal(new EventCursor("2-1", new LedgerNumber(9)), await fixture.Journal.CursorAsync(Samples.Alpha, Samples.Pool, Cancel));
        Assert.Equal(["A", "B", "C"], (await fixture.Journal.BorrowersAsync(Samples.Alpha, Samples.Pool, Cancel)).Order());
        Assert.Empty(await fixture.Journal.BorrowersAsync(Samples.Beta, Samples.Pool, Cancel));
    }

    [Fact]
    public async Task Old_lines_and_closed_cases_go_and_whatever_belongs_to_an_open_case_stays()
    {
        await using var fixture = await JournalFixture.OpenAsync(o => (o.KeptLines, o.KeptCases, o.PruneEvery) = (1_000, 10, 50));
        var open = Guid.CreateVersion7(Samples.Now);
        await fixture.Journal.AppendAsync(Samples.Detected(open), Samples.Case(open, new CaseState.Detected()), Cancel);
        for (var n = 0; n < 20; n++)
        {
            var closed = Guid.CreateVersion7(Samples.Now.AddSeconds(n));
            await fixture.Journal.AppendAsync(Samples.Liquidated(closed), Samples.Case(closed, new CaseState.Returned()), Cancel);
        }

        for (var n = 0; n < 1_100; n++)
        {
            await fixture.Journal.AppendAsync(Samples.Line(n), null, Cancel);
        }

        var kept = await fixture.Queries.LinesAfterAsync(0, long.MaxValue, 10_000, Cancel);
        Assert.InRange(kept.Count, 1_000, 1_051);
        Assert.Equal(Samples.Detected(open), kept[0].Happened);
        Assert.Equal(1_121, kept[^1].Id);
        Assert.NotNull(await fixture.Queries.TimelineAsync(open, Cancel));
        Assert.Equal(20, Assert.Single(await fixture.Queries.TalliesAsync(Cancel)).Liquidations);
        Assert.InRange((await fixture.Queries.LiquidationsAsync(100, Cancel)).Count, 0, 10);
    }

    [Fact]
    public async Task The_migrations_make_the_tables_that_the_code_expects()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        await using var context = await fixture.Services.GetRequiredService<IDbContextFactory<JournalDbContext>>().CreateDbContextAsync(Cancel);

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Cancel));
    }

    [Fact]
    public async Task What_the_breaker_is_tripped_for_is_told_apart_by_keeper_and_asset()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        KeeperEvent.BreakerTripped Trip(ContractId asset, string reason, AccountId keeper) =>
            new(asset, reason) { Keeper = keeper, KeeperName = "any", Ledger = new LedgerNumber(7), At = Samples.Now };
        await fixture.Journal.AppendAsync(Trip(Samples.Xlm, "first", Samples.Alpha), null, Cancel);
        await fixture.Journal.AppendAsync(new KeeperEvent.BreakerReset(Samples.Xlm, "steady") { Keeper = Samples.Alpha, KeeperName = "any", At = Samples.Now }, null, Cancel);
        await fixture.Journal.AppendAsync(Trip(Samples.Pool, "second", Samples.Alpha), null, Cancel);
        await fixture.Journal.AppendAsync(Trip(Samples.Xlm, "third", Samples.Beta), null, Cancel);

        Assert.Equal(Trip(Samples.Pool, "second", Samples.Alpha), Assert.Single(await fixture.Journal.TrippedAsync(Samples.Alpha, Cancel)));
        Assert.Equal(Trip(Samples.Xlm, "third", Samples.Beta), Assert.Single(await fixture.Journal.TrippedAsync(Samples.Beta, Cancel)));
    }
}
