using Nectar.Core.Keeper;

namespace Nectar.Tests.Core.Keeper;

/// <summary>
/// A keeper that dies before it hears how its transaction ended, and comes back when no server keeps the ledger any more:
/// the vault's own record and the balances say how to go on.
/// </summary>
public sealed class ForgottenTransactionTests : KeeperFixture
{
    [Theory]
    [InlineData(CaseMode.Staged, typeof(KeeperEvent.AuctionOpened))]
    [InlineData(CaseMode.Staged, typeof(KeeperEvent.Drawn))]
    [InlineData(CaseMode.Staged, typeof(KeeperEvent.Filled))]
    [InlineData(CaseMode.Staged, typeof(KeeperEvent.Sold))]
    [InlineData(CaseMode.Staged, typeof(KeeperEvent.Returned))]
    [InlineData(CaseMode.Atomic, typeof(KeeperEvent.AuctionOpened))]
    [InlineData(CaseMode.Atomic, typeof(KeeperEvent.Liquidated))]
    public async Task A_transaction_that_was_included_is_not_made_again(CaseMode mode, Type unheard)
    {
        await DieAsync(mode, told => told.GetType() == unheard);

        Chain.Forget(20);
        await CycleUntil(() => HasEnded, Runner(mode));

        Assert.Equal(1, Chain.State.Fills);
        Assert.Equal((Chain.State.Returns, mode == CaseMode.Staged ? 1 : 0), (Chain.State.Draws, Chain.State.Draws));
        Assert.Equal(0, Chain.State.Debts.GetValueOrDefault(Keeper));
        Assert.True(Chain.State.Profit > 0);
        Assert.Single(Journal.Events.OfType<KeeperEvent.CaseResumed>(), r => r.Reason.Contains("the server no longer keeps that ledger", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CaseStep.Draw)]
    [InlineData(CaseStep.Fill)]
    [InlineData(CaseStep.Return)]
    public async Task A_transaction_that_never_arrived_leaves_no_capital_out(CaseStep lost)
    {
        await DieAsync(CaseMode.Staged, told => told is KeeperEvent.StepSent sent && sent.Step == lost, afterIt: true);

        Chain.Forget(20);
        await CycleUntil(() => HasEnded, Runner(CaseMode.Staged));

        Assert.Equal(Chain.State.Draws, Chain.State.Returns);
        Assert.Equal(0, Chain.State.Debts.GetValueOrDefault(Keeper));
        Assert.True(Chain.State.Idle >= 100_000_0000000);
    }

    /// <summary>Runs a keeper until it is about to write a line, or has just written it, and there ends its life.</summary>
    private async Task DieAsync(CaseMode mode, Func<KeeperEvent, bool> at, bool afterIt = false)
    {
        LetXlmFall(3_300000);
        var isNext = false;
        Journal.BeforeAppend = (told, _) =>
        {
            if (!afterIt && at(told))
            {
                throw new Death();
            }

            isNext = isNext || at(told);
        };
        Chain.OnSend = () =>
        {
            if (isNext)
            {
                throw new Death();
            }
        };
        await Assert.ThrowsAsync<Death>(() => CycleUntil(() => HasEnded, Runner(mode)));
        (Journal.BeforeAppend, Chain.OnSend) = (null, null);
    }

    private sealed class Death : Exception;
}
