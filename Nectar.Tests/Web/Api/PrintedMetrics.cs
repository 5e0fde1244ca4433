using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Tests.Support;
using Nectar.Tests.Web.Flow;
using Nectar.Web.Alerting;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Api;

/// <summary>What <c>/metrics</c> prints once all has been read that there is a metric of: every metric has a sample.</summary>
internal static class PrintedMetrics
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<string> AllAsync()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var keeper = demo.KeepersAt(TimeSpan.FromSeconds(5))[0];
        await using var web = await WebFixture.StartAsync(network: DemoInUse.Of(demo) with { Keepers = [keeper] });
        await web.WhenVaultIsReadAsync();
        var id = Guid.CreateVersion7(Samples.Now);
        await web.Journal.AppendAsync(Samples.Liquidated(id), Samples.Case(id, new CaseState.Returned()), Cancel);
        web.Services.GetRequiredService<KeeperBoard>().Set(Samples.View(Samples.Position(Samples.Borrower, 9_000_000, "")) with
        {
            Keeper = keeper.Account,
            Prices = [new PriceRow(demo.Contracts.Tokens[0], new Worth(1_0000000), Samples.Now, null) { Age = TimeSpan.FromSeconds(7) }],
        });
        await web.Services.GetRequiredService<AlertFactsReader>().ReadAsync(Cancel);
        return await web.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancel);
    }
}
