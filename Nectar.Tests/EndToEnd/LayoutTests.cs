using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Nectar.Core.Keeper;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Tests.Web;
using Nectar.Web.Live;

namespace Nectar.Tests.EndToEnd;

/// <summary>What a visitor sees at first, measured where the browser drew it.</summary>
public sealed class LayoutTests
{
    // Drawings are scaled with their box, and their letters with them.
    private const string SmallText = """
        [...document.querySelectorAll('body *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length && !['title', 'desc'].includes(e.tagName))
          .map(e => { const of = e.ownerSVGElement; const scale = of ? of.getBoundingClientRect().width / of.viewBox.baseVal.width : 1; return [parseFloat(getComputedStyle(e).fontSize) * scale, e.outerHTML.slice(0, 90)]; })
          .filter(([size]) => size < 11.99).map(([size, what]) => `${size} ${what}`)
        """;

    private static readonly Guid id = Guid.CreateVersion7(Samples.Now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task No_text_is_smaller_than_12_px_in_drawings_neither(int width)
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledAsync();
        var page = await browser.NewPageAsync(width);

        foreach (var path in new[] { "/", "/vault", "/performance", "/features", "/console", "/sandbox", $"/liquidations/{id}", $"/positions/{Samples.Borrower}" })
        {
            await page.GotoAsync(new Uri(web.Address, path).ToString());
            await page.Locator("h1").WaitForAsync();
            Assert.Empty((await page.EvaluateAsync<string[]>(SmallText)).Select(t => $"{path} at {width} px: {t}"));
        }
    }

    [Theory]
    [InlineData("/", "Live")]
    [InlineData("/vault", "Vault")]
    [InlineData("/performance", "Performance")]
    [InlineData("/features", "Features")]
    [InlineData("/console", "Console")]
    public async Task The_menu_says_which_page_one_is_on(string path, string name)
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await WebFixture.StartAsync();
        var page = await browser.NewPageAsync();

        await page.GotoAsync(new Uri(web.Address, path).ToString());

        Assert.Equal([name], await page.Locator("nav [aria-current='page']").AllTextContentsAsync());
    }

    [Theory]
    [InlineData(360, 740)]
    [InlineData(1280, 800)]
    public async Task The_way_to_deposit_and_what_the_vault_holds_stand_above_the_fold(int width, int height)
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledAsync();
        var page = await browser.NewPageAsync(width, height);
        await page.GotoAsync(web.Address.ToString());
        var menu = width > 640 ? height : (await page.Locator(".topbar nav").BoundingBoxAsync())!.Y;

        foreach (var seen in new[] { page.GetByRole(AriaRole.Link, new() { Name = "Deposit" }), page.Locator("[data-figure='tvl']") })
        {
            var box = (await seen.BoundingBoxAsync())!;
            Assert.InRange(box.Y + box.Height, 0, menu);
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "Deposit" }).ClickAsync();
        Assert.Equal("/vault", new Uri(page.Url).AbsolutePath);
    }

    [Fact]
    public async Task Twelve_positions_are_shown_at_first_and_all_of_them_on_demand_also_after_a_renewal()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(web.Address.ToString());
        var seen = page.Locator(".positions tbody tr:visible");
        Assert.Equal(12, await seen.CountAsync());

        await page.GetByText("Show all 30 rows").ClickAsync();
        Assert.Equal(30, await seen.CountAsync());
        await page.WaitForResponseAsync(r => r.Url.Contains("/live/home", StringComparison.Ordinal));
        Assert.Equal(30, await seen.CountAsync());

        await page.GetByLabel("every row").UncheckAsync();
        Assert.Equal(12, await seen.CountAsync());
    }

    [Fact]
    public async Task A_shortened_or_broken_address_is_copied_whole()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledAsync();
        var page = await browser.NewPageAsync(360);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync(new Uri(web.Address, $"/positions/{Samples.Borrower}").ToString());

        await page.GetByRole(AriaRole.Button, new() { Name = "Copy the address" }).ClickAsync();

        await page.GetByText("Copied").WaitForAsync();
        Assert.Equal(Samples.Borrower, await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    private static async Task<WebFixture> FilledAsync()
    {
        var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        web.Services.GetRequiredService<KeeperBoard>().Set(Samples.View(
            [.. Enumerable.Range(1, 29).Select(n => Samples.Position(Samples.KeyOf((byte)(20 + n)).AccountId.ToString(), 11_000_000 + n, "HF ≥ 1")), Samples.Position(Samples.Borrower, 12_000_000, "HF ≥ 1")]));
        var stands = Samples.Case(id, new CaseState.Returned()) with { AuctionStart = new LedgerNumber(101) };
        await web.Journal.AppendAsync(Samples.Detected(id), stands with { State = new CaseState.Detected() }, Cancel);
        await web.Journal.AppendAsync(Samples.Liquidated(id), stands, Cancel);
        return web;
    }
}
