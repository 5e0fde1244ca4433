using AngleSharp.Dom;
using Bunit;
using MudBlazor.Services;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Tests.Web.History;
using Nectar.Web.Components;
using Nectar.Web.Components.Figures;
using Nectar.Web.Components.Vaults;
using Nectar.Web.Demo;
using Nectar.Web.History;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Components;

/// <summary>What the vault's page and the performance page draw of a vault's life.</summary>
public sealed class VaultPartsTests : BunitContext
{
    private static readonly TimeSpan age = TimeSpan.FromDays(20);

    public VaultPartsTests() => Services.AddMudServices();

    [Fact]
    public void The_curve_marks_each_profit_and_the_table_below_has_the_same_points()
    {
        var chart = Chart();

        Assert.Single(chart.FindAll(".chart-mark"));
        var rows = chart.FindAll("tbody tr").Select(Cells).ToList();
        // Now, the end of vesting, the profit, the deposit.
        Assert.Equal(["345,610", "–", "1.009999", "101.00", "0.00"], rows[0]);
        Assert.Equal(["173,530", "–", "1.009999", "101.00", "0.00"], rows[1]);
        Assert.Equal(["172,810", "liquidation with 5.00 USDC, profit 1.00", "1.000000", "100.00", "0.00"], rows[2]);
        Assert.Equal(["10", "100.00 USDC deposited", "1.000000", "100.00", "0.00"], rows[3]);
    }

    [Fact]
    public void What_a_share_earned_is_told_with_its_window_and_what_a_year_of_it_would_be_or_why_not()
    {
        var told = Chart().FindAll("[data-figure='growth'] > div").ToDictionary(d => d.QuerySelector("dt")!.TextContent, d => d.QuerySelector("dd")!.TextContent);

        Assert.Equal("0 % by 0 liquidations, 0.00 % a year", told["Last 7 days"]);
        Assert.Equal("n/a, the history is shorter than 30 days", told["Last 30 days"]);
        Assert.Equal("0.9999 % by 1 liquidation, 19.91 % a year", told["Since ledger 10"]);
        Assert.Equal("n/a, none is whole yet", told["Whole months"]);
    }

    [Fact]
    public void A_history_that_begins_with_the_last_ledger_has_no_growth_yet()
    {
        var chart = Chart(TimeSpan.Zero, [OneProfit.Moments[0]]);

        Assert.Equal("n/a, it begins with this ledger", chart.Find("[data-figure='growth'] > div:nth-child(3) dd").TextContent);
    }

    [Fact]
    public void Exposure_tells_what_is_idle_what_is_out_with_whom_since_when_and_the_most_that_could_be_lost()
    {
        var picture = Samples.Picture();
        var keeper = picture.Keepers[0];
        var debtor = keeper with
        {
            Entry = keeper.Entry with { Stake = new Usdc(700_0000000) },
            Record = keeper.Record with { Drawn = new Usdc(1_000_0000000), Opened = new LedgerNumber(100), Due = new LedgerNumber(460) },
        };

        var shown = Render<Exposure>(p => p.Add(c => c.Vault, new Reading<VaultPicture>.Live(picture with { Keepers = [debtor] }, Samples.Now)));
        var lines = shown.FindAll(".lines > div").Select(d => (d.QuerySelector("dt")!.TextContent, d.QuerySelector("dd")!.TextContent)).ToList();

        Assert.Equal(("Idle in the vault", "59,000.00 USDC"), lines[0]);
        Assert.Equal(("Out with keepers", "1,000.00 USDC, 1.6666 %"), lines[1]);
        Assert.Equal("1,000.00 USDC, for 20 ledgers, due in ledger 460, covered by a stake of 700.00", lines[2].Item2);
        Assert.Equal(("Largest with one keeper", "1,000.00 USDC, 1.6666 % of the vault"), lines[3]);
        Assert.Equal(("Largest possible loss", "300.00 USDC if no keeper returned anything now, 0.5 % of each deposit"), lines[4]);
    }

    [Theory]
    [InlineData(0, "open", "the vault has no cap")]
    [InlineData(61_500, "1,500.00", "of a cap of 61,500.00 USDC")]
    [InlineData(1_000, "0.00", "of a cap of 1,000.00 USDC")]
    public void Capacity_is_what_the_cap_leaves_and_never_less_than_nothing(int cap, string left, string told)
    {
        var config = DemoDeployment.VaultTerms with { DepositCap = new Usdc(cap * 10_000_000L) };

        var figure = Render<VaultSummary>(p => p.Add(c => c.Vault, new Reading<VaultPicture>.Live(Samples.Picture(), Samples.Now)).Add(c => c.Config, config)).FindAll(".figure").Single(f => f.QuerySelector("dt")!.TextContent == "Capacity");

        Assert.Equal((left, told), (figure.QuerySelector(".figure-value")!.TextContent, figure.QuerySelector(".figure-note")!.TextContent));
    }

    [Fact]
    public void Risks_are_told_in_plain_words_each_with_what_it_costs_or_how_it_is_bounded()
    {
        var risks = Render<VaultRisks>(p => p.Add(c => c.Config, DemoDeployment.VaultTerms)).FindAll("li");

        Assert.Equal(
            ["A keeper does not return a draw.", "Withdrawals wait.", "Profit comes slowly.", "Prices lie.", "The contracts have a fault.", "The owner changes settings."],
            risks.Select(r => r.QuerySelector("b")!.TextContent));
        Assert.Contains($"It vests over {Shown.Count(DemoDeployment.VaultTerms.VestingLedgers, "ledger")}", risks[2].TextContent, StringComparison.Ordinal);
        Assert.Contains("Do not deposit what you cannot lose.", risks[4].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_keepers_card_has_heartbeat_speed_wins_losses_failures_fees_XLM_and_stake()
    {
        var tally = new KeeperTally(Samples.Alpha, "alpha", Samples.Now, 5, 4, 3, 1, 2, new Usdc(12_3456789), Fees: 4_000_000);
        var row = new KeeperRow(Samples.Picture().Keepers[0], null, tally);
        var score = new KeeperScore(row, new Heartbeat.Beating(TimeSpan.FromSeconds(4)), 170, 185, 250_000_000, 12);

        var lines = Render<KeeperScores>(p => p.Add(c => c.Scores, [score]).Add(c => c.Keepers, new Reading<IReadOnlyList<KeeperRow>>.Live([row], Samples.Now)).Add(c => c.Now, Samples.Now).Add(c => c.Since, Samples.Now.AddHours(-3)))
            .FindAll(".lines > div").Select(d => (d.QuerySelector("dt")!.TextContent, d.QuerySelector("dd")!.TextContent));

        Assert.Equal(
            [
                ("Last sign of life", "4 s ago, up for 3 h"), ("Detected to filled", "half within 170 ledgers, 95 % within 185"), ("Races", "3 won, 1 lost, 2 failed steps"), ("Profit, its fee included", "12.34 USDC"),
                ("Network fees paid", $"{Shown.Xlm(4_000_000)} XLM"), ("XLM left", "25, for about 250 more races or 12 days at its pace"), ("Stake", "5,000.00 USDC"), ("Defaults, losses", "0, 0.00 USDC"),
            ],
            lines);
    }

    [Fact]
    public void The_realised_year_on_the_performance_page_has_its_window_and_its_method()
    {
        var age = TimeSpan.FromDays(40);
        var reading = new Reading<VaultPicture>.Live(Samples.Picture() with { Ledger = OneProfit.LedgerAt(age) }, Samples.Now + age);
        var overview = new Overview(Samples.Now + age, null, reading, new Reading<KeeperView>.Unavailable("none"), new Reading<IReadOnlyList<KeeperRow>>.Unavailable("none"), [], 0, null);

        var figure = Render<PerformanceFigures>(p => p.Add(c => c.Readings, new PerformanceReadings(overview, OneProfit.Moments, null, [], [], Samples.Now))).FindAll(".figure")[2];

        // The only profit came in on the tenth day: thirty days ago, and vested within the hour after.
        Assert.Equal("12.87 %", figure.QuerySelector("[data-figure='yearly']")!.TextContent);
        Assert.Equal("(price now / price then)^(365 / days) − 1 over the last 30 d", figure.QuerySelector(".figure-note")!.TextContent);
    }

    [Fact]
    public void Each_depositor_stands_with_what_it_is_worth_what_was_paid_in_and_the_way_to_its_position()
    {
        var rows = Render<DepositorTable>(p => p.Add(c => c.Vault, new Reading<VaultPicture>.Live(Samples.Picture(), Samples.Now))).FindAll("tbody tr");

        var row = Assert.Single(rows);
        var address = Samples.KeyOf(9).AccountId.ToString();
        Assert.Equal([Shown.Address(address), "1.00", "1.00", "0.00", "view"], Cells(row));
        Assert.Equal($"/vault?watch={address}", row.QuerySelector("a")!.GetAttribute("href"));
    }

    private static List<string> Cells(IElement row) => [.. row.Children.Select(c => c.TextContent.Trim())];

    private IRenderedComponent<ShareChart> Chart() => Chart(age, OneProfit.Moments);

    private IRenderedComponent<ShareChart> Chart(TimeSpan old, IReadOnlyList<VaultMoment> moments) => Render<ShareChart>(p => p
        .Add(c => c.Vault, new Reading<VaultPicture>.Live(Samples.Picture() with { Ledger = OneProfit.LedgerAt(old) }, Samples.Now + old))
        .Add(c => c.Moments, moments));
}
