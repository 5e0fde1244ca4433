using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Journal;

public sealed class JournalQueriesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_liquidation_tells_what_went_out_what_came_back_and_how_long_it_took()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        var id = Guid.CreateVersion7(Samples.Now);
        await fixture.Journal.AppendAsync(Samples.Detected(id), Samples.Case(id, new CaseState.Detected()), Cancel);
        await fixture.Journal.AppendAsync(Samples.Liquidated(id), Samples.Case(id, new CaseState.Returned()), Cancel);

        var liquidation = Assert.Single(await fixture.Queries.LiquidationsAsync(10, Cancel));

        Assert.Equal(new Usdc(500_0000000), liquidation.Drew);
        Assert.Equal(new Usdc(512_3456789), liquidation.Proceeds);
        Assert.Equal(new Usdc(12_3456789), liquidation.Profit);
        Assert.Equal(TimeSpan.FromSeconds(30), liquidation.EndedAt - liquidation.DetectedAt);
        Assert.Equal(new LedgerNumber(120), liquidation.EndLedger);
        Assert.Equal(20u, liquidation.LedgersToFill);
        Assert.Equal([1, 2], (await fixture.Queries.TimelineAsync(id, Cancel))!.Lines.Select(l => l.Id));
    }

    [Fact]
    public async Task A_case_in_steps_took_until_its_fill_and_not_until_its_return()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        var id = Guid.CreateVersion7(Samples.Now);
        await fixture.Journal.AppendAsync(Samples.Detected(id), Samples.Case(id, new CaseState.Detected()), Cancel);
        await fixture.Journal.AppendAsync(Samples.Filled(id), Samples.Case(id, new CaseState.Filled()), Cancel);
        await fixture.Journal.AppendAsync(Samples.Returned(id, new Usdc(1)), Samples.Case(id, new CaseState.Returned()), Cancel);

        var liquidation = Assert.Single(await fixture.Queries.LiquidationsAsync(10, Cancel));

        Assert.Equal((20u, 18u), (liquidation.LedgersSinceDetection, liquidation.LedgersToFill));
    }

    [Fact]
    public async Task Capital_that_comes_back_from_a_lost_race_is_no_liquidation()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        var id = Guid.CreateVersion7(Samples.Now);
        await fixture.Journal.AppendAsync(Samples.Detected(id), Samples.Case(id, new CaseState.Detected()), Cancel);
        await fixture.Journal.AppendAsync(Samples.Returned(id, Usdc.Zero), Samples.Case(id, new CaseState.Returned()), Cancel);

        Assert.Empty(await fixture.Queries.LiquidationsAsync(10, Cancel));
        Assert.Equal(0, Assert.Single(await fixture.Queries.TalliesAsync(Cancel)).Liquidations);
    }

    [Fact]
    public async Task A_lost_race_that_ends_later_does_not_hide_the_newest_liquidation()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        var (won, lost) = (Guid.CreateVersion7(Samples.Now), Guid.CreateVersion7(Samples.Now.AddSeconds(1)));
        await fixture.Journal.AppendAsync(Samples.Detected(won), Samples.Case(won, new CaseState.Detected()), Cancel);
        await fixture.Journal.AppendAsync(Samples.Detected(lost), Samples.Case(lost, new CaseState.Detected()), Cancel);
        await fixture.Journal.AppendAsync(Samples.Liquidated(won), Samples.Case(won, new CaseState.Returned()), Cancel);
        await fixture.Journal.AppendAsync(Samples.Returned(lost, Usdc.Zero), Samples.Case(lost, new CaseState.Returned()), Cancel);

        Assert.Equal(won, Assert.Single(await fixture.Queries.LiquidationsAsync(1, Cancel)).Case.Id);
    }

    [Fact]
    public async Task A_tally_counts_what_a_keeper_did()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        var id = Guid.CreateVersion7(Samples.Now);
        await fixture.Journal.AppendAsync(Samples.Detected(id), null, Cancel);
        await fixture.Journal.AppendAsync(Samples.Liquidated(id), null, Cancel);
        await fixture.Journal.AppendAsync(Samples.Returned(id, new Usdc(5)), null, Cancel);

        var tally = Assert.Single(await fixture.Queries.TalliesAsync(Cancel));

        Assert.Equal(
            new KeeperTally(Samples.Alpha, "alpha", Samples.Now.AddSeconds(31), 1, 0, 2, 0, 0, new Usdc(12_3456794), 12_445),
            tally);
    }

    [Fact]
    public async Task Of_an_unknown_case_there_is_no_timeline()
    {
        await using var fixture = await JournalFixture.OpenAsync();

        Assert.Null(await fixture.Queries.TimelineAsync(Guid.CreateVersion7(Samples.Now), Cancel));
    }
}
