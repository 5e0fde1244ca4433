using Microsoft.Extensions.Logging.Abstractions;
using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Keeper;

public sealed class KeeperControlTests : KeeperFixture
{
    private readonly KeeperControl control;
    private readonly KeeperRunner keeper;

    public KeeperControlTests()
    {
        control = new KeeperControl(KeeperSettings.Of(Options()));
        keeper = Controlled(CaseMode.Atomic);
    }

    [Fact]
    public async Task A_paused_keeper_begins_nothing_says_why_and_goes_on_once_resumed()
    {
        Set(s => s with { IsPaused = true });
        LetXlmFall(3_300000);

        await RunAsync(5);

        Assert.Empty(Journal.Cases);
        var reason = Assert.Single(Journal.Events.OfType<KeeperEvent.CycleEnded>().Last().Reasons);
        Assert.Equal("may be liquidated, but the keeper is paused or stopping", reason.Reason);
        Set(s => s with { IsPaused = false });
        await CycleUntil(() => HasEnded, keeper);
        Assert.Single(Journal.Events.OfType<KeeperEvent.Liquidated>());
        Assert.Equal([true, false], Journal.Events.OfType<KeeperEvent.SettingsTaken>().Select(e => e.IsPaused));
    }

    [Fact]
    public async Task A_paused_keeper_brings_back_what_is_out()
    {
        var staged = Controlled(CaseMode.Staged);
        LetXlmFall(3_300000);
        Journal.BeforeAppend = (happened, _) =>
        {
            if (happened is KeeperEvent.Drawn)
            {
                Set(s => s with { IsPaused = true });
            }
        };

        await CycleUntil(() => HasEnded, staged);

        Assert.NotEmpty(Journal.Events.OfType<KeeperEvent.Drawn>());
        Assert.Equal(Usdc.Zero, Assert.Single(Journal.Events.OfType<KeeperEvent.Returned>()).Shortfall);
    }

    [Theory]
    [InlineData(CaseMode.Atomic)]
    [InlineData(CaseMode.Staged)]
    public async Task A_dry_run_sends_nothing_and_says_once_what_it_would_have_sent(CaseMode mode)
    {
        var dry = Controlled(mode);
        Set(s => s with { IsDryRun = true });
        LetXlmFall(3_300000);
        var sent = 0;
        Chain.OnSend = () => sent++;

        await RunAsync(20, dry);

        Assert.Equal(0, sent);
        var withheld = Assert.Single(Journal.Events.OfType<KeeperEvent.StepWithheld>());
        Assert.Equal(CaseStep.Auction, withheld.Step);
        Assert.StartsWith("64 %", withheld.Detail, StringComparison.Ordinal);
        Assert.InRange(withheld.Fee, 100, 10_000_000);
        Assert.Empty(Journal.Events.OfType<KeeperEvent.StepSent>());
        Set(s => s with { IsDryRun = false });
        await CycleUntil(() => HasEnded, dry);
        Assert.Equal(1, Chain.State.Fills);
    }

    [Theory]
    [InlineData(CaseMode.Atomic, CaseStep.Liquidate)]
    [InlineData(CaseMode.Staged, CaseStep.Draw)]
    public async Task An_auction_that_is_open_is_rehearsed_up_to_the_fill(CaseMode mode, CaseStep step)
    {
        var dry = Controlled(mode);
        LetXlmFall(3_300000);
        await CycleUntil(() => Journal.Events.Any(e => e is KeeperEvent.AuctionOpened), dry);
        Set(s => s with { IsDryRun = true });

        await CycleUntil(() => Journal.Events.Any(e => e is KeeperEvent.StepWithheld), dry);

        Assert.Equal(step, Assert.Single(Journal.Events.OfType<KeeperEvent.StepWithheld>()).Step);
        Assert.Equal(0, Chain.State.Fills);
    }

    [Fact]
    public async Task A_higher_minimum_profit_counts_from_the_next_decision_on()
    {
        LetXlmFall(3_300000);
        await CycleUntil(() => Journal.Events.Any(e => e is KeeperEvent.FillPlanned), keeper);
        var planned = Journal.Events.OfType<KeeperEvent.FillPlanned>().Last();
        Set(s => s with { MinProfit = new Ratio(10_500_000) });

        await CycleUntil(() => HasEnded, keeper);

        var done = Assert.Single(Journal.Events.OfType<KeeperEvent.Liquidated>());
        Assert.True(done.Ledger > planned.Due, $"planned for {planned.Due}, done in {done.Ledger}");
        Assert.True((done.Spent + done.Profit).Stroops * 10 >= done.Spent.Stroops * 105 / 10, $"{done.Spent} brought {done.Profit}");
    }

    [Fact]
    public async Task A_change_ends_the_pause_between_two_looks()
    {
        var changed = control.WhenChanged;
        Assert.False(changed.IsCompleted);

        Set(s => s with { PollInterval = TimeSpan.FromSeconds(3) });

        await changed.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Cancel);
        Assert.False(control.WhenChanged.IsCompleted);
        Assert.Equal(TimeSpan.FromSeconds(3), control.Current.PollInterval);
    }

    private KeeperRunner Controlled(CaseMode mode) => new(
        Options(mode), Network.Standalone, Chain, Journal, TimeProvider.System, NullLoggerFactory.Instance, control);

    private void Set(Func<KeeperSettings, KeeperSettings> change) => control.Apply(change(control.Current));

    private async Task RunAsync(int ledgers, KeeperRunner? runner = null)
    {
        for (var i = 0; i < ledgers; i++)
        {
            Chain.Close();
            await (runner ?? keeper).RunCycleAsync(Cancel);
        }
    }
}
