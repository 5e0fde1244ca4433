using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Journal;

public sealed class RewindQueriesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Several_lines_of_one_second_are_all_of_it_and_none_of_the_second_before()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        var past = Past(fixture);
        foreach (var milliseconds in new[] { 0, 999, 1_000, 1_000, 1_999, 2_000 })
        {
            await fixture.Journal.AppendAsync(Samples.Line(milliseconds) with { At = Samples.Now.AddMilliseconds(milliseconds) }, null, Cancel);
        }

        long[] cuts = await Task.WhenAll(Enumerable.Range(0, 5).Select(s => past.CutAsync(Samples.Now.AddSeconds(s), Cancel)));
        Assert.Equal([0, 2, 5, 6, 6], cuts);
        Assert.Equal([4, 5], (await past.LinesAsync(5, 2, Cancel)).Select(l => l.Id));
        Assert.Equal((new LedgerNumber(100), null), (await past.NextLedgerAsync(5, Cancel), await past.NextLedgerAsync(6, Cancel)));
    }

    [Fact]
    public async Task A_keepers_last_line_and_look_are_those_before_the_cut_and_no_other_keepers()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        foreach (var happened in new KeeperEvent[] { Look(1), Samples.Line(2), Samples.Line(3, Samples.Beta), Look(4) })
        {
            await fixture.Journal.AppendAsync(happened, null, Cancel);
        }

        Assert.Equal((2, 1), Ids(await Past(fixture).LastOfAsync(Samples.Alpha, 3, Cancel)));
        Assert.Equal((4, 4), Ids(await Past(fixture).LastOfAsync(Samples.Alpha, 4, Cancel)));
        Assert.Equal((3, null), Ids(await Past(fixture).LastOfAsync(Samples.Beta, 4, Cancel)));
        Assert.Equal((null, null), Ids(await Past(fixture).LastOfAsync(Samples.Beta, 2, Cancel)));
    }

    [Fact]
    public async Task Events_before_and_after_a_second_are_no_looks()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        foreach (var happened in new KeeperEvent[] { Samples.Line(1), Look(2), Samples.Line(3), Look(4), Samples.Line(5) })
        {
            await fixture.Journal.AppendAsync(happened, null, Cancel);
        }

        Assert.Equal((Samples.Now.AddSeconds(1), Samples.Now.AddSeconds(5)), await Past(fixture).NeighboursAsync(2, 3, Cancel));
        Assert.Equal((null, Samples.Now.AddSeconds(3)), await Past(fixture).NeighboursAsync(0, 2, Cancel));
        Assert.Equal((Samples.Now.AddSeconds(3), null), await Past(fixture).NeighboursAsync(4, 5, Cancel));
    }

    [Fact]
    public async Task Lines_count_as_kept_from_the_first_on_after_which_none_was_dropped()
    {
        await using var fixture = await JournalFixture.OpenAsync(o => (o.KeptLines, o.PruneEvery) = (1_000, 100));
        Assert.Null(await Past(fixture).KeptSinceAsync(Cancel));
        var id = Guid.CreateVersion7(Samples.Now);
        await fixture.Journal.AppendAsync(Samples.Detected(id), Samples.Case(id, new CaseState.Detected()), Cancel);
        Assert.Equal(new KeptSince(1, Samples.Now, new LedgerNumber(100)), await Past(fixture).KeptSinceAsync(Cancel));
        for (var n = 2; n <= 1_500; n += 100)
        {
            await Task.WhenAll(Enumerable.Range(n, 100).Select(number => fixture.Journal.AppendAsync(Samples.Line(number), null, Cancel)));
        }

        var since = (await Past(fixture).KeptSinceAsync(Cancel))!;

        // The open case's line is still there, alone.
        Assert.Equal(1, Assert.Single(await Past(fixture).LinesAsync(100, 10, Cancel)).Id);
        Assert.Equal((502, false), (since.FirstId, since.IsWhole));
        Assert.Equal(Enumerable.Range(502, 1_000), (await Past(fixture).LinesAsync(1_501, 1_000, Cancel)).Select(l => (int)l.Id));
    }

    [Fact]
    public async Task Cases_come_with_all_their_lines_newest_first_and_none_that_began_later()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        var (first, second) = (Guid.CreateVersion7(Samples.Now), Guid.CreateVersion7(Samples.Now.AddSeconds(1)));
        await fixture.Journal.AppendAsync(Samples.Detected(first), Samples.Case(first, new CaseState.Detected()), Cancel);
        await fixture.Journal.AppendAsync(Samples.Detected(second), Samples.Case(second, new CaseState.Detected()), Cancel);
        await fixture.Journal.AppendAsync(Samples.Liquidated(first), Samples.Case(first, new CaseState.Returned()), Cancel);

        var both = await Past(fixture).CasesAsync(2, 10, Cancel);

        Assert.Equal([second, first], both.Select(c => c.Case.Id));
        Assert.Equal([1, 3], both[1].Lines.Select(l => l.Id));
        Assert.Equal(first, Assert.Single(await Past(fixture).CasesAsync(1, 10, Cancel)).Case.Id);
        Assert.Equal(second, Assert.Single(await Past(fixture).CasesAsync(9, 1, Cancel)).Case.Id);
        Assert.Equal(new LiquidationEnd(first, Samples.Now.AddSeconds(30)), Assert.Single(await Past(fixture).EndsAsync(10, Cancel)));
    }

    private static RewindQueries Past(JournalFixture fixture) => fixture.Services.GetRequiredService<RewindQueries>();

    private static (long?, long?) Ids((FeedLine? Line, FeedLine? Look) last) => (last.Line?.Id, last.Look?.Id);

    private static KeeperEvent.CycleEnded Look(int number) => new(3, 2, 0, 0, null, null, [new WhyNot(null, "any")])
    {
        Keeper = Samples.Alpha,
        KeeperName = "alpha",
        Ledger = new LedgerNumber(100),
        At = Samples.Now.AddSeconds(number),
    };
}
