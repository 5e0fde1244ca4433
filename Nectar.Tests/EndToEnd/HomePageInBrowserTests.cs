using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Nectar.Core.Keeper;
using Nectar.Tests.Support;
using Nectar.Tests.Web;
using Nectar.Web.Live;

namespace Nectar.Tests.EndToEnd;

public sealed class HomePageInBrowserTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Over_fifty_dropped_sockets_the_page_loses_no_line_and_doubles_none()
    {
        const int Total = 200;
        await using var browser = await Browser.StartAsync();
        await using var web = await WebFixture.StartAsync();
        var page = await browser.NewPageAsync();
        IWebSocketRoute? socket = null;
        var opened = 0;
        await page.RouteWebSocketAsync("**/hubs/log", route =>
        {
            route.ConnectToServer();
            socket = route;
            opened++;
        });
        await page.GotoAsync(web.Address.ToString());

        for (var drop = 0; drop < 50; drop++)
        {
            await WaitAsync(() => opened > drop);
            for (var n = 1; n <= Total / 50; n++)
            {
                await web.Journal.AppendAsync(Samples.Line((drop * Total / 50) + n), null, Cancel);
                if (n == Total / 100)
                {
                    await socket!.CloseAsync();
                }
            }
        }

        await page.Locator($"[data-id='{Total}']").WaitForAsync();
        var ids = await page.EvaluateAsync<int[]>("[...document.querySelectorAll('[data-log-lines] > .log-line')].map(row => Number(row.dataset.id))");
        Assert.Equal(Enumerable.Range(1, Total), ids);
        Assert.True(opened > 50);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(768)]
    [InlineData(640)] // 1280 px at 200 % zoom
    [InlineData(320)]
    public async Task At_any_width_axe_finds_nothing_the_console_is_silent_and_nothing_sticks_out(int width)
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledAsync();
        var page = await browser.NewPageAsync(width);
        await page.GotoAsync(web.Address.ToString());
        await page.GetByText("● FOLLOWING").WaitForAsync();

        await Soundness.ExpectAsync(page, $"at {width} px");
        Assert.Empty(browser.Complaints);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/console")]
    public async Task A_log_that_nobody_touches_follows_to_its_newest_line_however_tall_lines_are(string path)
    {
        const int Total = 60;
        await using var browser = await Browser.StartAsync();
        await using var web = await WebFixture.StartAsync();
        await AppendTallAsync(1, 30);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(web.Address, path).ToString());
        await page.GetByText("● FOLLOWING").WaitForAsync();

        for (var n = 31; n <= Total; n += 5)
        {
            await AppendTallAsync(n, n + 4);
            await page.Locator($"[data-id='{n + 4}']").WaitForAsync();
        }

        Assert.True(await page.EvaluateAsync<bool>("(() => { const list = document.querySelector('[data-log-lines]'); return list.scrollHeight - list.scrollTop - list.clientHeight < 2; })()"));
        Assert.False(await page.Locator("[data-log-new]").IsVisibleAsync());

        async Task AppendTallAsync(int first, int last)
        {
            for (var n = first; n <= last; n++)
            {
                await web.Journal.AppendAsync(Samples.Line(n) with { Reason = string.Join(' ', Enumerable.Repeat($"word{n}", 40)) }, null, Cancel);
            }
        }
    }

    [Fact]
    public async Task Paused_lines_wait_and_none_is_missing_when_the_log_goes_on()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await WebFixture.StartAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(web.Address.ToString());
        await web.Journal.AppendAsync(Samples.Line(1), null, Cancel);
        await page.Locator("[data-id='1']").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        for (var n = 2; n <= 5; n++)
        {
            await web.Journal.AppendAsync(Samples.Line(n), null, Cancel);
        }

        await page.GetByText("4 new lines").WaitForAsync();
        Assert.Equal(1, await page.Locator("[data-log-lines] > .log-line").CountAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await page.Locator("[data-id='5']").WaitForAsync();
        Assert.Equal(5, await page.Locator("[data-log-lines] > .log-line").CountAsync());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/console")]
    public async Task Who_scrolls_away_from_the_newest_end_is_told_how_many_wait_and_finds_every_line_there(string path)
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await WebFixture.StartAsync();
        for (var n = 1; n <= 60; n++)
        {
            await web.Journal.AppendAsync(Samples.Line(n), null, Cancel);
        }

        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(web.Address, path).ToString());
        await page.GetByText("● FOLLOWING").WaitForAsync();
        await page.EvaluateAsync("document.querySelector('[data-log-lines]').scrollTop = 0");
        for (var n = 61; n <= 63; n++)
        {
            await web.Journal.AppendAsync(Samples.Line(n), null, Cancel);
        }

        await page.GetByText("3 new lines wait").WaitForAsync();
        Assert.Equal((0, 0), (await page.EvaluateAsync<int>("document.querySelector('[data-log-lines]').scrollTop"), await page.Locator("[data-id='61']").CountAsync()));
        await page.EvaluateAsync("(() => { const list = document.querySelector('[data-log-lines]'); list.scrollTop = list.scrollHeight; })()");
        await page.Locator("[data-id='63']").WaitForAsync();

        var ids = await page.EvaluateAsync<int[]>("[...document.querySelectorAll('[data-log-lines] > .log-line')].map(row => Number(row.dataset.id))");
        Assert.Equal(Enumerable.Range(ids[0], 63 - ids[0] + 1), ids);
        Assert.False(await page.Locator("[data-log-new]").IsVisibleAsync());
    }

    [Fact]
    public async Task A_filter_leaves_the_lines_that_hold_its_words()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(web.Address.ToString());
        var filter = page.GetByLabel("Filter");
        await filter.WaitForAsync();

        await filter.FillAsync("DETECTED");

        Assert.Equal(1, await page.Locator("[data-log-lines] > .log-line:visible").CountAsync());
    }

    [Fact]
    public async Task A_health_factor_leaves_the_positions_under_it_at_once_and_in_the_address_and_a_row_opens_its_history()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(web.Address.ToString());
        var rows = page.Locator(".positions tbody tr");
        Assert.Equal(3, await rows.CountAsync());

        await page.GetByLabel("Positions with a health factor under").SelectOptionAsync("1.2");
        await page.GetByText("2 under a health factor of 1.2000 among 3 in debt").WaitForAsync();

        Assert.Equal(2, await rows.CountAsync());
        Assert.Equal("?hf=1.2", new Uri(page.Url).Query);
        await page.ReloadAsync();
        Assert.Equal(2, await rows.CountAsync());
        await rows.First.GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Health factor over time" }).WaitForAsync();
        Assert.Equal($"/positions/{Samples.Borrower}", new Uri(page.Url).AbsolutePath);
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task The_filter_and_the_way_to_a_history_work_without_scripts()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledAsync();
        var page = await browser.NewPageAsync(hasScripts: false);
        await page.GotoAsync(web.Address.ToString());

        await page.GetByLabel("Positions with a health factor under").SelectOptionAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        Assert.Equal("?hf=1", new Uri(page.Url).Query);
        Assert.Equal(1, await page.Locator(".positions tbody tr").CountAsync());
        await page.Locator(".positions tbody a").ClickAsync();
        Assert.Equal("0.9342", await page.Locator("[data-figure='health']").TextContentAsync());
    }

    [Fact]
    public async Task The_figures_follow_the_chain_without_a_reload()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(web.Address.ToString());
        Assert.Equal("60,000.00", await page.Locator("[data-figure='tvl']").TextContentAsync());

        web.Services.GetRequiredService<KeeperBoard>().Set(Samples.View(Samples.Position(Samples.Borrower, 15_000_000, "HF 1.5000 ≥ 1")) with { Ledger = new(130) });

        await page.GetByText("HF 1.5000 ≥ 1").WaitForAsync();
    }

    [Fact]
    public async Task Without_scripts_lines_and_figures_are_there()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledAsync();
        var page = await browser.NewPageAsync(hasScripts: false);

        await page.GotoAsync(web.Address.ToString());

        Assert.Equal("60,000.00", await page.Locator("[data-figure='tvl']").TextContentAsync());
        Assert.Equal(2, await page.Locator("[data-log-lines] > .log-line:visible").CountAsync());
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).CountAsync());
    }

    private static async Task<WebFixture> FilledAsync()
    {
        var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        web.Services.GetRequiredService<KeeperBoard>().Set(Samples.View(
            Samples.Position(Samples.Borrower, 9_342_000, "opens an auction over 46 %"),
            Samples.Position(Samples.KeyOf(8).AccountId.ToString(), 11_042_000, "HF 1.1042 ≥ 1"),
            Samples.Position(Samples.KeyOf(9).AccountId.ToString(), 15_000_000, "HF 1.5000 ≥ 1, falls under 1 at an XLM of 0.2134 USD")));
        var id = Guid.CreateVersion7(Samples.Now);
        await web.Journal.AppendAsync(Samples.Detected(id), Samples.Case(id, new CaseState.Detected()), Cancel);
        await web.Journal.AppendAsync(Samples.Liquidated(id), Samples.Case(id, new CaseState.Returned()), Cancel);
        return web;
    }

    private static async Task WaitAsync(Func<bool> until)
    {
        while (!until())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        }
    }
}
