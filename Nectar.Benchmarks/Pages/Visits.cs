using Microsoft.Playwright;
using Nectar.Tests.EndToEnd;

namespace Nectar.Benchmarks.Pages;

/// <summary>What a browser shows of the home page and when, at once and over a slow network; how old a line is when it is shown; when a wallet is known not to be there.</summary>
internal static class Visits
{
    private const int Times = 20;
    private static readonly TimeSpan watch = TimeSpan.FromSeconds(60);

    // The page's content policy forbids what waiting for a condition evaluates: it is off for these visits.
    private static readonly BrowserNewContextOptions plain = new() { BypassCSP = true };

    // Times from the beginning of the navigation: when a line was first laid out, the connection stood, and a line came through it.
    private const string Noting = """
        window.noted = { ages: [] };
        const note = name => { window.noted[name] ??= performance.now(); };
        const look = () => {
          if (document.querySelector('.log-line')?.offsetHeight) note('line');
          if (document.querySelector('[data-log-state]')?.textContent.includes('● FOLLOWING')) note('following');
          if (!window.noted.following || !window.noted.line) requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
        new MutationObserver(changes => {
          for (const row of changes.flatMap(change => [...change.addedNodes])) {
            if (!row.classList?.contains('log-line-new')) continue;
            note('live');
            window.noted.ages.push(Date.now() - Date.parse(row.querySelector('time').dateTime));
          }
        }).observe(document, { childList: true, subtree: true });
        """;

    public static Task RunAsync(TextWriter output, CancellationToken cancel) => PagesSection.WithBrowserAsync("visits", output, async browser =>
    {
        await using var app = RunningApp.Start();
        using var http = new HttpClient();
        await MarketStart.UntilAsync(app.Address, () => app.IsUp, http, cancel);
        await VisitAsync(browser, app, "the loopback", null, output);
        // Lighthouse's slow 4G.
        await VisitAsync(browser, app, "150 ms of delay and 1.6 Mbit/s", new() { ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 1_600_000 / 8, ["uploadThroughput"] = 750_000 / 8 }, output);
        await WatchAsync(browser, app, output, cancel);
        await LookForWalletAsync(browser, app, output);
    });

    private static async Task VisitAsync(IBrowser browser, RunningApp app, string over, Dictionary<string, object>? network, TextWriter output)
    {
        var names = new[] { "paint", "line", "following", "live" };
        var noted = names.ToDictionary(n => n, _ => new List<double>());
        for (var n = 0; n < Times; n++)
        {
            await using var context = await browser.NewContextAsync(plain);
            var page = await context.NewPageAsync();
            if (network is not null)
            {
                var session = await context.NewCDPSessionAsync(page);
                await session.SendAsync("Network.enable");
                await session.SendAsync("Network.emulateNetworkConditions", network);
            }

            await page.AddInitScriptAsync(Noting);
            await page.GotoAsync(app.Address.ToString());
            await page.WaitForFunctionAsync("noted.live && noted.following && performance.getEntriesByName('first-contentful-paint').length");
            noted["paint"].Add(await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
            foreach (var name in names[1..])
            {
                noted[name].Add(await page.EvaluateAsync<double>($"noted.{name}"));
            }
        }

        await output.WriteLineAsync($"ms from the visit over {over} until something is painted: {Spread.Of(noted["paint"])}; a line of the log is laid out: {Spread.Of(noted["line"])}; the log follows: {Spread.Of(noted["following"])}; its first new line: {Spread.Of(noted["live"])}");
    }

    private static async Task WatchAsync(IBrowser browser, RunningApp app, TextWriter output, CancellationToken cancel)
    {
        var page = await browser.NewPageAsync(new() { BypassCSP = true });
        await page.AddInitScriptAsync(Noting);
        await page.GotoAsync(app.Address.ToString());
        await page.WaitForFunctionAsync("noted.live");
        // What was there before the connection stood is old, and rightly so.
        await page.EvaluateAsync("noted.ages.length = 0");
        await Task.Delay(watch, TimeProvider.System, cancel);
        await output.WriteLineAsync($"ms from a line's stamp until it is on the page: {Spread.Of(await page.EvaluateAsync<double[]>("noted.ages"))}");
        await page.CloseAsync();
    }

    private static async Task LookForWalletAsync(IBrowser browser, RunningApp app, TextWriter output)
    {
        var took = new List<double>();
        for (var n = 0; n < Times; n++)
        {
            await using var context = await browser.NewContextAsync(plain);
            var page = await context.NewPageAsync();
            await page.GotoAsync(new Uri(app.Address, "/vault").ToString());
            var wallet = page.Locator("[data-wallet]");
            var connect = page.GetByRole(AriaRole.Button, new() { Name = "Connect Freighter" });
            await connect.ClickAsync();
            var asked = TimeProvider.System.GetTimestamp();
            // Clicks before the circuit stands come to nothing.
            while (await wallet.GetAttributeAsync("data-wallet") == "Disconnected")
            {
                asked = TimeProvider.System.GetTimestamp();
                await connect.ClickAsync(new() { Timeout = 1_000, Force = true }).ContinueWith(_ => { }, TaskScheduler.Default);
            }

            await page.Locator("[data-wallet='NotInstalled']").WaitForAsync();
            took.Add(TimeProvider.System.GetElapsedTime(asked).TotalMilliseconds);
        }

        await output.WriteLineAsync($"ms from “Connect Freighter” until it is said that it is not there: {Spread.Of(took)}");
    }
}
