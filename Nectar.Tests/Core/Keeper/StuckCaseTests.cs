using Nectar.Core.Keeper;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Keeper;

public sealed class StuckCaseTests : KeeperFixture
{
    [Fact]
    public async Task A_lot_that_nobody_buys_needs_a_person_and_the_reason_says_what_is_left_and_owed()
    {
        LetXlmFall(3_300000);
        Journal.BeforeAppend = (told, _) =>
        {
            if (told is KeeperEvent.Filled)
            {
                Chain.State = Chain.State with { IsShut = true };
            }
        };

        await CycleUntil(() => Journal.Cases.Any(c => c.State is CaseState.Stuck), Runner(CaseMode.Staged));

        var stands = Assert.Single(Journal.Cases);
        var left = Chain.State.Held(MarketState.Xlm, Keeper);
        Assert.Equal($"{left} units of {MarketState.Xlm} cannot be sold; {stands.Drawn} USDC are owed to the vault", Assert.IsType<CaseState.Stuck>(stands.State).Reason);
        Assert.True(left > 0);
        Assert.Equal(stands.Drawn.Stroops, Chain.State.Debts[Keeper]);
        Assert.Equal(6, Journal.Events.OfType<KeeperEvent.StepFailed>().Count(f => f.Step == CaseStep.Sale));
    }

    [Fact]
    public async Task What_a_crash_after_the_fill_costs_is_told_as_a_shortfall_and_stays_owed()
    {
        LetXlmFall(3_300000);
        Journal.BeforeAppend = (told, _) =>
        {
            if (told is KeeperEvent.Filled)
            {
                LetXlmFall(1_000000);
            }
        };

        await CycleUntil(() => Journal.Cases.Any(c => c.State is CaseState.Stuck), Runner(CaseMode.Staged));

        var returned = Assert.Single(Journal.Events.OfType<KeeperEvent.Returned>());
        var drawn = Assert.Single(Journal.Events.OfType<KeeperEvent.Drawn>()).Amount;
        Assert.Equal((Usdc.Zero, drawn - returned.Amount), (returned.Profit, returned.Shortfall));
        Assert.True(returned.Shortfall > Usdc.Zero);
        Assert.Equal(returned.Shortfall.Stroops, Chain.State.Debts[Keeper]);
        Assert.Equal(0, Chain.State.Held(MarketState.Usdc, Keeper));
        Assert.Equal(100_000_0000000, Chain.State.Idle + Chain.State.Debts[Keeper]);
    }

    [Fact]
    public async Task It_stays_stuck_over_a_restart_and_ends_once_the_debt_is_settled()
    {
        LetXlmFall(3_300000);
        Journal.BeforeAppend = (told, _) =>
        {
            if (told is KeeperEvent.Filled)
            {
                LetXlmFall(1_000000);
            }
        };
        await CycleUntil(() => Journal.Cases.Any(c => c.State is CaseState.Stuck), Runner(CaseMode.Staged));
        var sent = Journal.Events.OfType<KeeperEvent.StepSent>().Count();
        var next = Runner(CaseMode.Staged);
        for (var ledger = 0; ledger < 30; ledger++)
        {
            Chain.Close();
            await next.RunCycleAsync(Cancel);
        }

        Assert.IsType<CaseState.Stuck>(Journal.Cases[0].State);
        Assert.Equal(sent, Journal.Events.OfType<KeeperEvent.StepSent>().Count(s => s.CaseId == Journal.Cases[0].Id));

        // The stake is called in.
        Chain.State = Chain.State with { Debts = Chain.State.Debts.SetItem(Keeper, 0) };
        await CycleUntil(() => !Journal.Cases[0].IsOpen, next);

        Assert.Equal("nothing is owed to the vault any more", Assert.IsType<CaseState.Dropped>(Journal.Cases[0].State).Reason);
    }
}
