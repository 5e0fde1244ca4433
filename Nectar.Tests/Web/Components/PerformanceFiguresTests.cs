using System.Globalization;
using AngleSharp.Html.Parser;
using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Tests.Web.Flow;

namespace Nectar.Tests.Web.Components;

/// <summary>The performance page's figures over the real contracts: each is what the chain or the journal says.</summary>
public sealed class PerformanceFiguresTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_figure_of_the_first_row_is_the_chains_or_the_journals()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var (vault, keeper) = (new VaultClient(demo.Contracts.Vault), demo.People.Keepers[0]);
        // A draw comes back with 500 USDC of profit, a tenth of it the keeper's; depositors get the rest as it vests.
        await demo.EarnAsync(new Usdc(500_0000000));
        await using var web = await WebFixture.StartAsync(network: DemoInUse.Of(demo) with { KnownDepositors = [.. demo.People.Depositors.Select(d => d.Address.ToString())] });
        var id = Guid.CreateVersion7(Samples.Now);
        await web.Journal.AppendAsync(Samples.Detected(id) with { Keeper = keeper.Key.AccountId }, Samples.Case(id, new CaseState.Detected()) with { Keeper = keeper.Key.AccountId }, Cancel);
        await web.Journal.AppendAsync(Samples.Liquidated(id) with { Keeper = keeper.Key.AccountId }, Samples.Case(id, new CaseState.Returned()) with { Keeper = keeper.Key.AccountId }, Cancel);
        await web.WhenVaultIsReadAsync();

        var figures = await FiguresAsync(web);
        var state = await demo.Server.ReadAsync(vault.GetState(), Cancel);
        var journal = (JournalQueries)web.Services.GetService(typeof(JournalQueries))!;

        Assert.Equal(new Usdc(450_0000000), state.Profit);
        Assert.Equal(TwoDecimals(state.TotalAssets), figures["In the vault"]);
        Assert.Equal((state.SharePriceE12 / 1_000_000).ToString(CultureInfo.InvariantCulture), figures["A share"].Replace(".", "", StringComparison.Ordinal));
        Assert.Equal("450.00", figures["Profit of depositors"]);
        Assert.Equal(TwoDecimals(state.Loss), figures["Losses"]);
        Assert.Equal(demo.People.Depositors.Count.ToString(CultureInfo.InvariantCulture), figures["Depositors"]);
        Assert.Equal((await journal.TalliesAsync(Cancel)).Sum(t => t.Liquidations).ToString(CultureInfo.InvariantCulture), figures["Liquidations here"]);
        Assert.Equal("1", figures["Liquidations here"]);
        Assert.Equal("n/a", figures["Realised APY"]);
    }

    private static string TwoDecimals(Usdc amount) => ((decimal)(amount.Stroops / 100_000) / 100).ToString("N2", CultureInfo.InvariantCulture);

    private static async Task<Dictionary<string, string>> FiguresAsync(WebFixture web)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await web.Http.GetStringAsync(new Uri("/performance", UriKind.Relative), Cancel), Cancel);
        return page.QuerySelectorAll(".kpis > .figure").ToDictionary(f => f.QuerySelector("dt")!.TextContent, f => f.QuerySelector(".figure-value")!.TextContent);
    }
}
