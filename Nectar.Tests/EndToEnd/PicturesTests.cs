using Microsoft.Playwright;

namespace Nectar.Tests.EndToEnd;

/// <summary>
/// Draws pages of a running network for people to look at: <c>docs/screenshot.sh</c>. Run when it is asked for
/// alone, since it takes minutes; what every page owes is looked at by the way, with real figures in it.
/// </summary>
public sealed class PicturesTests
{
    private const string Key = "a key of the pictures alone";
    private const float Patience = 240_000;

    // A picture of the whole page has no bottom of the window, and nothing in it is left out because nobody has scrolled there.
    private const string Still = "@media (max-width: 640px) { body { position: relative } .topbar nav { position: absolute !important } } .log-line { content-visibility: visible !important }";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task The_home_page_is_drawn_with_its_first_liquidation()
    {
        var file = Environment.GetEnvironmentVariable("NECTAR_PICTURE") ?? throw new InvalidOperationException("NECTAR_PICTURE must name a file for the picture");
        await using var browser = await Browser.StartAsync();
        await using var app = RunningApp.Start();
        await app.WhenUpAsync(Cancel);
        var page = await browser.NewPageAsync(height: 1500);
        page.SetDefaultTimeout(Patience);
        await page.GotoAsync(app.Address.ToString());
        await page.Locator("[data-figure='last']").WaitForAsync();
        await page.Locator("#log .badge-live").WaitForAsync();

        await page.ScreenshotAsync(new() { Path = file });

        Assert.Empty(browser.Complaints);
    }

    [Fact(Explicit = true)]
    public async Task Every_page_is_drawn_in_its_states_at_three_widths()
    {
        var folder = Environment.GetEnvironmentVariable("NECTAR_PICTURES") ?? throw new InvalidOperationException("NECTAR_PICTURES must name a folder for the pictures");
        await using var browser = await Browser.StartAsync();
        await using var app = RunningApp.Start(new Dictionary<string, string> { ["NECTAR_OPERATOR_KEY"] = Key, ["NECTAR_ALERT_SLACK"] = "https://hooks.slack.com/services/pictures" });
        await app.WhenUpAsync(Cancel);
        foreach (var width in new[] { 360, 768, 1280 })
        {
            var page = await browser.NewPageAsync(width);
            page.SetDefaultTimeout(Patience);
            await DrawAsync(page, app, "home", width, "/", "[data-figure='last']");
            await DrawAsync(page, app, "performance", width, "/performance", ".liquidations tbody tr");
            await DrawAsync(page, app, "liquidation", width, (await page.Locator(".liquidations tbody a[href^='/liquidations/']").First.GetAttributeAsync("href"))!, ".race-svg");
            await page.GotoAsync(new Uri(app.Address, "/performance").ToString());
            await DrawAsync(page, app, "position", width, (await page.Locator(".liquidations tbody a[href^='/positions/']").First.GetAttributeAsync("href"))!, ".health-svg");
            await GoAsync(page, app, "/rewind", "[data-event='before']", () => page.Locator("[data-event='before']").ClickAsync());
            await DrawAsync(page, app, "rewind", width, new Uri(page.Url).PathAndQuery, ".rewound-positions tbody tr");
            await page.GotoAsync(new Uri(app.Address, "/performance").ToString());
            await DrawAsync(page, app, "vault-watch", width, (await page.Locator(".depositors a[href^='/vault?watch=']").First.GetAttributeAsync("href"))!, "[data-receipts]");
            await DrawAsync(page, app, "features", width, "/features", "details[open]");
            await DrawVaultAsync(page, app, width);
            await DrawAsync(page, app, "transaction", width, $"/transactions/{await page.Locator("[data-hash]").GetAttributeAsync("data-hash")}", "pre");
            await DrawConsoleAsync(page, app, width);
            await DrawSandboxAsync(page, app, width);
            await DrawAsync(page, app, "error", width, "/error", "h1");
            await DrawAsync(page, app, "not-found", width, "/not-found", "h1");
        }

        Assert.Empty(browser.Complaints);

        Task DrawAsync(IPage page, RunningApp app, string name, int width, string path, string until) => GoAsync(page, app, path, until, () => ShootAsync(page, name, width));

        async Task DrawVaultAsync(IPage page, RunningApp app, int width)
        {
            await GoAsync(page, app, "/vault", "button:enabled:text('Connect Freighter')", () => ShootAsync(page, "vault", width));
            await page.GetByRole(AriaRole.Button, new() { Name = "Try it with a practice account" }).ClickAsync();
            await page.Locator("[data-figure='wallet-usdc'][title='2500.0000000']").WaitForAsync();
            await page.Locator("#amount").FillAsync("1200.5");
            await page.Locator("[data-figure='preview']").WaitForAsync();
            await ShootAsync(page, "vault-connected", width);
            await page.GetByRole(AriaRole.Button, new() { Name = "Review deposit" }).ClickAsync();
            await page.Locator("[data-flow='Reviewing']").WaitForAsync();
            await ShootAsync(page, "vault-review", width);
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign with the practice account" }).ClickAsync();
            await page.Locator("[data-flow='Confirmed'], [data-flow='Stopped']").First.WaitForAsync();
            await page.Locator("[data-figure='position-value']:not([title='0.0000000'])").WaitForAsync();
            await ShootAsync(page, "vault-done", width);
        }

        async Task DrawConsoleAsync(IPage page, RunningApp app, int width)
        {
            await GoAsync(page, app, "/console", ".console-log .badge-live", () => ShootAsync(page, "console", width));
            await page.GetByLabel("Sign-in key").FillAsync(Key);
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
            await page.Locator("[data-operate='alpha']").WaitForAsync();
            await page.Locator(".log-case").First.ClickAsync();
            await page.Locator("[data-step]").First.WaitForAsync();
            await ShootAsync(page, "console-signed-in", width);
        }

        async Task DrawSandboxAsync(IPage page, RunningApp app, int width)
        {
            await GoAsync(page, app, "/sandbox", "#shock-seed", () => ShootAsync(page, "sandbox", width));
            await page.GetByRole(AriaRole.Button, new() { Name = "Let it fall" }).ClickAsync();
            await page.Locator(".positions tbody tr").First.WaitForAsync();
            await ShootAsync(page, "sandbox-run", width);
            // One address has one run at a time: the next width needs the place.
            await page.GetByRole(AriaRole.Button, new() { Name = "Stop it" }).ClickAsync();
            await page.Locator("[data-over]").WaitForAsync();
            await ShootAsync(page, "sandbox-over", width);
        }

        async Task ShootAsync(IPage page, string name, int width)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true, Style = Still });
            await Soundness.ExpectAsync(page, $"{name} at {width} px");
        }
    }

    private static async Task GoAsync(IPage page, RunningApp app, string path, string until, Func<Task> then)
    {
        await page.GotoAsync(new Uri(app.Address, path).ToString());
        await page.Locator(until).First.WaitForAsync();
        await then();
    }
}
