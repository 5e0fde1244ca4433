using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Keeper;
using Nectar.Tests.Support;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Api;

public sealed class StateApiTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task State_has_the_names_order_and_units_that_the_first_pages_read()
    {
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        web.Services.GetRequiredService<KeeperBoard>().Set(Samples.View(Samples.Position(Samples.Borrower, 9_342_000, "opens an auction")));
        var id = Guid.CreateVersion7(Samples.Now);
        await web.Journal.AppendAsync(Samples.Detected(id), Samples.Case(id, new CaseState.Detected()), Cancel);
        await web.Journal.AppendAsync(Samples.Liquidated(id), Samples.Case(id, new CaseState.Returned()), Cancel);

        var text = await web.Http.GetStringAsync(new Uri("/api/state", UriKind.Relative), Cancel);

        var who = $"{Samples.Borrower[..4]}..{Samples.Borrower[^4..]}";
        var depositor = Samples.KeyOf(9).AccountId;
        Assert.Equal(
            $$"""{"keepers":[{"name":"alpha","address":"{{Samples.Alpha}}","active":true}],"positions":[{"address":"{{Samples.Borrower}}","hf":0.9342000}],"events":["underwater: {{who}} hf=0.9312","filled auction: {{who}} profit 123456789 to vault"],"vault":{"total_usdc":600000000000,"total_shares":600000000000,"total_profit":1780052074,"active_liq":10000000000},"depositors":[{"address":"{{depositor}}","shares":10000000,"usdc_value":10029667,"pnl_pct":0.2966}],"liquidations":[{"user":"{{Samples.Borrower}}","block":120,"drew":5000000000,"proceeds":5123456789,"response_time_ms":30000,"ts":"2026-11-24T12:00:30Z"}]}""",
            text);
    }

    [Fact]
    public async Task Before_anything_is_known_lists_are_empty_and_the_body_is_not()
    {
        await using var web = await WebFixture.StartAsync(isReady: false);

        using var answer = await web.Http.GetAsync(new Uri("/api/state", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            """{"keepers":[],"positions":[],"events":[],"vault":null,"depositors":[],"liquidations":[]}""",
            await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_position_without_debt_has_no_health_factor_and_is_left_out()
    {
        await using var web = await WebFixture.StartAsync();
        web.Services.GetRequiredService<KeeperBoard>().Set(Samples.View(
            Samples.Position(Samples.Borrower, 11_000_000, "healthy"), Samples.Position("G", 1, "") with { Health = null }));

        using var state = JsonDocument.Parse(await web.Http.GetStringAsync(new Uri("/api/state", UriKind.Relative), Cancel));

        Assert.Equal(1.1m, Assert.Single(state.RootElement.GetProperty("positions").EnumerateArray()).GetProperty("hf").GetDecimal());
    }

    [Fact]
    public async Task Any_origin_may_read_and_none_may_write()
    {
        await using var web = await WebFixture.StartAsync();
        using var read = new HttpRequestMessage(HttpMethod.Get, "/api/state");
        read.Headers.Add("Origin", "https://elsewhere.example");
        using var answer = await web.Http.SendAsync(read, Cancel);
        using var written = await web.Http.PostAsync(new Uri("/api/state", UriKind.Relative), null, Cancel);

        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, written.StatusCode);
    }
}
