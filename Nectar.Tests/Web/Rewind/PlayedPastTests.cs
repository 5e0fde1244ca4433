using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;
using Nectar.Web.History;
using Nectar.Web.Live;
using Nectar.Web.Rewind;

namespace Nectar.Tests.Web.Rewind;

/// <summary>A liquidation that was really played, and the page rewound to before, into and behind it.</summary>
public sealed partial class PlayedPastTests(PlayedPast played) : IClassFixture<PlayedPast>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void In_every_ledger_that_was_read_meanwhile_the_vault_rewound_is_what_the_chain_had_said()
    {
        var history = played.Web.Services.GetRequiredService<VaultHistory>();

        Assert.Null(history.Gap);
        Assert.All(played.Chain, then => Assert.Equal(then.State, RewoundVault.Of(history.Moments, then.Ledger)!.State));
        Assert.Contains(played.Chain, then => then.State.Profit != played.Chain[0].State.Profit);
    }

    [Fact]
    public async Task Before_it_was_found_the_position_stands_as_sampled_and_the_keeper_has_nothing_out_and_nothing_in_hand()
    {
        // The first of all: a case that ends later may have been found before the one that ended first.
        var found = played.Lines.Select(l => l.Happened).OfType<KeeperEvent.Detected>().First();
        var page = await AtAsync(found.At.AddSeconds(-1));
        var until = Second(found.At);
        var sampled = played.Kept.Last(s => s.Borrower == found.Borrower && s.At < until);

        Assert.True(sampled.Health >= Ratio.One);
        Assert.Contains($"title=\"{sampled.Health!.Value.ToExactString()}\"", RowOf(page, found.Borrower!), StringComparison.Ordinal);
        Assert.Equal(("0.0000000 USDC", "0.0000000 USDC", "0.0000000 USDC"), (Figure(page, "drawn"), Figure(page, "out"), Figure(page, "profit")));
        Assert.Equal($"{played.Chain[0].State.SharePriceE12} / 10^12 USDC", Figure(page, "share-price"));
        Assert.DoesNotContain("data-case=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("DETECTED", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Between_draw_and_return_the_capital_is_out_with_the_keeper_that_drew_it_and_its_case_is_in_hand()
    {
        var (drawn, returned) = (played.Line<KeeperEvent.Drawn>(), played.Line<KeeperEvent.Returned>());
        foreach (var at in played.Lines.Select(l => l.Happened.At).Where(at => at >= drawn.At && at < returned.At))
        {
            var page = await AtAsync(at);

            Assert.Equal(($"{Shown.Exact(drawn.Amount)} USDC", $"{Shown.Exact(drawn.Amount)} USDC"), (Figure(page, "drawn"), Figure(page, "out")));
            Assert.Contains($"data-case=\"{drawn.CaseId}\"", page, StringComparison.Ordinal);
            Assert.Contains("AT WORK", page, StringComparison.Ordinal);
            Assert.Equal("0.0000000 USDC", Figure(page, "profit"));
        }

        var before = await AtAsync(drawn.At.AddSeconds(-1));
        Assert.Equal("0.0000000 USDC", Figure(before, "out"));
        Assert.Contains($"data-case=\"{drawn.CaseId}\"", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_it_everything_is_as_the_live_readings_are()
    {
        var page = await AtAsync(played.Now);
        var live = played.Web.Services.GetRequiredService<VaultWatch>().Read().ValueOrDefault!;

        Assert.Equal(
            ($"{live.Vault.SharePriceE12} / 10^12 USDC", $"{Shown.Exact(live.Vault.TotalAssets)} USDC", $"{Shown.Exact(live.Vault.Drawn)} USDC", $"{Shown.Exact(live.Vault.Profit)} USDC"),
            (Figure(page, "share-price"), Figure(page, "tvl"), Figure(page, "drawn"), Figure(page, "profit")));
        Assert.True(live.Vault.Profit > Usdc.Zero);
        Assert.Contains($">{live.Depositors.Count}<", Element(page, "depositors"), StringComparison.Ordinal);
        Assert.Equal($"{Shown.Exact(live.Keepers.Single(k => k.Address == played.Keeper.Account.ToString()).Record.Drawn)} USDC", Figure(page, "out"));
        Assert.Equal(
            played.View.Positions.Where(p => p.Health is not null).Select(p => p.Borrower).Order(), Borrower().Matches(page).Select(m => m.Groups[1].Value).Order());
        Assert.Contains($"data-id=\"{played.Lines[^1].Id}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_no_second_anything_is_shown_that_was_written_later_and_the_last_line_by_then_is_the_last_shown()
    {
        var (first, last) = (played.Lines[0].Happened.At, played.Lines[^1].Happened.At);
        for (var at = Second(first); at <= last; at = at.AddSeconds(3))
        {
            var page = await AtAsync(at);
            var expected = played.Lines.Where(l => l.Happened.At < at.AddSeconds(1)).TakeLast(50).Select(l => l.Id);

            Assert.Equal(expected, Line().Matches(page).Select(m => long.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
            Assert.All(Time().Matches(page), m => Assert.True(DateTimeOffset.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) < at.AddSeconds(1)));
        }
    }

    [Fact]
    public async Task Before_the_first_line_the_vault_is_there_already_and_the_rest_says_since_when_it_is()
    {
        var first = played.Web.Services.GetRequiredService<VaultHistory>().Moments[0].At;
        var page = await AtAsync(first);

        Assert.Contains("data-figure=\"share-price\"", page, StringComparison.Ordinal);
        Assert.Contains("NO LINE BY THEN", page, StringComparison.Ordinal);
        Assert.Contains($"Not there for this second: the first line was written at {RewindTime.Text(played.Lines[0].Happened.At)}.", page, StringComparison.Ordinal);
        Assert.Contains($"Not there for this second: positions are written down since {RewindTime.Text(played.Kept[0].At)}.", page, StringComparison.Ordinal);
    }

    private static DateTimeOffset Second(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());

    private async Task<string> AtAsync(DateTimeOffset at) =>
        WebUtility.HtmlDecode(await played.Web.Http.GetStringAsync(new Uri(RewindTime.LinkTo(at), UriKind.Relative), Cancel));

    private static string Element(string page, string figure) => Regex.Match(page, $"<[^>]*data-figure=\"{figure}\"[^>]*>[^<]*<").Value;

    private static string Figure(string page, string figure) => Regex.Match(Element(page, figure), "title=\"([^\"]*)\"").Groups[1].Value;

    private static string RowOf(string page, string borrower) => page[page.IndexOf($"data-borrower=\"{borrower}\"", StringComparison.Ordinal)..].Split("</tr>")[0];

    [GeneratedRegex("data-borrower=\"([^\"]*)\"")]
    private static partial Regex Borrower();

    [GeneratedRegex("class=\"log-line [^>]*data-id=\"([0-9]*)\"")]
    private static partial Regex Line();

    [GeneratedRegex("<time datetime=\"([^\"]*)\"")]
    private static partial Regex Time();
}
