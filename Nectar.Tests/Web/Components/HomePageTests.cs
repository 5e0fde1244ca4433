using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Keeper;
using Nectar.Tests.Support;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Components;

public sealed class HomePageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_itself_holds_the_figures_the_last_thirty_lines_and_the_label_of_the_simulation()
    {
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        web.Services.GetRequiredService<KeeperBoard>().Set(Samples.View(Samples.Position(Samples.Borrower, 9_342_000, "opens an auction over 46 %")));
        for (var n = 1; n <= 40; n++)
        {
            await web.Journal.AppendAsync(Samples.Line(n), null, Cancel);
        }

        var id = Guid.CreateVersion7(Samples.Now);
        await web.Journal.AppendAsync(Samples.Detected(id), Samples.Case(id, new CaseState.Detected()), Cancel);
        await web.Journal.AppendAsync(Samples.Liquidated(id), Samples.Case(id, new CaseState.Returned()), Cancel);

        var page = await web.Http.GetStringAsync(new Uri("/", UriKind.Relative), Cancel);

        Assert.Contains("SIMULATED MARKET", page, StringComparison.Ordinal);
        Assert.Contains("60,000.00", page, StringComparison.Ordinal);
        Assert.Contains("1.002966", page, StringComparison.Ordinal);
        Assert.Contains("opens an auction over 46 %", page, StringComparison.Ordinal);
        Assert.Contains("LIQUIDATABLE", page, StringComparison.Ordinal);
        Assert.Equal(30, page.Split("class=\"log-line ").Length - 1);
        Assert.Contains("data-last=\"42\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-id=\"12\"", page, StringComparison.Ordinal);
        Assert.Contains("data-id=\"13\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?hf=1.05", 1, "1 under a health factor of 1.0500 among 3 in debt")]
    [InlineData("/live/home?hf=1.3300", 2, "2 under a health factor of 1.3300 among 3 in debt")]
    [InlineData("/live/home?hf=", 3, "3 in debt")]
    [InlineData("/?hf=0", 3, "“0” is no health factor: hf=1.05 is one, above 0, with at most 7 decimals. All positions are shown.")]
    [InlineData("/?hf=many", 3, "“many” is no health factor")]
    public async Task A_health_factor_in_the_address_leaves_the_positions_under_it(string path, int count, string told)
    {
        await using var web = await WebFixture.StartAsync();
        string[] borrowers = [.. new byte[] { 31, 32, 33 }.Select(seed => Samples.KeyOf(seed).AccountId.ToString())];
        var view = Samples.View(Samples.Position(borrowers[0], 9_342_000, "any"), Samples.Position(borrowers[1], 10_500_000, "any"), Samples.Position(borrowers[2], 15_000_000, "any"));
        web.Services.GetRequiredService<KeeperBoard>().Set(view with { Prices = [new PriceRow(Samples.Xlm, null, Samples.Now.AddSeconds(-40), null), new PriceRow(Samples.Pool, null, null, null)] });

        using var answer = await web.Http.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));

        Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.Equal(borrowers.Take(count), borrowers.Where(b => page.Contains($"href=\"/positions/{b}\"", StringComparison.Ordinal)));
        Assert.Contains($"US dollars at the pool's prices, last told XLM 40 s before, {Shown.Address(Samples.Pool.ToString())} never.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_changing_parts_can_be_fetched_alone()
    {
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();

        var islands = await web.Http.GetStringAsync(new Uri("/live/home", UriKind.Relative), Cancel);
        var page = await web.Http.GetStringAsync(new Uri("/", UriKind.Relative), Cancel);

        string[] names = ["strip", "figures", "last", "diagram", "keepers", "positions"];
        Assert.All(names, name => Assert.Contains($"data-island=\"{name}\"", islands, StringComparison.Ordinal));
        Assert.All(names, name => Assert.Contains($"data-island=\"{name}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_policy_allows_no_script_but_from_files_of_ours_and_the_page_has_none_inside()
    {
        await using var web = await WebFixture.StartAsync();

        using var answer = await web.Http.GetAsync(new Uri("/", UriKind.Relative), Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(script|link|img)[^>]+(src|href)=\"(https?:)?//", page);
    }

    [Fact]
    public async Task An_address_that_does_not_exist_gets_a_page_and_its_code()
    {
        await using var web = await WebFixture.StartAsync();

        using var answer = await web.Http.GetAsync(new Uri("/nothing-here", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("No such page", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }
}
