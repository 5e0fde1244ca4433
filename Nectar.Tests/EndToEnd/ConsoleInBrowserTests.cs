using Microsoft.Playwright;
using Nectar.Tests.Support;

namespace Nectar.Tests.EndToEnd;

public sealed class ConsoleInBrowserTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1600)]
    [InlineData(768)]
    [InlineData(320)]
    public async Task At_any_width_axe_finds_nothing_the_console_is_silent_and_nothing_sticks_out(int width)
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledConsole.FilledAsync();
        var page = await browser.NewPageAsync(width);

        foreach (var path in new[] { "/console", $"/console?case={FilledConsole.CaseId}", "/console?line=2", "/console?line=99" })
        {
            await page.GotoAsync(new Uri(web.Address, path).ToString());
            await page.GetByLabel("Filter").WaitForAsync();
            await Soundness.ExpectAsync(page, $"{path} at {width} px");
        }

        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Lines_wait_while_paused_are_counted_and_come_in_order_when_the_log_goes_on()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledConsole.FilledAsync();
        var page = await FilledConsole.OpenAsync(browser, web);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();

        await FilledConsole.AppendAsync(web, 10, 13);

        await page.GetByText("4 new lines wait").WaitForAsync();
        var before = await FilledConsole.IdsAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await page.Locator("[data-id='7']").WaitForAsync();
        Assert.Equal("1 2 3", before);
        Assert.Equal("1 2 3 4 5 6 7", await FilledConsole.IdsAsync(page));
    }

    [Fact]
    public async Task Filters_order_and_grouping_choose_what_is_shown_and_what_is_downloaded()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledConsole.FilledAsync();
        await FilledConsole.AppendAsync(web, 10, 13);
        var page = await FilledConsole.OpenAsync(browser, web);

        await page.GetByLabel("newest first").CheckAsync();
        Assert.Equal("7 6 5 4 3 2 1", await FilledConsole.IdsAsync(page));
        await page.GetByLabel("group repeats").CheckAsync();
        Assert.Equal("7 3 2 1", await FilledConsole.IdsAsync(page));
        Assert.Equal("×4", await page.Locator("[data-id='7'] .log-times").TextContentAsync());
        await page.Locator("[data-log-level]").SelectOptionAsync("warnings");
        await page.GetByLabel("Filter").FillAsync("detected");
        Assert.Equal("2", await FilledConsole.IdsAsync(page));
        Assert.EndsWith("/console/log.txt?text=detected&level=warnings&keeper=", await page.GetByRole(AriaRole.Link, new() { Name = "Download txt" }).EvaluateAsync<string>("link => link.href"), StringComparison.Ordinal);
        await page.GetByLabel("Filter").FillAsync("");
        await page.Locator("[data-log-level]").SelectOptionAsync("all");
        await page.Locator("[data-log-keeper]").SelectOptionAsync("alpha");
        Assert.Equal("7 3 2", await FilledConsole.IdsAsync(page));
        await page.GetByLabel("Filter").FillAsync("/detected|^alpha filled/");
        Assert.Equal("3 2", await FilledConsole.IdsAsync(page));
        await page.GetByLabel("Filter").FillAsync("/(/");
        await page.GetByText("Invalid regular expression").WaitForAsync();
        Assert.Equal("3 2", await FilledConsole.IdsAsync(page));
        await page.GetByLabel("Filter").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        Assert.Equal("", await FilledConsole.IdsAsync(page));
        await FilledConsole.AppendAsync(web, 14, 14);
        await page.Locator("[data-id='8']").WaitForAsync();
    }

    [Fact]
    public async Task A_case_is_traced_beside_the_log_and_a_line_has_an_address_of_its_own()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledConsole.FilledAsync();
        var page = await FilledConsole.OpenAsync(browser, web);

        await page.Locator("[data-id='3'] .log-case").ClickAsync();
        await page.Locator("[data-step='FILLED']", new() { HasText = Samples.Hash.ToString() }).WaitForAsync();
        Assert.EndsWith($"/console?case={FilledConsole.CaseId}", page.Url, StringComparison.Ordinal);
        await page.Locator("[data-id='2'] .log-link").ClickAsync();

        await page.Locator("[data-id='2'][aria-current='true']").WaitForAsync();
        Assert.EndsWith("/console?line=2", page.Url, StringComparison.Ordinal);
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Copying_takes_what_is_shown_and_says_how_much_and_important_lines_are_announced_to_those_who_asked()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledConsole.FilledAsync();
        var page = await FilledConsole.OpenAsync(browser, web);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var said = page.Locator("[data-log-said]");

        await page.GetByLabel("Filter").FillAsync("line");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copied" }).WaitForAsync();
        Assert.Equal("1 line copied", await said.TextContentAsync());
        Assert.Equal("12:00:01  beta  ✕ NO READING  line 1", await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await FilledConsole.AppendAsync(web, 10, 10);
        await page.Locator("[data-id='4']").WaitForAsync();
        Assert.Equal("1 line copied", await said.TextContentAsync());
        await page.GetByLabel("announce important lines").CheckAsync();
        await FilledConsole.AppendAsync(web, 11, 11);

        await page.Locator("[role=status][data-log-said]", new() { HasText = "alpha: NO READING line 11" }).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.Empty(browser.Complaints);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Long_lines_wrap_until_the_switch_or_its_key_says_otherwise_and_the_browser_remembers_it(int width)
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledConsole.FilledAsync();
        await web.Journal.AppendAsync(Samples.Line(4) with { Reason = string.Join(' ', Enumerable.Repeat("connection refused", 40)) }, null, Cancel);
        var page = await FilledConsole.OpenAsync(browser, web, width);
        var wrap = page.GetByLabel("wrap lines");
        var wrapped = await LayoutAsync(page);

        await wrap.UncheckAsync();
        var unwrapped = await LayoutAsync(page);
        await Soundness.ExpectAsync(page, $"unwrapped at {width} px");
        await page.ReloadAsync();
        await page.GetByLabel("Filter").WaitForAsync();
        var remembered = (await wrap.IsCheckedAsync(), await LayoutAsync(page));
        await page.Keyboard.PressAsync("w");

        Assert.Equal((true, false), wrapped);
        Assert.Equal((false, true), unwrapped);
        Assert.Equal((false, unwrapped), remembered);
        Assert.Equal((true, wrapped), (await wrap.IsCheckedAsync(), await LayoutAsync(page)));
        Assert.Empty(browser.Complaints);
    }

    // Of the longest line: whether its text takes several rows, and whether the log scrolls sideways for it.
    private static async Task<(bool IsBroken, bool ScrollsSideways)> LayoutAsync(IPage page)
    {
        var found = await page.EvaluateAsync<bool[]>("""
            (() => {
              const [list, text] = [document.querySelector('[data-log-lines]'), document.querySelector("[data-id='4'] .log-text")];
              return [text.getBoundingClientRect().height > 40, list.scrollWidth > list.clientWidth];
            })()
            """);
        return (found[0], found[1]);
    }
}
