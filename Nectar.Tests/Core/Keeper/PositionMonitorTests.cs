using Nectar.Core.Contracts.Pool;
using Nectar.Core.Keeper;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Keeper;

public sealed class PositionMonitorTests : KeeperFixture
{
    private static readonly LedgerKey auction = new PoolStorage(MarketState.Pool).Auction(new AuctionKey(AuctionType.UserLiquidation, MarketState.Borrower));

    [Theory]
    [InlineData(1, 2)]
    [InlineData(180, 2)]
    [InlineData(1_000, 7)]
    public async Task A_quiet_ledger_costs_two_calls_and_one_for_every_200_borrowers_more(int borrowers, int calls)
    {
        var keeper = Crowded(borrowers);
        for (var i = 0; i < 3; i++)
        {
            Chain.Close();
            await keeper.RunCycleAsync(Cancel);
        }

        Chain.Close();
        var before = Chain.Calls;
        await keeper.RunCycleAsync(Cancel);

        Assert.Equal(calls, Chain.Calls - before);
        Assert.Equal(borrowers, keeper.View!.Positions.Count);
    }

    [Fact]
    public async Task An_auction_that_another_opens_is_seen_in_its_ledger()
    {
        var keeper = Crowded(40);
        await UntilItsTurnAsync(keeper);
        OpenByAnother();
        Chain.Close();

        await keeper.RunCycleAsync(Cancel);

        Assert.Equal(Chain.State.Ledger, Assert.Single(Journal.Events.OfType<KeeperEvent.AuctionAdopted>()).Ledger.Value);
    }

    [Fact]
    public async Task So_is_one_whose_ledger_closes_while_the_pool_is_read()
    {
        var keeper = Crowded(40);
        await UntilItsTurnAsync(keeper);
        Chain.Close();
        Chain.OnRead = _ =>
        {
            Chain.OnRead = null;
            OpenByAnother();
            Chain.Close();
        };

        await keeper.RunCycleAsync(Cancel);

        Assert.Equal(Chain.State.Ledger, Assert.Single(Journal.Events.OfType<KeeperEvent.AuctionAdopted>()).Ledger.Value);
    }

    [Fact]
    public async Task So_is_one_that_an_earlier_life_read_of_and_did_not_take_up()
    {
        var keeper = Crowded(40);
        await UntilItsTurnAsync(keeper);
        OpenByAnother();
        Chain.Close();
        Journal.BeforeAppend = (told, _) => throw new OperationCanceledException($"dies before {told}");
        await Assert.ThrowsAsync<OperationCanceledException>(() => keeper.RunCycleAsync(Cancel));
        Journal.BeforeAppend = null;

        await Crowded(40).RunCycleAsync(Cancel);

        Assert.Equal(Chain.State.Ledger, Assert.Single(Journal.Events.OfType<KeeperEvent.AuctionAdopted>()).Ledger.Value);
    }

    [Fact]
    public async Task So_is_one_whose_event_the_server_has_forgotten()
    {
        var keeper = Crowded(40);
        await UntilItsTurnAsync(keeper);
        OpenByAnother();
        Chain.Forget(5);

        await keeper.RunCycleAsync(Cancel);

        Assert.Equal(Chain.State.Ledger, Assert.Single(Journal.Events.OfType<KeeperEvent.AuctionAdopted>()).Ledger.Value);
    }

    [Fact]
    public async Task One_that_no_event_tells_of_is_found_in_turn()
    {
        var keeper = Crowded(40);
        await UntilItsTurnAsync(keeper);
        OpenByAnother();
        Chain.State = Chain.State with { Events = Chain.State.Events.RemoveAt(Chain.State.Events.Count - 1) };

        for (var i = 0; i < 5; i++)
        {
            Chain.Close();
            await keeper.RunCycleAsync(Cancel);
        }

        Assert.NotEmpty(Journal.Events.OfType<KeeperEvent.AuctionAdopted>());
    }

    private KeeperRunner Crowded(int borrowers)
    {
        List<SCAddress> others = [.. Enumerable.Range(1, borrowers - 1).Select(i => SCAddress.From(new AccountId([.. BitConverter.GetBytes(i), .. new byte[28]])))];
        var positions = Chain.State.Positions[MarketState.Borrower];
        // Half a debt: they stay healthy where the borrower does not.
        var safe = positions with { Liabilities = positions.Liabilities.With(0, positions.Liabilities[0] / 2) };
        Chain.State = Chain.State with { Positions = Chain.State.Positions.SetItems(others.Select(o => KeyValuePair.Create(o, safe))) };
        return Runner(Options() with { KnownBorrowers = [.. others.Select(o => o.ToString())] });
    }

    /// <summary>Lets quiet ledgers pass until the borrower's auction was looked for, and will not be again for some: unless an event tells of it.</summary>
    private async Task UntilItsTurnAsync(KeeperRunner keeper)
    {
        await keeper.RunCycleAsync(Cancel);
        var wasRead = false;
        for (var i = 0; !wasRead; i++)
        {
            Assert.True(i < 6, "its turn never came");
            Chain.Close();
            Chain.OnRead = keys => wasRead |= keys.Contains(auction);
            await keeper.RunCycleAsync(Cancel);
        }

        Chain.OnRead = null;
    }

    private void OpenByAnother()
    {
        LetXlmFall(3_300000);
        Chain.State = Chain.State.NewAuction(60).Item1;
    }
}
