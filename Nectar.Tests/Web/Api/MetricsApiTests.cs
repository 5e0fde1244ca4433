using Nectar.Core.Keeper;
using Nectar.Tests.Support;
using Nectar.Web.Api;

namespace Nectar.Tests.Web.Api;

public sealed class MetricsApiTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_metric_has_help_and_type_before_its_samples_and_the_first_four_names_are_there()
    {
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        var id = Guid.CreateVersion7(Samples.Now);
        await web.Journal.AppendAsync(Samples.Liquidated(id), Samples.Case(id, new CaseState.Returned()), Cancel);

        using var answer = await web.Http.GetAsync(new Uri("/metrics", UriKind.Relative), Cancel);

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var lines = (await answer.Content.ReadAsStringAsync(Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("nectar_cycles_total 0", lines);
        Assert.Contains("nectar_liquidations_total 1", lines);
        Assert.Contains("nectar_vault_tvl 600000000000", lines);
        Assert.Contains("nectar_sse_active 0", lines);
        Assert.Contains("nectar_keeper_profit_total{keeper=\"alpha\"} 123456789", lines);
        var declared = new HashSet<string>();
        foreach (var line in lines)
        {
            if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
            {
                Assert.True(declared.Add(line.Split(' ')[2]), $"{line} twice");
            }
            else if (!line.StartsWith('#'))
            {
                Assert.Contains(line.Split(' ', '{')[0], declared);
            }
        }
    }

    [Fact]
    public void A_label_with_quotes_and_breaks_cannot_break_the_format()
    {
        var text = MetricsText.Of([Metric.Counter("n", "Help.", "who", [("a\"b\\c\nd", 1)])]);

        Assert.Equal("# HELP n Help.\n# TYPE n counter\nn{who=\"a\\\"b\\\\c\\nd\"} 1\n", text);
    }
}
