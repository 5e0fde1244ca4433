using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Tests.Web;
using Nectar.Web.Rewind;

namespace Nectar.Tests.EndToEnd;

public sealed class RewindInBrowserTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

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

        foreach (var path in new[] { RewindTime.LinkTo(At(25)), "/rewind", "/rewind?t=1", RewindTime.LinkTo(At(31)) })
        {
            await page.GotoAsync(new Uri(web.Address, path).ToString());
            await page.Locator("[data-moment]").WaitForAsync();
            await Soundness.ExpectAsync(page, $"{path} at {width} px");
        }

        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task The_keyboard_alone_scrubs_in_place_and_the_address_can_be_sent_on()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledAsync();
        var page = await browser.NewPageAsync();
        var loads = 0;
        page.Load += (_, _) => loads++;
        await page.GotoAsync(new Uri(web.Address, $"{RewindTime.LinkTo(At(25))}&from=console").ToString());
        await page.Locator("[data-moment]").WaitForAsync();
        await page.Locator("#scrub").FocusAsync();

        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        await ShowsAsync(page, 23);
        await page.Keyboard.PressAsync("ArrowRight");
        await ShowsAsync(page, 24);
        Assert.Equal("2026-11-24 12:00:24 UTC", await page.Locator("#scrub").GetAttributeAsync("aria-valuetext"));
        await page.GetByRole(AriaRole.Link, new() { Name = "+10 s" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await ShowsAsync(page, 34);
        await page.GetByRole(AriaRole.Link, new() { Name = "previous event" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await ShowsAsync(page, 30);
        await page.Keyboard.PressAsync("Enter");
        await ShowsAsync(page, 29);
        Assert.Equal("2026-11-24 12:00:29 UTC", (await page.Locator("[data-rewind-said]").TextContentAsync())!);
        await page.WaitForURLAsync(url => url.EndsWith("/rewind?t=2026-11-24T12:00:29Z&from=console", StringComparison.Ordinal));
        Assert.Equal(1, loads);

        var other = await browser.NewPageAsync();
        await other.GotoAsync(page.Url);
        await ShowsAsync(other, 29);
        await other.Locator("[data-live]").ClickAsync();
        await other.Locator("#console-title").WaitForAsync();
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Dragged_quickly_it_ends_at_the_second_where_it_was_let_go_with_all_parts_of_that_second()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(web.Address, RewindTime.LinkTo(At(31))).ToString());
        await page.Locator("[data-moment]").WaitForAsync();

        await page.EvaluateAsync("""
            first => {
              const slider = document.getElementById('scrub');
              for (const second of [30, 3, 28, 9, 21, 15, 2, 7]) {
                slider.value = first + second;
                slider.dispatchEvent(new Event('input', { bubbles: true }));
              }
            }
            """, Samples.Now.ToUnixTimeSeconds());

        await ShowsAsync(page, 7);
        Assert.Equal("7", await page.Locator(".log-marked").GetAttributeAsync("data-id"));
        Assert.Equal(Enumerable.Repeat("12:00:07", 4), (await page.Locator(".badge-rewound").AllTextContentsAsync()).Select(t => t.Trim().Split(' ')[^1]));
        await page.WaitForURLAsync(url => url.Contains("/rewind?t=2026-11-24T12:00:07Z", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_scripts_slider_field_and_steps_are_forms_and_links()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledAsync();
        var page = await browser.NewPageAsync(hasScripts: false);
        await page.GotoAsync(new Uri(web.Address, RewindTime.LinkTo(At(25))).ToString());

        await page.Locator("#scrub").FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show this second" }).ClickAsync();
        await ShowsAsync(page, 24);
        await page.GetByLabel("UTC", new() { Exact = true }).FillAsync("2026-11-24T12:00:11Z");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go" }).ClickAsync();
        await ShowsAsync(page, 11);
        await page.GetByRole(AriaRole.Link, new() { Name = "next event" }).ClickAsync();
        await ShowsAsync(page, 12);
        await page.Locator(".log-marked .log-case").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Rewind to this line" }).ClickAsync();
        await ShowsAsync(page, 12);
    }

    private static DateTimeOffset At(int second) => Samples.Now.AddSeconds(second);

    private static Task ShowsAsync(IPage page, int second) => page.Locator($"[data-moment='{At(second).ToUnixTimeSeconds()}']").WaitForAsync();

    // A line a second up to a liquidation, which ends in second 30.
    private static async Task<WebFixture> FilledAsync()
    {
        var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        for (var n = 1; n <= 28; n++)
        {
            await web.Journal.AppendAsync(Samples.Line(n), null, Cancel);
        }

        var id = Guid.CreateVersion7(Samples.Now);
        await web.Journal.AppendAsync(Samples.Detected(id) with { At = At(29) }, Samples.Case(id, new CaseState.Detected()), Cancel);
        await web.Journal.AppendAsync(Samples.Liquidated(id), Samples.Case(id, new CaseState.Returned()), Cancel);
        await web.Services.GetRequiredService<PositionJournal>().RecordAsync(
            Samples.Pool,
            [
                new(Samples.Borrower, new LedgerNumber(90), At(5), new Ratio(12_500_000), new Worth(1_000_0000000), new Worth(900_0000000)),
                new(Samples.Borrower, new LedgerNumber(100), At(24), new Ratio(9_500_000), new Worth(900_0000000), new Worth(900_0000000)),
                new(Samples.KeyOf(44).AccountId.ToString(), new LedgerNumber(101), At(24), new Ratio(10_900_000), new Worth(900_0000000), new Worth(700_0000000)),
            ],
            Cancel);
        return web;
    }
}
