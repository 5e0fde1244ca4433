using Microsoft.Playwright;
using Nectar.Tests.Web;
using Nectar.Web.Sandbox;

namespace Nectar.Tests.EndToEnd;

public sealed class SandboxInBrowserTests
{
    private static readonly SandboxSettings fast = new() { LedgersPerSecond = 40 };
    private static readonly LocatorWaitForOptions aRun = new() { Timeout = 60_000 };

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task By_keyboard_alone_a_shock_starts_streams_and_ends_and_no_state_has_anything_that_axe_finds(int width)
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await WebFixture.StartAsync(sandbox: fast);
        var page = await browser.NewPageAsync(width);
        await page.GotoAsync(new Uri(web.Address, "/sandbox").ToString());
        await Soundness.ExpectAsync(page, $"the form at {width} px");

        await page.GetByLabel("falls by, percent").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("● FOLLOWING").WaitForAsync();
        await page.Locator("[data-log-lines] > .log-line").First.WaitForAsync(aRun);
        await page.GetByText("is falling").Or(page.GetByText("has fallen")).First.WaitForAsync(aRun);
        await Soundness.ExpectAsync(page, $"a run at {width} px");
        Assert.Equal("SIMULATION: SOL −22 %", await page.TitleAsync());
        Assert.True(await page.GetByRole(AriaRole.Log, new() { Name = "Log of the simulation" }).IsVisibleAsync());

        await page.Locator("[data-over]").WaitForAsync(aRun);
        await page.GetByText("■ ENDED").WaitForAsync();
        Assert.Contains("2 accounts went under water", await page.Locator("[data-stage]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "Stop it" }).IsVisibleAsync());
        Assert.True(await page.Locator("[data-log-lines] > .log-line").CountAsync() > 10);
        Assert.True(await page.Locator(".ribbon").IsVisibleAsync());
        await Soundness.ExpectAsync(page, $"its end at {width} px");
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Without_scripts_the_form_posts_a_link_loads_the_page_again_and_a_button_stops_it()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await WebFixture.StartAsync(sandbox: fast with { LedgersPerSecond = 5 });
        var page = await browser.NewPageAsync(hasScripts: false);
        await page.GotoAsync(new Uri(web.Address, "/sandbox").ToString());

        await page.GetByRole(AriaRole.Button, new() { Name = "Let it fall" }).ClickAsync();
        while (await page.GetByText("Ledgers so far").CountAsync() == 0)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "load it again" }).ClickAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Stop it" }).ClickAsync();
        while (await page.GetByText("It was stopped").CountAsync() == 0)
        {
            await page.ReloadAsync();
        }

        Assert.Equal("What came of it", await page.Locator("[data-over] h2").InnerTextAsync());
        Assert.True(await page.Locator(".log-line").CountAsync() > 0);
    }

    [Fact]
    public async Task A_run_names_its_tokens_and_its_accounts_lead_to_no_page_of_the_live_network()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await WebFixture.StartAsync(sandbox: fast with { LedgersPerSecond = 5 });
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(web.Address, "/sandbox").ToString());

        await page.GetByRole(AriaRole.Button, new() { Name = "Let it fall" }).ClickAsync();
        await page.Locator(".positions tbody tr").First.WaitForAsync(aRun);

        Assert.Contains("last told USDC", await page.Locator(".positions caption").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator(".positions a").CountAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop it" }).ClickAsync();
        await page.Locator("[data-over]").WaitForAsync(aRun);
    }
}
