using Nectar.Core.Contracts.Vault;
using Nectar.Core.Keeper;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Keeper;

public sealed class AtomicKeeperTests : KeeperFixture
{
    [Fact]
    public async Task A_fall_of_the_price_is_auctioned_in_its_ledger_and_liquidated_when_it_pays()
    {
        var keeper = Runner();
        await keeper.RunCycleAsync(Cancel);
        Assert.Empty(Journal.Cases);
        LetXlmFall(3_300000);
        Chain.Close();
        var visible = Chain.State.Ledger;

        await keeper.RunCycleAsync(Cancel);
        await CycleUntil(() => HasEnded, keeper);

        var stands = Assert.Single(Journal.Cases);
        Assert.IsType<CaseState.Returned>(stands.State);
        Assert.Equal(visible, stands.DetectedAt.Value);
        var done = Assert.Single(Journal.Events.OfType<KeeperEvent.Liquidated>());
        Assert.True(done.Profit > Usdc.Zero);
        Assert.Equal(Chain.State.Profit, done.Profit.Stroops - (done.Profit.Stroops / 10));
        Assert.Equal(1, Chain.State.Fills);
        Assert.Equal(
            ["detected", "step-intended", "step-sent", "auction-opened", "fill-planned", "step-intended", "step-sent", "liquidated"],
            Journal.Events.Where(e => e.CaseId == stands.Id).Select(KindOf));
    }

    [Fact]
    public async Task What_is_intended_is_saved_while_the_network_is_asked_and_nothing_is_sent_before()
    {
        var keeper = Runner();
        await keeper.RunCycleAsync(Cancel);
        LetXlmFall(3_300000);
        Chain.Close();
        // The disk is done with the first line only once the keeper has read its account for the transaction.
        var asked = new TaskCompletionSource();
        Chain.OnRead = keys =>
        {
            if (keys.Any(k => k is LedgerKey.Account))
            {
                asked.TrySetResult();
            }
        };
        Journal.WhileAppending = told => told is KeeperEvent.StepIntended ? asked.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel) : Task.CompletedTask;
        IReadOnlyList<KeeperEvent> saved = [];
        Chain.OnSend = () => saved = Journal.Events;

        await keeper.RunCycleAsync(Cancel);

        Assert.Equal(["detected", "step-intended", "step-sent"], saved.Where(e => e.CaseId is not null).Select(KindOf));
    }

    [Theory]
    [InlineData(CaseMode.Atomic, CaseStep.Liquidate, 231u)]
    [InlineData(CaseMode.Staged, CaseStep.Fill, 1205u)]
    public async Task A_repayment_that_no_longer_covers_the_interest_after_a_stall_is_made_anew_with_fresh_figures(CaseMode mode, CaseStep step, uint code)
    {
        LetXlmFall(3_300000);
        Journal.BeforeAppend = (told, _) =>
        {
            // No ledger closes for six hours between the simulation and the transaction's.
            if (told is KeeperEvent.StepSent sent && sent.Step == step && Chain.State.Stalled == 0)
            {
                Chain.State = Chain.State with { Stalled = 21_600 };
            }
        };

        await CycleUntil(() => Journal.Events.Any(e => e is KeeperEvent.Liquidated or KeeperEvent.Returned), Runner(mode));

        var failed = Assert.Single(Journal.Events.OfType<KeeperEvent.StepFailed>());
        Assert.Equal((step, (uint?)code), (failed.Step, failed.Code));
        Assert.Equal(1, Chain.State.Fills);
        Assert.True(Chain.State.Profit > 0);
        Assert.Equal(0, Chain.State.Debts.GetValueOrDefault(Keeper));
    }

    [Fact]
    public async Task Why_nothing_happens_is_told_with_its_figure()
    {
        await Runner().RunCycleAsync(Cancel);

        var ended = Assert.Single(Journal.Events.OfType<KeeperEvent.CycleEnded>());
        var reason = Assert.Single(ended.Reasons);
        Assert.Equal(MarketState.Borrower.ToString(), reason.Borrower);
        Assert.Equal("HF 1.0961 ≥ 1", reason.Reason);
    }

    [Fact]
    public async Task A_race_that_is_lost_in_the_ledger_is_told_by_its_number_and_costs_the_fee_alone()
    {
        using var rival = KeyPair.FromRawSeed([.. Enumerable.Repeat((byte)2, 32)]);
        var rivals = new RecordingJournal();
        var (first, second) = (Runner(), Runner(key: rival, journal: rivals));
        LetXlmFall(3_300000);
        await CycleUntil(() => Journal.Cases.Any(c => c.State is CaseState.AuctionOpen) && rivals.Cases.Any(c => c.State is CaseState.AuctionOpen), first, second);
        // From now on a ledger closes only once both have sent.
        Chain.CloseWith = 2;
        while (Journal.Cases.Any(c => c.IsOpen) || rivals.Cases.Any(c => c.IsOpen))
        {
            Chain.Close();
            await Task.WhenAll(first.RunCycleAsync(Cancel), second.RunCycleAsync(Cancel));
        }

        var all = Journal.Events.Concat(rivals.Events).ToList();
        Assert.Single(all.OfType<KeeperEvent.Liquidated>());
        var lost = Assert.Single(all.OfType<KeeperEvent.RaceLost>());
        Assert.Equal(((CaseStep?)CaseStep.Liquidate, (uint?)VaultError.AuctionGone, 1_100L), (lost.Step, lost.Code, lost.FeeCharged));
        Assert.NotNull(lost.Hash);
        Assert.Equal(1, Chain.State.Fills);
    }

    [Fact]
    public async Task A_case_survives_a_kill_at_every_line_of_the_journal()
    {
        var lines = await RunKilledAt(int.MaxValue);
        for (var line = 0; line < lines; line++)
        {
            await RunKilledAt(line);
        }
    }

    [Fact]
    public async Task A_price_that_jumps_beyond_belief_stops_fills_of_its_asset_and_not_the_keeper()
    {
        var keeper = Runner();
        await keeper.RunCycleAsync(Cancel);
        LetXlmFall(1_000000);
        Chain.Close();

        await keeper.RunCycleAsync(Cancel);

        Assert.Empty(Journal.Cases);
        Assert.Equal(MarketState.Xlm, Assert.Single(Journal.Events.OfType<KeeperEvent.BreakerTripped>()).Asset);
        Assert.Contains("the breaker is tripped", Assert.Single(keeper.View!.Positions).Verdict, StringComparison.Ordinal);
        await CycleUntil(() => Journal.Cases.Count > 0, keeper);
        Assert.Single(Journal.Events.OfType<KeeperEvent.BreakerReset>());
    }

    [Fact]
    public async Task A_restart_does_not_make_a_tripped_breaker_forget()
    {
        var keeper = Runner();
        await keeper.RunCycleAsync(Cancel);
        LetXlmFall(1_000000);
        Chain.Close();
        await keeper.RunCycleAsync(Cancel);
        var next = Runner();
        Chain.Close(100);

        await next.RunCycleAsync(Cancel);

        Assert.Empty(Journal.Cases);
        Assert.Contains("the breaker is tripped", Assert.Single(next.View!.Positions).Verdict, StringComparison.Ordinal);
        var looked = Chain.State.Ledger;
        await CycleUntil(() => Journal.Cases.Count > 0, next);
        Assert.Equal(looked + next.Options.BreakerLedgers, Assert.Single(Journal.Events.OfType<KeeperEvent.BreakerReset>()).Ledger.Value);
    }

    [Fact]
    public async Task A_borrower_is_remembered_over_a_restart_when_no_server_keeps_the_event_any_more()
    {
        await Runner().RunCycleAsync(Cancel);
        Chain.State = Chain.State with { Events = [] };
        LetXlmFall(3_300000);
        Chain.Close();

        await Runner().RunCycleAsync(Cancel);

        Assert.Equal(MarketState.Borrower.ToString(), Assert.Single(Journal.Cases).Borrower);
    }

    [Fact]
    public async Task A_stop_begins_no_case_and_ends_with_a_word()
    {
        LetXlmFall(3_300000);
        using var stop = new CancellationTokenSource();
        var keeper = Runner();
        Journal.BeforeAppend = (told, _) =>
        {
            if (told is KeeperEvent.AuctionOpened)
            {
                stop.Cancel();
            }
        };

        await keeper.RunAsync(stop.Token);

        Assert.IsType<KeeperEvent.Stopped>(Journal.Events[^1]);
        Assert.IsType<CaseState.AuctionOpen>(Assert.Single(Journal.Cases).State);
    }

    [Fact]
    public async Task A_network_out_of_reach_fails_cycles_and_never_the_keeper()
    {
        using var stop = new CancellationTokenSource();
        LetXlmFall(3_300000);
        var keeper = Runner();
        var losses = 0;
        Chain.OnSend = () => throw (++losses >= 3 ? Stop(stop) : new Nectar.Core.Soroban.Rpc.RpcTransportException("sendTransaction", "the connection was lost"));

        await keeper.RunAsync(stop.Token);

        Assert.IsType<KeeperEvent.Stopped>(Journal.Events[^1]);

        static Exception Stop(CancellationTokenSource source)
        {
            source.Cancel();
            return new Nectar.Core.Soroban.Rpc.RpcTransportException("sendTransaction", "the connection was lost");
        }
    }

    private static string KindOf(KeeperEvent told) => KeeperJson.Write(told).Split('"')[3];

    /// <summary>Runs a liquidation in which the keeper dies before it writes a line, and its next life finishes it; gives how many lines it took.</summary>
    private static async Task<int> RunKilledAt(int line)
    {
        var test = new Replay();
        await test.RunAsync(CaseMode.Atomic, line);
        Assert.Equal(1, test.State.Fills);
        Assert.Equal(0, test.Sum(s => s.Debts));
        return test.Lines;
    }
}
