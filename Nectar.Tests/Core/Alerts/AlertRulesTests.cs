using Nectar.Core.Alerts;
using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Alerts;

public sealed class AlertRulesTests
{
    private static readonly Guid id = Guid.CreateVersion7(Samples.Now);
    private static readonly AlertFacts.Keeper calm = new("alpha", Samples.Alpha.ToString(), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10), 100, Usdc.Zero, null);

    private static AlertFacts Calm => new([calm], new LedgerNumber(120), Usdc.Zero)
    {
        Unread = (TimeSpan.FromSeconds(60), "connection refused"),
        Positions = [Samples.Position(Samples.Borrower, 10_500_000, "HF 1.0500 ≥ 1")],
        Prices = [new("XLM", TimeSpan.FromSeconds(600))],
    };

    public static TheoryData<AlertRule, string> States => new()
    {
        { AlertRule.KeeperDown, "alpha is possibly down: no sign for 31 s, 3 polls of 10 s missed" },
        { AlertRule.XlmLow, $"alpha has XLM for 99 races, fewer than 100: {Samples.Alpha}" },
        { AlertRule.CapitalOverdue, "alpha has 500.0000000 USDC out since before ledger 119, now is ledger 120: anyone may settle it from the stake" },
        { AlertRule.CapitalOut, "alpha has 500.0000000 USDC out since ledger 0, 121 ledgers ago, 120 are allowed" },
        { AlertRule.RpcDown, "nothing could be read from the network for 61 s, 60 s are allowed: connection refused" },
        { AlertRule.HealthLow, $"{Samples.Borrower} has a health factor of 1.0412, below 1.05: it owes 900.0000000 USD against 1000.0000000 USD, and no keeper here has a case of it" },
        { AlertRule.PriceStale, "the oracle's price of XLM is 601 s old, 600 s are allowed" },
        { AlertRule.LossBooked, "the vault booked a loss of 2.5000000 USDC, 3.5000000 USDC in all" },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void Each_state_is_found_beyond_its_threshold_with_its_figures(AlertRule rule, string text)
    {
        var (facts, before) = FactsOf(rule);

        var signal = Assert.Single(AlertRules.Of(facts, before, AlertSetting.Default));

        Assert.Equal((rule, text, null), (signal.Rule, signal.Text, signal.Occurrence));
    }

    [Theory]
    [MemberData(nameof(States))]
    public void A_threshold_that_allows_it_finds_it_no_more(AlertRule rule, string text)
    {
        var (facts, before) = FactsOf(rule);
        var threshold = rule switch
        {
            AlertRule.XlmLow => 99,
            AlertRule.CapitalOut => 121,
            AlertRule.RpcDown => 61,
            AlertRule.HealthLow => 10_412,
            AlertRule.PriceStale => 601,
            _ => 4,
        };

        var signals = AlertRules.Of(facts, before, r => AlertSetting.Default(r) with { Threshold = r == rule ? threshold : AlertSetting.Default(r).Threshold });

        Assert.DoesNotContain(signals, s => s.Text == text);
        Assert.Empty(signals);
    }

    [Fact]
    public void At_the_threshold_itself_nothing_is_found() =>
        Assert.Empty(AlertRules.Of(
            Calm with { Keepers = [calm with { Due = new LedgerNumber(120), Opened = new LedgerNumber(0), Drawn = new Usdc(1) }], Loss = new Usdc(5) }, new Usdc(5), AlertSetting.Default));

    [Fact]
    public void Of_positions_under_the_threshold_the_ten_lowest_are_told_and_neither_dust_nor_debts_that_nothing_secures()
    {
        var low = Enumerable.Range(0, 12).Select(n => Samples.Position($"borrower {n}", 10_000_000 + n, "HF 1.0000 ≥ 1")).ToList();
        var dust = low[0] with { Borrower = "dust", Debt = new Worth(9_999_999) };
        var unsecured = low[0] with { Borrower = "unsecured", Collateral = default };

        var signals = AlertRules.Of(Calm with { Positions = [dust, unsecured, .. low] }, Usdc.Zero, AlertSetting.Default);

        Assert.Equal(low.Take(10).Select(p => $"health {p.Borrower}"), signals.Select(s => s.Key));
    }

    [Fact]
    public void A_price_that_the_oracle_does_not_give_is_told_like_a_stale_one() =>
        Assert.Equal("the oracle gives no price of XLM", Assert.Single(AlertRules.Of(Calm with { Prices = [new("XLM", null)] }, Usdc.Zero, AlertSetting.Default)).Text);

    [Fact]
    public void Where_the_market_is_simulated_every_rule_but_that_of_low_health_is_on()
    {
        Assert.Equal([AlertRule.HealthLow], Enum.GetValues<AlertRule>().Where(rule => !AlertSetting.DefaultInSimulation(rule).IsOn));
        Assert.All(Enum.GetValues<AlertRule>(), rule => Assert.True(AlertSetting.Default(rule).IsOn));
    }

    [Fact]
    public void What_was_not_read_is_not_judged() =>
        Assert.Empty(AlertRules.Of(new AlertFacts([calm with { Runway = null, Due = new LedgerNumber(1) }], null, null), null, AlertSetting.Default));

    [Fact]
    public void Failures_breakers_and_lost_fills_are_found_in_events_and_nothing_else_is()
    {
        Assert.Equal((AlertRule.CaseFailed, $"case {id}", "7"), Found(new KeeperEvent.StepFailed(CaseStep.Draw, "refused", 207, null)));
        Assert.Equal((AlertRule.CaseFailed, $"case {id}", "7"), Found(new KeeperEvent.Stuck("cannot be sold")));
        Assert.Equal((AlertRule.BreakerTripped, $"breaker {Samples.Alpha} {Samples.Xlm}", "7"), Found(new KeeperEvent.BreakerTripped(Samples.Xlm, "jumped")));
        Assert.Equal((AlertRule.LiquidationLost, $"lost {Samples.Alpha}", "7"), Found(new KeeperEvent.RaceLost(CaseStep.Fill, null, null, null, 0, "gone")));
        Assert.Null(Found(new KeeperEvent.RaceLost(CaseStep.Auction, null, null, null, 0, "opened by another")));
        Assert.Null(Found(Samples.Liquidated(id)));
    }

    [Theory]
    [InlineData(AlertRule.KeeperDown, 0, 900, "threshold 0: must be a whole number from 1 to 1000000")]
    [InlineData(AlertRule.CapitalOverdue, 1_000_001, 900, "threshold 1000001: must be a whole number from 0 to 1000000")]
    [InlineData(AlertRule.LossBooked, 0, 86_401, "cool-off 86401 s: must be a whole number of seconds from 0 to 86400")]
    [InlineData(AlertRule.LossBooked, 0, 0, null)]
    [InlineData(AlertRule.HealthLow, 0, 900, "threshold 0: must be from 0.0001 to 100 with at most 4 decimals")]
    [InlineData(AlertRule.HealthLow, 1_000_001, 900, "threshold 100.0001: must be from 0.0001 to 100 with at most 4 decimals")]
    public void Settings_out_of_bounds_are_told_with_value_and_rule(AlertRule rule, long threshold, int coolOff, string? problem) =>
        Assert.Equal(problem, new AlertSetting(rule, true, threshold, TimeSpan.FromSeconds(coolOff)).Problem);

    private static (AlertRule, string, string?)? Found(KeeperEvent happened) =>
        AlertRules.Of(7, happened with { Keeper = Samples.Alpha, KeeperName = "alpha", CaseId = id, Borrower = Samples.Borrower }) is { } signal ? (signal.Rule, signal.Key, signal.Occurrence) : null;

    private static (AlertFacts Facts, Usdc Before) FactsOf(AlertRule rule) => rule switch
    {
        AlertRule.KeeperDown => (new AlertFacts([calm with { Silence = TimeSpan.FromSeconds(31) }], new LedgerNumber(120), Usdc.Zero), Usdc.Zero),
        AlertRule.XlmLow => (new AlertFacts([calm with { Runway = 99 }], new LedgerNumber(120), Usdc.Zero), Usdc.Zero),
        AlertRule.CapitalOut => (new AlertFacts([calm with { Drawn = new Usdc(500_0000000), Opened = new LedgerNumber(0) }], new LedgerNumber(121), Usdc.Zero), Usdc.Zero),
        AlertRule.RpcDown => (Calm with { Unread = (TimeSpan.FromSeconds(61), "connection refused") }, Usdc.Zero),
        AlertRule.HealthLow => (Calm with { Positions = [Samples.Position(Samples.Borrower, 10_412_000, "HF 1.0412 ≥ 1")] }, Usdc.Zero),
        AlertRule.PriceStale => (Calm with { Prices = [new("XLM", TimeSpan.FromSeconds(601))] }, Usdc.Zero),
        AlertRule.CapitalOverdue => (new AlertFacts([calm with { Drawn = new Usdc(500_0000000), Due = new LedgerNumber(119) }], new LedgerNumber(120), Usdc.Zero), Usdc.Zero),
        _ => (new AlertFacts([calm], new LedgerNumber(120), new Usdc(3_5000000)), new Usdc(1_0000000)),
    };
}
