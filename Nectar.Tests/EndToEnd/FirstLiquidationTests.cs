using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Tests.Web.Api;
using Nectar.Web.Demo;
using Nectar.Web.Live;

namespace Nectar.Tests.EndToEnd;

public sealed class FirstLiquidationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_command_brings_a_liquidation_on_screen_with_the_chains_figures_and_ends_cleanly()
    {
        await using var browser = await Browser.StartAsync();
        await using var app = RunningApp.Start();
        await app.WhenUpAsync(Cancel);
        using var http = new HttpClient { BaseAddress = app.Address };
        await ExpectOriginalShapesAsync(http);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(app.Address.ToString());

        // In ledgers, since those do not depend on the machine: ten close in a second, so that 600 are a minute.
        await page.Locator("[data-figure='last']").WaitForAsync(new() { Timeout = 300_000 });
        using var state = System.Text.Json.JsonDocument.Parse(await http.GetStringAsync(new Uri("/api/state", UriKind.Relative), Cancel));
        Assert.InRange(state.RootElement.GetProperty("liquidations")[0].GetProperty("block").GetInt64(), 1, 600);
        await ExpectOriginalShapesAsync(http);
        await page.Locator("[data-log-lines] .log-line", new() { HasText = "FILLED" }).First.WaitForAsync();
        await page.Locator(".timeline li", new() { HasText = "DETECTED" }).First.WaitForAsync();

        // The market goes on meanwhile: the page has the chain's profit as soon as both were read between two fills.
        using var chain = Chain(app.Address);
        var vault = new VaultClient(VaultOfTheDemo());
        while (true)
        {
            var profit = (await chain.GetRequiredService<ISorobanServer>().ReadAsync(vault.GetState(), Cancel)).Profit;
            var shown = await page.Locator("[data-figure='profit']").First.GetAttributeAsync("title");
            if (profit.Stroops > 0 && shown == $"{Shown.Exact(profit)} USDC")
            {
                break;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Cancel);
        }

        Assert.Empty(browser.Complaints);
        Assert.Equal(0, await app.StopAsync(Cancel));
    }

    /// <summary>What the first Nectar's pages read, of the application as it runs: its figures and the first frames of its events.</summary>
    private static async Task ExpectOriginalShapesAsync(HttpClient http)
    {
        Assert.Empty(JsonShape.Faults(await http.GetStringAsync(new Uri("/api/state", UriKind.Relative), Cancel), OriginalShapes.State));
        Assert.Empty(JsonShape.Faults(await http.GetStringAsync(new Uri("/api/performance", UriKind.Relative), Cancel), OriginalShapes.Performance));
        using var events = new StreamReader(await http.GetStreamAsync(new Uri("/api/events?since=0", UriKind.Relative), Cancel));
        Assert.Equal(("retry: 2000", ""), (await events.ReadLineAsync(Cancel), await events.ReadLineAsync(Cancel)));
        for (var id = 1; id <= 4; id++)
        {
            Assert.Equal($"id: {id}", await events.ReadLineAsync(Cancel));
            var data = await events.ReadLineAsync(Cancel);
            Assert.StartsWith("data: ", data, StringComparison.Ordinal);
            Assert.Empty(JsonShape.Faults(data!["data: ".Length..], OriginalShapes.Event));
            Assert.Equal("", await events.ReadLineAsync(Cancel));
        }
    }

    private static ServiceProvider Chain(Uri app)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddNectarSorobanServer(o => o.Endpoints.Add(new Uri(app, "/rpc")));
        return services.BuildServiceProvider();
    }

    // Its address follows from its deployer's name.
    private static Nectar.Core.Units.ContractId VaultOfTheDemo() =>
        Network.Standalone.ContractIdOf(SCAddress.From(DemoPeople.KeyOf("admin").AccountId), DemoContracts.SaltOf(nameof(DemoContracts.Vault)));
}
