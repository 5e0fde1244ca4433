using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Keeper;
using Nectar.Tests.Support;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Components;

public sealed class FeaturesPageTests
{
    private static readonly Guid id = Guid.CreateVersion7(Samples.Now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_of_the_five_claims_has_a_live_example_its_proof_and_a_way_to_try_it()
    {
        var page = await GetAsync("/features");

        string[][] features =
        [
            ["One vault, everybody's capital", "Now: 60,000.00 USDC, a share is worth 1.002966, 0.00 USDC of profit is still vesting.", "-- get_state", "href=\"/vault\""],
            ["Keepers that race", "Now: alpha won 1 and lost 0.", "href=\"/console/log.ndjson\"", $"href=\"/liquidations/{id}\""],
            ["Liquidations in one transaction", "Last: alpha used 500.00 USDC and brought 12.34 USDC of profit, 20 ledgers after it found the position.", $"stellar tx fetch --hash {Samples.Hash}", "href=\"/performance\""],
            ["Stakes that cover draws", "Now: 1,000.00 USDC out, against stakes of 5,000.00 USDC; losses so far: 0.00.", "-- get_keepers_page", "href=\"/vault#exposure-title\""],
            ["Prices that are checked twice", "Now: 1 position in debt is watched at ledger 120.", "-- get_config", "href=\"/#positions\""],
        ];
        var parts = page.Split("<h2>")[1..];
        Assert.Equal(features.Length, parts.Length);
        Assert.All(features.Zip(parts), pair => Assert.All(pair.First, words => Assert.Contains(words, pair.Second, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Depositors_operators_and_developers_each_find_how_to_begin()
    {
        var page = await GetAsync("/features");

        Assert.Equal(3, page.Split("name=\"begin\"").Length - 1);
        Assert.All(new[] { "As a depositor", "As an operator", "As a developer" }, who => Assert.Contains($"<summary>{who}</summary>", page, StringComparison.Ordinal));
    }

    private static async Task<string> GetAsync(string path)
    {
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        web.Services.GetRequiredService<KeeperBoard>().Set(Samples.View(Samples.Position(Samples.Borrower, 9_342_000, "opens an auction")));
        await web.Journal.AppendAsync(Samples.Detected(id), Samples.Case(id, new CaseState.Detected()), Cancel);
        await web.Journal.AppendAsync(Samples.Liquidated(id), Samples.Case(id, new CaseState.Returned()), Cancel);
        return WebUtility.HtmlDecode(await web.Http.GetStringAsync(new Uri(path, UriKind.Relative), Cancel));
    }
}
