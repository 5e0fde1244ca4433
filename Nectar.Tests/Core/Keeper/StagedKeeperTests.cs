using Nectar.Core.Keeper;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Keeper;

public sealed class StagedKeeperTests : KeeperFixture
{
    [Fact]
    public async Task Draw_fill_sale_and_return_leave_the_vault_richer_and_the_keeper_with_its_fee()
    {
        LetXlmFall(3_300000);

        await CycleUntil(() => HasEnded, Runner(CaseMode.Staged));

        var returned = Assert.Single(Journal.Events.OfType<KeeperEvent.Returned>());
        Assert.True(returned.Profit > Usdc.Zero);
        Assert.Equal(Usdc.Zero, returned.Shortfall);
        Assert.Equal(returned.Profit.Stroops / 10, Chain.State.Held(MarketState.Usdc, Keeper));
        Assert.Equal(0, Chain.State.Held(MarketState.Xlm, Keeper));
        Assert.Equal((1, 1, 1), (Chain.State.Draws, Chain.State.Fills, Chain.State.Returns));
        Assert.Equal(Chain.State.Profit, returned.Profit.Stroops - (returned.Profit.Stroops / 10));
    }

    [Fact]
    public async Task What_the_keeper_owned_before_stays_its_own()
    {
        Chain.State = Chain.State.Move(MarketState.Usdc, null, Keeper, 123_0000000).Move(MarketState.Xlm, null, Keeper, 77_0000000);
        LetXlmFall(3_300000);

        await CycleUntil(() => HasEnded, Runner(CaseMode.Staged));

        var profit = Assert.Single(Journal.Events.OfType<KeeperEvent.Returned>()).Profit.Stroops;
        Assert.Equal(123_0000000 + (profit / 10), Chain.State.Held(MarketState.Usdc, Keeper));
        Assert.Equal(77_0000000, Chain.State.Held(MarketState.Xlm, Keeper));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_loses_the_race_returns_all_that_was_drawn(bool keepsNoDiagnostics)
    {
        Chain.KeepsNoDiagnostics = keepsNoDiagnostics;
        using var rival = KeyPair.FromRawSeed([.. Enumerable.Repeat((byte)2, 32)]);
        LetXlmFall(3_300000);
        var keeper = Runner(CaseMode.Staged);
        Journal.BeforeAppend = (told, _) =>
        {
            // The rival fills between our draw and our fill.
            if (told is KeeperEvent.StepSent { Step: CaseStep.Fill })
            {
                var state = Chain.State;
                var other = Nectar.Core.Soroban.Xdr.SCAddress.From(rival.AccountId);
                Chain.State = state.Move(MarketState.Usdc, null, other, 99_000_0000000).Fill(other, 100, 99_000_0000000);
            }
        };

        await CycleUntil(() => HasEnded, keeper);

        var lost = Assert.Single(Journal.Events.OfType<KeeperEvent.RaceLost>());
        Assert.Equal(((CaseStep?)CaseStep.Fill, 1_100L), (lost.Step, lost.FeeCharged));
        var returned = Assert.Single(Journal.Events.OfType<KeeperEvent.Returned>());
        Assert.Equal((Usdc.Zero, Usdc.Zero), (returned.Profit, returned.Shortfall));
        Assert.Equal(100_000_0000000, Chain.State.Idle);
        Assert.Equal(0, Chain.State.Debts.Values.Single());
    }

    [Fact]
    public async Task What_no_longer_pays_after_the_draw_goes_back_and_the_journal_says_why()
    {
        LetXlmFall(3_300000);
        Journal.BeforeAppend = (told, _) =>
        {
            if (told is KeeperEvent.Drawn)
            {
                LetXlmFall(3_200000);
            }
        };

        await CycleUntil(() => Journal.Events.OfType<KeeperEvent.Returned>().Any(), Runner(CaseMode.Staged));

        var why = Assert.Single(Journal.Events.OfType<KeeperEvent.FillPlanned>(), p => p.Reason.EndsWith(": what was drawn goes back", StringComparison.Ordinal));
        Assert.StartsWith("pays 0.9", why.Reason, StringComparison.Ordinal);
        Assert.Equal((Usdc.Zero, Usdc.Zero), (Journal.Events.OfType<KeeperEvent.Returned>().First().Profit, Journal.Events.OfType<KeeperEvent.Returned>().First().Shortfall));
        Assert.Equal(0, Chain.State.Debts.Values.Single());
        Assert.Equal(0, Chain.State.Fills);
    }

    [Fact]
    public async Task An_auction_that_is_gone_when_a_killed_keeper_comes_back_with_capital_out_is_a_lost_race_with_its_winner()
    {
        using var rival = KeyPair.FromRawSeed([.. Enumerable.Repeat((byte)2, 32)]);
        var other = Nectar.Core.Soroban.Xdr.SCAddress.From(rival.AccountId);
        LetXlmFall(3_300000);
        Journal.BeforeAppend = (told, _) =>
        {
            if (told is KeeperEvent.StepIntended { Step: CaseStep.Fill })
            {
                Chain.State = Chain.State.Move(MarketState.Usdc, null, other, 99_000_0000000).Fill(other, 100, 99_000_0000000);
                throw new OperationCanceledException("killed");
            }
        };
        await Assert.ThrowsAsync<OperationCanceledException>(() => CycleUntil(() => HasEnded, Runner(CaseMode.Staged)));
        Journal.BeforeAppend = null;

        await CycleUntil(() => HasEnded, Runner(CaseMode.Staged));

        var lost = Assert.Single(Journal.Events.OfType<KeeperEvent.RaceLost>());
        Assert.Equal((null, other.ToString(), 0L), (lost.Step, lost.Winner, lost.FeeCharged));
        Assert.Equal((Usdc.Zero, Usdc.Zero), (Journal.Events.OfType<KeeperEvent.Returned>().Single().Profit, Journal.Events.OfType<KeeperEvent.Returned>().Single().Shortfall));
        Assert.Equal(0, Chain.State.Debts[Keeper]);
    }

    [Fact]
    public async Task A_server_behind_our_own_sale_does_not_make_the_keeper_give_back_too_little()
    {
        // Enough to give back what was drawn and keep what was won, were the old balance believed.
        Chain.State = Chain.State.Move(MarketState.Usdc, null, Keeper, 90_000_0000000);
        LetXlmFall(3_300000);
        MarketState? before = null;
        Journal.BeforeAppend = (told, _) =>
        {
            before = told is KeeperEvent.StepSent { Step: CaseStep.Sale } ? Chain.State : before;
            Chain.Behind = told is KeeperEvent.Sold ? before : null;
        };
        var keeper = Runner(CaseMode.Staged);

        var behind = await Assert.ThrowsAsync<Nectar.Core.Soroban.Rpc.RpcTransportException>(() => CycleUntil(() => HasEnded, keeper));
        Chain.Behind = null;
        await CycleUntil(() => HasEnded, keeper);

        Assert.Contains("our last transaction is in", behind.Message, StringComparison.Ordinal);
        var returned = Assert.Single(Journal.Events.OfType<KeeperEvent.Returned>());
        Assert.True(returned.Profit > Usdc.Zero);
        Assert.Equal(90_000_0000000 + (returned.Profit.Stroops / 10), Chain.State.Held(MarketState.Usdc, Keeper));
        Assert.Equal(1, Journal.Events.OfType<KeeperEvent.StepSent>().Count(s => s.Step == CaseStep.Sale));
    }

    [Fact]
    public async Task What_happened_in_a_ledger_is_written_down_with_that_ledger()
    {
        LetXlmFall(3_300000);
        await CycleUntil(() => HasEnded, Runner(CaseMode.Staged));

        // Each step's transaction is in a ledger of its own, the next one.
        var outcomes = Journal.Events.Where(e => e is KeeperEvent.AuctionOpened or KeeperEvent.Drawn or KeeperEvent.Filled or KeeperEvent.Sold or KeeperEvent.Returned).ToList();
        var sent = Journal.Events.OfType<KeeperEvent.StepSent>().ToList();
        Assert.Equal(5, outcomes.Count);
        Assert.All(outcomes.Zip(sent), p => Assert.Equal(p.Second.Ledger.Value + 1, p.First.Ledger.Value));
    }

    [Fact]
    public async Task A_case_survives_a_kill_at_every_line_of_the_journal()
    {
        var whole = new Replay();
        await whole.RunAsync(CaseMode.Staged, int.MaxValue);
        for (var line = 0; line < whole.Lines; line++)
        {
            var killed = new Replay();
            await killed.RunAsync(CaseMode.Staged, line);

            Assert.Equal(0, killed.Sum(s => s.Debts));
            Assert.True(killed.State.Fills == 1, $"killed at line {line}");
            Assert.Equal(killed.State.Draws, killed.State.Returns);
            Assert.True(killed.State.Idle > 100_000_0000000);
        }
    }

    [Fact]
    public async Task A_stop_with_capital_out_gives_it_back_before_it_ends()
    {
        LetXlmFall(3_300000);
        using var stop = new CancellationTokenSource();
        var keeper = Runner(CaseMode.Staged);
        await CycleUntil(() => Journal.Events.OfType<KeeperEvent.FillPlanned>().Any(), keeper);
        Journal.BeforeAppend = (told, _) =>
        {
            if (told is KeeperEvent.Drawn)
            {
                stop.Cancel();
            }
        };
        Chain.Close(200);

        await Runner(CaseMode.Staged).RunAsync(stop.Token);

        Assert.Equal(0, Chain.State.Debts.Values.Single());
        Assert.IsType<KeeperEvent.Stopped>(Journal.Events[^1]);
    }

    [Fact]
    public async Task A_stop_whose_return_no_ledger_takes_ends_within_its_bound_and_the_next_life_brings_the_capital_back()
    {
        LetXlmFall(3_300000);
        using var stop = new CancellationTokenSource();
        await CycleUntil(() => Journal.Events.OfType<KeeperEvent.FillPlanned>().Any(), Runner(CaseMode.Staged));
        Journal.BeforeAppend = (told, _) =>
        {
            if (told is KeeperEvent.StepSent { Step: CaseStep.Return })
            {
                // Nothing is included any more, and no ledger closes.
                Chain.CloseWith = int.MaxValue;
                stop.Cancel();
            }
        };
        Chain.Close(200);

        await Runner(Options(CaseMode.Staged) with { StopWithin = TimeSpan.FromMilliseconds(200) }).RunAsync(stop.Token);

        Assert.Equal(1, Assert.IsType<KeeperEvent.Stopped>(Journal.Events[^1]).OpenCases);
        Assert.IsType<CaseState.ReturnSent>(Assert.Single(Journal.Cases).State);
        Journal.BeforeAppend = null;
        Chain.CloseWith = 1;
        await CycleUntil(() => HasEnded, Runner(CaseMode.Staged));
        Assert.Equal(0, Chain.State.Debts.Values.Single());
        Assert.Equal((1, 1), (Chain.State.Draws, Chain.State.Returns));
    }
}
