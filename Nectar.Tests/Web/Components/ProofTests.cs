using System.Net;
using Nectar.Core.Keeper;
using Nectar.Tests.Support;

namespace Nectar.Tests.Web.Components;

public sealed class ProofTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/live/home")]
    public async Task Each_of_homes_live_figures_and_the_last_liquidation_names_call_or_journal_ledger_command_and_a_way_to_read_it_again(string path)
    {
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        var id = Guid.CreateVersion7(Samples.Now);
        await web.Journal.AppendAsync(Samples.Detected(id), Samples.Case(id, new CaseState.Detected()), Cancel);
        await web.Journal.AppendAsync(Samples.Liquidated(id), Samples.Case(id, new CaseState.Returned()), Cancel);

        var page = WebUtility.HtmlDecode(await web.Http.GetStringAsync(new Uri(path, UriKind.Relative), Cancel));
        var figures = page[page.IndexOf("Live figures", StringComparison.Ordinal)..];
        var network = Samples.Network();

        string[] proofs =
        [
            $"stellar contract invoke --id {network.Vault}", "-- get_state", "/api/read/get_state",
            $"stellar contract invoke --id {network.Registry}", "-- get_keepers_page --start 0 --limit 50", "/api/read/get_keepers_page",
            $"stellar tx fetch --hash {Samples.Hash}", $"/transactions/{Samples.Hash}", $"/console?case={id}",
        ];
        Assert.All(proofs, proof => Assert.Contains(proof, figures, StringComparison.Ordinal));
        // Three figures, stake, record and races of the one keeper, the last liquidation, the diagram.
        Assert.Equal(8, page.Split("class=\"proof\"").Length - 1);
        // The embedded network answers on the application's own port, whatever that is.
        Assert.Equal(7, page.Split($"--rpc-url {web.Address}rpc").Length - 1);
    }

    [Fact]
    public async Task What_the_performance_page_counts_from_the_journal_leads_to_the_lines_that_are_counted()
    {
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();

        var page = await web.Http.GetStringAsync(new Uri("/performance", UriKind.Relative), Cancel);
        var lines = await web.Http.GetStringAsync(new Uri("/console/log.ndjson", UriKind.Relative), Cancel);

        Assert.Contains("href=\"/console/log.ndjson\"", page, StringComparison.Ordinal);
        Assert.Empty(lines);
    }
}
