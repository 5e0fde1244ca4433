using System.Net;
using Nectar.Tests.Support;
using Nectar.Tests.Web.Flow;

namespace Nectar.Tests.Web.Components;

public sealed class VaultPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_wallet_the_document_itself_holds_figures_settings_and_risks()
    {
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();

        var page = await GetAsync(web, "/vault");

        Assert.Contains("60,000.00", page, StringComparison.Ordinal);
        Assert.Contains("1.002966", page, StringComparison.Ordinal);
        Assert.Contains("What can go wrong", page, StringComparison.Ordinal);
        Assert.Contains("Connect Freighter", page, StringComparison.Ordinal);
        Assert.Contains("No curve: the vault", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_address_can_be_watched_with_the_chains_figures()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        await using var web = await WebFixture.StartAsync(network: DemoInUse.Of(demo));
        await web.WhenVaultIsReadAsync();
        var alice = demo.People.Depositors[0].Address.ToString();

        var page = await GetAsync(web, $"/vault?watch={alice}");
        var islands = await GetAsync(web, $"/live/vault?watch={alice}");

        Assert.All(new[] { page, islands }, html => Assert.Contains("data-figure=\"position-value\" title=\"60000.0000000\"", html, StringComparison.Ordinal));
        // The network was loaded from a dump, so that the vault's first events are not there: nothing is made up for them.
        Assert.Contains("n/a", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "is no address")]
    [InlineData("GAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "is no address")]
    public async Task An_address_that_is_none_is_told_with_the_rule(string watch, string problem)
    {
        await using var web = await WebFixture.StartAsync();

        Assert.Contains(problem, await GetAsync(web, $"/vault?watch={watch}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_changing_parts_can_be_fetched_alone()
    {
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        var (page, islands) = (await GetAsync(web, "/vault"), await GetAsync(web, "/live/vault"));

        Assert.All(new[] { "strip", "summary", "position", "chart", "exposure" }, name =>
        {
            Assert.Contains($"data-island=\"{name}\"", page, StringComparison.Ordinal);
            Assert.Contains($"data-island=\"{name}\"", islands, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Nobody_may_frame_a_page_that_asks_for_signatures()
    {
        await using var web = await WebFixture.StartAsync();

        using var answer = await web.Http.GetAsync(new Uri("/vault", UriKind.Relative), Cancel);

        Assert.Contains("frame-ancestors 'none'", string.Join(';', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transaction_is_shown_as_the_chain_has_it_and_one_that_is_not_there_as_missing()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        await using var web = await WebFixture.StartAsync(network: DemoInUse.Of(demo));
        var funded = await demo.Network.FundAsync(Samples.KeyOf(99).AccountId, 50_000_000, Cancel);

        Assert.Contains("in a ledger, succeeded", await GetAsync(web, $"/transactions/{funded.Hash}"), StringComparison.Ordinal);
        Assert.Contains("not in any ledger", await GetAsync(web, $"/transactions/{new string('0', 64)}"), StringComparison.Ordinal);
        Assert.Contains("is not a transaction hash", await GetAsync(web, "/transactions/abc"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_csv_for_an_address_that_is_none_is_refused_with_the_rule()
    {
        await using var web = await WebFixture.StartAsync();

        using var answer = await web.Http.GetAsync(new Uri("/api/history.csv?account=abc", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("“abc” is no address", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static async Task<string> GetAsync(WebFixture web, string path) =>
        WebUtility.HtmlDecode(await (await web.Http.GetAsync(new Uri(path, UriKind.Relative), Cancel)).Content.ReadAsStringAsync(Cancel));
}
