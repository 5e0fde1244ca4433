using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.Components.Races;

namespace Nectar.Tests.Web.Components;

public sealed class RunnerTests
{
    private static readonly Guid id = Guid.CreateVersion7(Samples.Now);

    [Fact]
    public void A_staged_way_is_marked_from_detection_over_auction_draw_and_submission_to_fill_and_return_each_on_the_auctions_clock()
    {
        KeeperEvent[] way =
        [
            Samples.Detected(id),
            At(new KeeperEvent.AuctionOpened(46, new LedgerNumber(102), [], [], Samples.Hash, 100), 101),
            At(new KeeperEvent.Drawn(new Usdc(500), Samples.Hash, 100), 110),
            At(new KeeperEvent.StepSent(CaseStep.Fill, Samples.Hash, new LedgerNumber(130)), 117),
            Samples.Filled(id),
            Samples.Returned(id, new Usdc(7)),
        ];

        var runner = Runner.Of(new CaseTimeline(Samples.Case(id, new CaseState.Returned()), [.. way.Select((e, n) => new FeedLine(n + 1, e))]), new LedgerNumber(102));

        Assert.Equal(
            [("detected", -2L), ("opened the auction", -1L), ("drew", 8L), ("submitted", 15L), ("filled", 16L), ("returned", 19L)],
            runner.Marks.Select(m => (m.Word, m.Elapsed)));
        Assert.True(runner.HasWon);
    }

    private static KeeperEvent At(KeeperEvent happened, uint ledger) => happened with
    {
        Keeper = Samples.Alpha,
        KeeperName = "alpha",
        Ledger = new LedgerNumber(ledger),
        At = Samples.Now,
        CaseId = id,
        Borrower = Samples.Borrower,
    };
}
