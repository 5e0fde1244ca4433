using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Keeper;
using Nectar.Tests.Support;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Api;

public sealed class OriginalShapesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Shapes => new() { { "/api/state", OriginalShapes.State }, { "/api/performance", OriginalShapes.Performance } };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Every_field_is_there_before_the_network_before_the_first_liquidation_and_after_it(string path, string shape)
    {
        await using var web = await WebFixture.StartAsync(isReady: false);
        await ExpectAsync();
        web.Services.GetRequiredService<NetworkStart>().Complete(Samples.Network());
        await ExpectAsync();
        await web.WhenVaultIsReadAsync();
        web.Services.GetRequiredService<KeeperBoard>().Set(Samples.View(Samples.Position(Samples.Borrower, 9_342_000, "opens an auction")));
        await ExpectAsync();
        var id = Guid.CreateVersion7(Samples.Now);
        await web.Journal.AppendAsync(Samples.Detected(id), Samples.Case(id, new CaseState.Detected()), Cancel);
        await web.Journal.AppendAsync(Samples.Liquidated(id), Samples.Case(id, new CaseState.Returned()), Cancel);
        await ExpectAsync();

        async Task ExpectAsync()
        {
            using var answer = await web.Http.GetAsync(new Uri(path, UriKind.Relative), Cancel);
            Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
            Assert.Empty(JsonShape.Faults(await answer.Content.ReadAsStringAsync(Cancel), shape));
        }
    }

    [Theory]
    [InlineData("""{"name":"a","address":"G","active":true}""")]
    [InlineData("""{"name":null}""")]
    [InlineData("""{"address":1,"name":"a"}""")]
    [InlineData("""[]""")]
    [InlineData("""{"name":"a","address":1.5}""")]
    [InlineData("""{"name":"a","address":"1"}""")]
    public void A_shape_refuses_what_has_another_name_order_kind_or_unit(string answer) =>
        Assert.NotEmpty(JsonShape.Faults(answer, """{ "name": "text", "address": "whole" }"""));

    [Theory]
    [InlineData("/api/state")]
    [InlineData("/api/performance")]
    [InlineData("/api/events")]
    public async Task Whoever_asks_what_is_allowed_is_answered_without_a_body(string path)
    {
        await using var web = await WebFixture.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Options, path);
        using var asked = new HttpRequestMessage(HttpMethod.Options, path);
        asked.Headers.Add("Origin", "https://elsewhere.example");
        asked.Headers.Add("Access-Control-Request-Method", "GET");

        using var plain = await web.Http.SendAsync(request, Cancel);
        using var preflight = await web.Http.SendAsync(asked, Cancel);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (plain.StatusCode, preflight.StatusCode));
        Assert.Equal("*", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("GET,OPTIONS", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Methods")));
    }
}
