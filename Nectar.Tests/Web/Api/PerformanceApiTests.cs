using Nectar.Core.Keeper;
using Nectar.Tests.Support;

namespace Nectar.Tests.Web.Api;

public sealed class PerformanceApiTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Performance_has_the_names_order_and_units_that_the_first_pages_read()
    {
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        var id = Guid.CreateVersion7(Samples.Now);
        await web.Journal.AppendAsync(Samples.Detected(id), Samples.Case(id, new CaseState.Detected()), Cancel);
        await web.Journal.AppendAsync(Samples.Liquidated(id), Samples.Case(id, new CaseState.Returned()), Cancel);

        var text = await web.Http.GetStringAsync(new Uri("/api/performance", UriKind.Relative), Cancel);

        Assert.Equal(
            $$$"""{"vault":{"total_usdc":600000000000,"total_shares":600000000000,"total_profit":1780052074,"active_liq":10000000000},"depositors":[{"address":"{{{Samples.KeyOf(9).AccountId}}}","shares":10000000,"usdc_value":10029667,"pnl_pct":0.2966}],"keeper_stats":{"alpha":{"name":"alpha","address":"{{{Samples.Alpha}}}","liquidations":1,"total_profit":123456789}},"liquidations":[{"user":"{{{Samples.Borrower}}}","block":120,"drew":5000000000,"proceeds":5123456789,"response_time_ms":30000,"ts":"2026-11-24T12:00:30Z"}]}""",
            text);
    }

    [Fact]
    public async Task A_keeper_that_has_written_nothing_yet_is_there_with_nothing_done()
    {
        await using var web = await WebFixture.StartAsync();

        var text = await web.Http.GetStringAsync(new Uri("/api/performance", UriKind.Relative), Cancel);

        Assert.EndsWith(
            $$$"""
            "keeper_stats":{"alpha":{"name":"alpha","address":"{{{Samples.Alpha}}}","liquidations":0,"total_profit":0}},"liquidations":[]}
            """,
            text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_keepers_of_one_name_are_both_there()
    {
        await using var web = await WebFixture.StartAsync();
        await web.Journal.AppendAsync(Samples.Line(1), null, Cancel);
        await web.Journal.AppendAsync(Samples.Line(2, Samples.Beta) with { KeeperName = "alpha" }, null, Cancel);

        using var performance = System.Text.Json.JsonDocument.Parse(await web.Http.GetStringAsync(new Uri("/api/performance", UriKind.Relative), Cancel));

        var addresses = performance.RootElement.GetProperty("keeper_stats").EnumerateObject().Select(k => k.Value.GetProperty("address").GetString());
        Assert.Equal(new[] { Samples.Alpha.ToString(), Samples.Beta.ToString() }.Order(), addresses.Order());
    }
}
