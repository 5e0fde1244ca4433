using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Token;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Units;
using Nectar.Tests.EndToEnd;
using Nectar.Tests.Support;
using Nectar.Tests.Web.Flow;
using Nectar.Web.Demo;
using Nectar.Web.History;

namespace Nectar.Tests.Web.Components;

/// <summary>What a vault that is months old shows of its yield: a network's ledgers close months apart, and each figure is reckoned here anew from the chain's prices.</summary>
public sealed class RealisedYearTests
{
    private const int VestingLedgers = 720;
    private readonly ShiftedClock clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Windows_liquidations_a_year_and_months_are_those_of_the_prices_on_the_chain()
    {
        await using var demo = await DemoNetwork.StartAsync(DeployedNetwork.Options, TimeProvider.System, NullLoggerFactory.Instance, Cancel);
        var now = clock.GetUtcNow();
        var month = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1);
        var prices = new List<decimal> { 1 };
        // A profit on the tenth of each of four months, of which the last is not over.
        foreach (var (place, profit) in new[] { 500, 200, 900, 800 }.Index())
        {
            await GoToAsync(demo, month.AddMonths(place).AddDays(9));
            prices.Add(await EarnAsync(demo, profit));
        }

        await GoToAsync(demo, month.AddMonths(3).AddDays(21));
        await using var web = await WebFixture.StartAsync(
            network: DemoInUse.Of(demo), configure: b => b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        await web.WhenVaultIsReadAsync();
        while (web.Services.GetRequiredService<VaultHistory>().Moments is not { Count: > 0 } moments || moments.Count(m => m.Happened is VaultEvent.Returned) < 4 || moments[^1].Happened is not VaultEvent.Deposited)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        }

        var (vault, performance) = (await PageAsync(web, "/vault"), await PageAsync(web, "/performance"));

        var year = (decimal)(Math.Pow((double)(prices[4] / prices[3]), 365d / 30) - 1);
        var shown = Rounded(year);
        var growths = Enumerable.Range(0, 3).Select(i => Growth(prices[i], prices[i + 1])).Order().ToList();
        Assert.All(new[] { vault, performance }, page =>
        {
            Assert.Equal("0 % by 0 liquidations, 0.00 % a year", Line(page, "7"));
            Assert.Equal($"{Exact(Growth(prices[3], prices[4]))} by 1 liquidation, {shown} a year", Line(page, "30"));
            Assert.StartsWith($"{Exact(Growth(prices[0], prices[4]))} by 4 liquidations, ", page.QuerySelector("[data-figure='growth'] > div:nth-child(3) dd")!.TextContent, StringComparison.Ordinal);
            Assert.Equal($"median {Exact(growths[1])}, worst {Exact(growths[0])}, of 3 whole months", page.QuerySelector("[data-figure='months']")!.TextContent);
        });
        var figure = performance.QuerySelector("[data-figure='yearly']")!;
        Assert.Equal(shown, figure.TextContent);
        Assert.Equal("(price now / price then)^(365 / days) − 1 over the last 30 d", figure.NextElementSibling!.TextContent);
        Assert.InRange(year, 0.05m, 0.15m);
    }

    // A ledger of that time closes.
    private async Task GoToAsync(DemoNetwork demo, DateTimeOffset time)
    {
        var seconds = (uint)(time - clock.GetUtcNow()).TotalSeconds;
        await demo.Network.CloseLedgersAsync(1, seconds, Cancel);
        clock.Ahead += TimeSpan.FromSeconds(seconds);
    }

    // A draw comes back with a profit, which vests in an hour; a deposit after it. Gives the price of a share then.
    private async Task<decimal> EarnAsync(DemoNetwork demo, int profit)
    {
        var (vault, keeper, alice) = (new VaultClient(demo.Contracts.Vault), demo.People.Keepers[0], demo.People.Depositors[0]);
        await keeper.CallAsync(vault.Draw(keeper.Address, new Usdc(1_000_0000000)), Cancel);
        await demo.People.Issuer.CallAsync(new TokenClient(demo.Contracts.Usdc).Mint(keeper.Address, profit * 10_000_000L), Cancel);
        await keeper.CallAsync(vault.ReturnProceeds(keeper.Address, new Usdc((1_000 + profit) * 10_000_000L)), Cancel);
        await demo.Network.CloseLedgersAsync(VestingLedgers, 5, Cancel);
        clock.Ahead += TimeSpan.FromSeconds(VestingLedgers * 5);
        await demo.People.Issuer.CallAsync(new TokenClient(demo.Contracts.Usdc).Mint(alice.Address, 10_0000000), Cancel);
        await alice.CallAsync(vault.Deposit(alice.Address, new Usdc(10_0000000)), Cancel);
        var state = await demo.Server.ReadAsync(vault.GetState(), Cancel);
        Assert.Equal(Usdc.Zero, state.Unvested);
        return (decimal)state.SharePriceE12 / 1_000_000_000_000;
    }

    // In millionths, rounded down.
    private static decimal Growth(decimal then, decimal now) => Math.Floor(((now / then) - 1) * 1_000_000);

    private static string Exact(decimal millionths) => $"{(millionths / 10_000).ToString("0.####", CultureInfo.InvariantCulture)} %";

    private static string Rounded(decimal rate) => $"{(rate * 100).ToString("0.00", CultureInfo.InvariantCulture)} %";

    private static string Line(IParentNode page, string days) => page.QuerySelector($"[data-figure='growth'] [data-days='{days}']")!.TextContent;

    private static async Task<IDocument> PageAsync(WebFixture web, string path) =>
        await new HtmlParser().ParseDocumentAsync(await web.Http.GetStringAsync(new Uri(path, UriKind.Relative), Cancel), Cancel);
}
