using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Nectar.Tests.Support;
using Nectar.Web.Components;

namespace Nectar.Tests.Web.Components;

public sealed partial class LabelledPagesTests
{
    /// <summary>Every page that there is, with something for what its address leaves open.</summary>
    public static TheoryData<string> Pages =>
    [
        .. typeof(Overview).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes(typeof(RouteAttribute), false).Cast<RouteAttribute>())
            .Select(r => Open().Replace(r.Template, m => m.Groups[1].Value switch
            {
                "Hash" => Samples.Hash.ToString(),
                "Address" => Samples.Borrower,
                _ => "00000000-0000-0000-0000-000000000001",
            })).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_strip_says_on_every_page_of_the_embedded_network_that_its_market_is_simulated_and_from_which_seed(string path)
    {
        await using var web = await WebFixture.StartAsync();

        using var answer = await web.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        // The sandbox's own ribbon stands for a network of the visitor's own.
        Assert.Contains(path == "/sandbox" ? """<span class="tag-simulation">SIMULATION</span>""" : """<span class="tag-simulation">SIMULATED MARKET</span>""", page, StringComparison.Ordinal);
        Assert.Contains(path == "/sandbox" ? "id=\"shock-seed\"" : """seed <b data-figure="seed">7</b>""", page, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Open();
}
