using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nectar.Tests.EndToEnd;

namespace Nectar.Benchmarks.Pages;

/// <summary>How long open pages need to come back once a killed server answers again.</summary>
internal static class Restart
{
    private const int Times = 5;

    public static Task RunAsync(TextWriter output, CancellationToken cancel) => PagesSection.WithBrowserAsync("restart", output, async browser =>
    {
        var (logs, vaults) = (new List<double>(), new List<double>());
        for (var n = 0; n < Times; n++)
        {
            var app = RunningApp.Start();
            await app.WhenUpAsync(cancel);
            // A context each: a tab behind another one waits longer.
            await using var contexts = await browser.NewContextAsync();
            await using var other = await browser.NewContextAsync();
            var (home, vault) = (await contexts.NewPageAsync(), await other.NewPageAsync());
            await home.GotoAsync(app.Address.ToString());
            await home.Locator("[data-log-state]", new() { HasText = "● FOLLOWING" }).WaitForAsync();
            await vault.GotoAsync(new Uri(app.Address, "/vault").ToString());
            await vault.GetByRole(AriaRole.Button, new() { Name = "Try it with a practice account" }).ClickAsync();
            // Once the page follows the account the browser keeps whose wallet it was.
            await vault.Locator("[data-wallet='Ready']").WaitForAsync();
            await vault.WaitForRequestAsync(new Regex("watch=G"));

            await app.KillAsync();
            await home.Locator("[data-log-state]", new() { HasText = "RECONNECTING" }).WaitForAsync();
            await using var next = RunningApp.Start(port: app.Address.Port);
            await next.WhenUpAsync(cancel);
            var up = TimeProvider.System.GetTimestamp();
            async Task<double> TimedAsync(Task back)
            {
                await back;
                return TimeProvider.System.GetElapsedTime(up).TotalMilliseconds;
            }

            var both = await Task.WhenAll(TimedAsync(home.Locator("[data-log-state]", new() { HasText = "● FOLLOWING" }).WaitForAsync()), TimedAsync(AnsweredAsync(vault)));
            logs.Add(both[0]);
            vaults.Add(both[1]);
            await app.DisposeAsync();
        }

        await output.WriteLineAsync($"ms from the server's answer after it was killed until the log follows again: {Spread.Of(logs)}; the vault's form answers again: {Spread.Of(vaults)}");
    });

    /// <summary>Until the page asks whoever it is to fund the practice account, which the new network does not know: its circuit stands.</summary>
    private static Task AnsweredAsync(IPage vault) => vault.Locator("[data-wallet='Unfunded']").WaitForAsync(new() { Timeout = 60_000 });
}
