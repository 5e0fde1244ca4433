using System.Text.RegularExpressions;
using Nectar.Tests.Support;

namespace Nectar.Tests.Web.Api;

/// <summary>The dashboard and the alert rules in <c>docs/grafana</c> ask for what <c>/metrics</c> has.</summary>
public sealed class DashboardTests
{
    // What Prometheus itself adds to every sample that it fetches.
    private static readonly string[] ofScraping = ["instance", "job"];

    [Fact]
    public async Task Every_metric_that_is_named_in_them_is_printed_and_every_one_that_is_printed_is_on_the_dashboard()
    {
        await using var web = await WebFixture.StartAsync();

        var text = await web.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        var printed = text.Split('\n').Where(l => l.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(l => l.Split(' ')[2]).ToHashSet();
        var shown = NamesIn(AskedOfPrometheus.Dashboard);

        Assert.Empty(shown.Concat(NamesIn(AskedOfPrometheus.Rules)).Except(printed));
        Assert.Empty(printed.Except(shown));
        Assert.True(printed.Count > 20, $"{printed.Count} metrics");
    }

    [Fact]
    public async Task Every_query_of_theirs_finds_samples_with_the_labels_that_it_tells_apart()
    {
        var text = await PrintedMetrics.AllAsync();
        var labels = Regex.Matches(text, @"^(nectar_[a-z0-9_]+)(?:\{(\w+)="".*""\})? -?\d+$", RegexOptions.Multiline)
            .GroupBy(m => m.Groups[1].Value).ToDictionary(g => g.Key, g => g.Select(m => m.Groups[2].Value).Where(l => l.Length > 0).ToHashSet());
        var asked = AskedOfPrometheus.All();

        Assert.Equal(Regex.Count(await File.ReadAllTextAsync(Repository.PathOf(AskedOfPrometheus.Rules), TestContext.Current.CancellationToken), "- alert: "), asked.Count(q => q.Of.StartsWith("Nectar", StringComparison.Ordinal)));
        Assert.Contains(asked, q => q.Labels.Contains("asset"));
        Assert.All(asked, q => Assert.All(q.Metrics, m =>
        {
            Assert.True(labels.TryGetValue(m, out var has), $"{q.Of}: {m} has no sample");
            Assert.Empty(q.Labels.Except(has!).Except(ofScraping).Select(l => $"{q.Of}: {m} has no label {l}"));
        }));
    }

    private static HashSet<string> NamesIn(string file) =>
        [.. Regex.Matches(File.ReadAllText(Repository.PathOf(file)), @"\bnectar_[a-z0-9_]+").Select(m => m.Value)];
}
