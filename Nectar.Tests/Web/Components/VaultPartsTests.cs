using AngleSharp.Dom;
using Bunit;
using MudBlazor.Services;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Tests.Web.History;
using Nectar.Web.Components.Figures;
using Nectar.Web.Components.Vaults;
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
        Assert.Equal(("Largest possible loss", "300.00 USDC if no keeper returned anything now, 0.5 % of each deposit"), lines[3]);
    }

    [Fact]
    public void Each_depositor_stands_with_what_it_is_worth_what_was_paid_in_and_the_way_to_its_position()
    {
        var rows = Render<DepositorTable>(p => p.Add(c => c.Vault, new Reading<VaultPicture>.Live(Samples.Picture(), Samples.Now))).FindAll("tbody tr");

        var row = Assert.Single(rows);
        var address = Samples.KeyOf(9).AccountId.ToString();
        Assert.Equal([Shown.Address(address), "1.00", "1.00", "0.00", "look"], Cells(row));
        Assert.Equal($"/vault?watch={address}", row.QuerySelector("a")!.GetAttribute("href"));
    }

    private static List<string> Cells(IElement row) => [.. row.Children.Select(c => c.TextContent.Trim())];

    private IRenderedComponent<ShareChart> Chart() => Chart(age, OneProfit.Moments);

    private IRenderedComponent<ShareChart> Chart(TimeSpan old, IReadOnlyList<VaultMoment> moments) => Render<ShareChart>(p => p
        .Add(c => c.Vault, new Reading<VaultPicture>.Live(Samples.Picture() with { Ledger = OneProfit.LedgerAt(old) }, Samples.Now + old))
        .Add(c => c.Moments, moments));
}
