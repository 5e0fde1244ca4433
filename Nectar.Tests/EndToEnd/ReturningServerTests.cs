using Microsoft.Playwright;
using Nectar.Core.Units;
using Nectar.Web.Demo;

namespace Nectar.Tests.EndToEnd;

/// <summary>Pages that are open while the server is killed and another one takes its place.</summary>
public sealed class ReturningServerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_pages_come_back_by_themselves_and_what_was_typed_is_still_there()
    {
        await using var browser = await Browser.StartAsync();
        await using var first = RunningApp.Start();
        await first.WhenUpAsync(Cancel);
        var (home, vault) = (await browser.NewPageAsync(), await browser.NewPageAsync());
        vault.SetDefaultTimeout(120_000);
        await home.GotoAsync(first.Address.ToString());
        await home.GetByText("● FOLLOWING").WaitForAsync();
        await vault.GotoAsync(new Uri(first.Address, "/vault").ToString());
        await vault.GetByRole(AriaRole.Button, new() { Name = "Try it with a practice account" }).ClickAsync();
        await vault.Locator("#amount").FillAsync("12.5");
        await vault.GetByText("You get 12.5").WaitForAsync();

        await first.KillAsync();
        await home.GetByText("◐ RECONNECTING").WaitForAsync();
        await vault.GetByText("No connection: trying again.").WaitForAsync();
        Assert.True(await vault.Locator("#vault-title").IsVisibleAsync());
        await using var second = RunningApp.Start(port: first.Address.Port);

        await home.GetByText("● FOLLOWING").WaitForAsync(new() { Timeout = 120_000 });
        await home.Locator("[data-log-lines] .log-line").First.WaitForAsync();
        // A network of its own, on which the account is not there yet; the browser still has its key.
        await vault.GetByRole(AriaRole.Button, new() { Name = "Fund it with 10,000 XLM" }).ClickAsync();
        await vault.GetByRole(AriaRole.Button, new() { Name = "Add USDC trust line" }).ClickAsync();
        await vault.GetByRole(AriaRole.Button, new() { Name = "Sign with the practice account" }).ClickAsync();
        await vault.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await vault.GetByRole(AriaRole.Button, new() { Name = "Get 2,500 USDC to practise with" }).ClickAsync();
        await vault.Locator($"[data-figure='wallet-usdc'][title='{new Usdc(DemoFaucet.Gift)}']").WaitForAsync();
        Assert.Equal("12.5", await vault.Locator("#amount").InputValueAsync());
    }
}
