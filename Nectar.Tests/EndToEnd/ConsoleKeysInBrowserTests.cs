using Microsoft.Playwright;
using Nectar.Tests.Web;

namespace Nectar.Tests.EndToEnd;

/// <summary>The console by its keys alone: each is pressed, and what it does is read from the page.</summary>
public sealed class ConsoleKeysInBrowserTests
{
    private const string Filled = "FILLED";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task g_goes_to_the_oldest_line_and_G_to_the_newest_in_either_order(bool isNewestFirst)
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledConsole.FilledAsync();
        await FilledConsole.AppendAsync(web, 4, 80);
        var page = await FilledConsole.OpenAsync(browser, web);
        if (isNewestFirst)
        {
            await page.GetByLabel("newest first").CheckAsync();
            await page.GetByLabel("newest first").BlurAsync();
        }

        await page.Keyboard.PressAsync("g");
        var oldest = (await IsInViewAsync(page, 1), await IsInViewAsync(page, 80));
        await page.Keyboard.PressAsync("G");

        Assert.Equal((true, false), oldest);
        Assert.Equal((false, true), (await IsInViewAsync(page, 1), await IsInViewAsync(page, 80)));
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task e_leaves_errors_alone_and_brings_the_others_back_and_c_copies_what_is_shown()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledConsole.FilledAsync();
        var page = await FilledConsole.OpenAsync(browser, web);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await page.Keyboard.PressAsync("e");
        Assert.Equal("errors", await page.Locator("[data-log-level]").InputValueAsync());
        Assert.Equal("1", await FilledConsole.IdsAsync(page));
        await page.Keyboard.PressAsync("c");
        await page.GetByText("1 line copied").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var errors = await ClipboardAsync(page);
        await page.Keyboard.PressAsync("e");
        Assert.Equal("1 2 3", await FilledConsole.IdsAsync(page));
        await page.Keyboard.PressAsync("c");
        await page.GetByText("3 lines copied").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        Assert.Equal("12:00:01  beta  ✕ NO READING  line 1", errors);
        var all = (await ClipboardAsync(page)).Split('\n');
        Assert.Equal((3, errors), (all.Length, all[0]));
        Assert.Contains(Filled, all[2], StringComparison.Ordinal);
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Space_pauses_and_slash_leads_to_the_filter_and_in_a_field_every_key_is_a_letter()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledConsole.FilledAsync();
        var page = await OpenLongAsync(browser, web);
        var pause = page.Locator("[data-log-pause]");

        await page.Keyboard.PressAsync("Space");
        var paused = await pause.GetAttributeAsync("aria-pressed");
        await page.Keyboard.PressAsync("Space");
        Assert.Equal(("true", "false"), (paused, await pause.GetAttributeAsync("aria-pressed")));
        await page.Keyboard.PressAsync("/");
        var before = await StandAsync(page);
        // Matches every line, so that the list is what it was.
        await page.Keyboard.TypeAsync("/g|G|e|c|w| /");
        Assert.Equal("/g|G|e|c|w| /", await page.GetByLabel("Filter").InputValueAsync());
        Assert.Equal(before, await StandAsync(page));
        await page.GetByLabel("Filter").FillAsync("");
        await page.Keyboard.TypeAsync("?");

        Assert.Equal("?", await page.GetByLabel("Filter").InputValueAsync());
        Assert.False(await page.GetByRole(AriaRole.Dialog).IsVisibleAsync());
        Assert.Equal("untouched", await ClipboardAsync(page));
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Who_turns_the_keys_off_has_them_off_also_at_the_next_visit()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledConsole.FilledAsync();
        var page = await OpenLongAsync(browser, web);

        await page.Keyboard.PressAsync("?");
        await page.GetByLabel("keys act on the log").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await ExpectNoKeyActsAsync(page);
        await page.ReloadAsync();
        await FilledConsole.WhenFollowingAsync(page);

        await ExpectNoKeyActsAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keys" }).ClickAsync();
        Assert.False(await page.GetByLabel("keys act on the log").IsCheckedAsync());
        await page.GetByLabel("keys act on the log").CheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("[data-log-lines]").FocusAsync();
        await page.Keyboard.PressAsync("e");
        Assert.Equal("errors", await page.Locator("[data-log-level]").InputValueAsync());
        Assert.Equal("untouched", await ClipboardAsync(page));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task The_help_takes_the_focus_lets_no_key_through_is_sound_and_gives_the_focus_back(int width)
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FilledConsole.FilledAsync();
        var page = await FilledConsole.OpenAsync(browser, web, width);
        var help = page.GetByRole(AriaRole.Dialog, new() { Name = "Keys of the log" });

        await page.Locator("[data-log-lines]").FocusAsync();
        await page.Keyboard.PressAsync("?");
        await help.WaitForAsync();
        Assert.True(await HasFocusAsync(help));
        await Soundness.ExpectAsync(page, $"help at {width} px");
        // The text of a window gives the focus to nothing.
        await help.GetByRole(AriaRole.Heading).ClickAsync();
        var before = await StandAsync(page);
        await page.Keyboard.PressAsync("e");
        await page.Keyboard.PressAsync("Space");
        Assert.Equal(before, await StandAsync(page));
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await help.IsVisibleAsync());
        Assert.True(await HasFocusAsync(page.Locator("[data-log-lines]")));

        var button = page.GetByRole(AriaRole.Button, new() { Name = "Keys" });
        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await help.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        Assert.False(await help.IsVisibleAsync());
        Assert.True(await HasFocusAsync(button));
        Assert.Empty(browser.Complaints);
    }

    // More lines than fit, and a clipboard of which it is known what it holds.
    private static async Task<IPage> OpenLongAsync(Browser browser, WebFixture web)
    {
        await FilledConsole.AppendAsync(web, 4, 80);
        var page = await FilledConsole.OpenAsync(browser, web);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.EvaluateAsync("navigator.clipboard.writeText('untouched')");
        return page;
    }

    private static async Task ExpectNoKeyActsAsync(IPage page)
    {
        await page.Locator("[data-log-lines]").FocusAsync();
        var before = await StandAsync(page);
        foreach (var key in new[] { "g", "e", "w", "c", "/", "?" })
        {
            await page.Keyboard.PressAsync(key);
        }

        Assert.Equal(before, await StandAsync(page));
        Assert.False(await page.GetByRole(AriaRole.Dialog).IsVisibleAsync());
        Assert.True(await HasFocusAsync(page.Locator("[data-log-lines]")));
    }

    // All that keys change: the end that is in view, the level, whether lines wrap and wait, and what was said.
    private static Task<string> StandAsync(IPage page) => page.EvaluateAsync<string>("""
        ['lines', 'level', 'wrap', 'pause', 'said'].map(name => document.querySelector(`[data-log-${name}]`))
          .map((e, i) => [() => e.scrollTop, () => e.value, () => e.checked, () => e.getAttribute('aria-pressed'), () => e.textContent][i]()).join('; ')
        """);

    private static Task<string> ClipboardAsync(IPage page) => page.EvaluateAsync<string>("navigator.clipboard.readText()");

    private static Task<bool> HasFocusAsync(ILocator element) => element.EvaluateAsync<bool>("e => e === document.activeElement || e.contains(document.activeElement)");

    private static Task<bool> IsInViewAsync(IPage page, long line) => page.EvaluateAsync<bool>("""
        id => {
          const list = document.querySelector('[data-log-lines]').getBoundingClientRect();
          const row = document.querySelector(`[data-log-lines] > [data-id='${id}']`).getBoundingClientRect();
          return row.top >= list.top - 1 && row.bottom <= list.bottom + 1;
        }
        """, line);
}
