using Nectar.Core.Contracts.Pool;
using Nectar.Core.Keeper;
using Nectar.Core.Soroban.Keys;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Keeper;

public sealed class AuctionRaceTests : KeeperFixture
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_opens_too_late_in_the_ledger_records_a_loss_of_the_fee_and_takes_the_auction_up(bool keepsNoDiagnostics)
    {
        Chain.KeepsNoDiagnostics = keepsNoDiagnostics;
        using var rival = KeyPair.FromRawSeed([.. Enumerable.Repeat((byte)2, 32)]);
        var rivals = new RecordingJournal();
        var (first, second) = (Runner(), Runner(key: rival, journal: rivals));
        LetXlmFall(3_300000);
        // The ledger closes once both have sent.
        Chain.CloseWith = 2;
        await Task.WhenAll(first.RunCycleAsync(Cancel), second.RunCycleAsync(Cancel));
        var opened = Journal.Events.Concat(rivals.Events).OfType<KeeperEvent.AuctionOpened>().Single();
        var loser = Journal.Events.OfType<KeeperEvent.AuctionOpened>().Any() ? rivals : Journal;

        var lost = Assert.Single(loser.Events.OfType<KeeperEvent.RaceLost>());
        Assert.Equal(
            ((CaseStep?)CaseStep.Auction, keepsNoDiagnostics ? null : (uint?)PoolError.AuctionInProgress, (string?)null, 1_100L),
            (lost.Step, lost.Code, lost.Winner, lost.FeeCharged));
        Assert.NotNull(lost.Hash);
        Assert.Equal("another keeper opened the auction first: lost in a ledger, at the cost of the fee", lost.Reason);
        Assert.Empty(loser.Events.OfType<KeeperEvent.StepFailed>());

        Chain.CloseWith = 1;
        Chain.Close();
        await (loser == Journal ? first : second).RunCycleAsync(Cancel);

        Assert.Equal(opened.Start, Assert.Single(loser.Events.OfType<KeeperEvent.AuctionAdopted>()).Start);
        Assert.IsType<CaseState.AuctionOpen>(Assert.Single(loser.Cases).State);
    }

    [Fact]
    public async Task Who_learns_of_it_at_simulation_sends_nothing_and_loses_nothing()
    {
        LetXlmFall(3_300000);
        Journal.BeforeAppend = (told, _) =>
        {
            if (told is KeeperEvent.StepIntended { Step: CaseStep.Auction, Detail: var detail })
            {
                Journal.BeforeAppend = null;
                Chain.State = Chain.State.NewAuction(uint.Parse(detail.Split(' ')[0])).Item1;
            }
        };

        await Runner().RunCycleAsync(Cancel);

        var lost = Assert.Single(Journal.Events.OfType<KeeperEvent.RaceLost>());
        Assert.Equal(((CaseStep?)CaseStep.Auction, (uint?)PoolError.AuctionInProgress, 0L), (lost.Step, lost.Code, lost.FeeCharged));
        Assert.Null(lost.Hash);
        Assert.Equal("another keeper opened the auction first: lost before anything was sent", lost.Reason);
        Assert.Empty(Journal.Events.OfType<KeeperEvent.StepSent>());
        Assert.True(Assert.Single(Journal.Cases).IsOpen);
    }
}
