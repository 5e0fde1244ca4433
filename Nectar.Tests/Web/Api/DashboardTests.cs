using System.Text.Json;
using System.Text.RegularExpressions;
using Nectar.Core.Keeper;
using Nectar.Tests.Support;

namespace Nectar.Tests.Web.Api;

/// <summary>The dashboard and the alert rules in <c>docs/grafana</c> ask for what <c>/metrics</c> has.</summary>
public sealed class DashboardTests
{
    private const string Dashboard = "docs/grafana/nectar.json";
    private const string Rules = "docs/grafana/nectar.rules.yml";

    [Fact]
    public async Task Every_metric_that_is_named_in_them_is_printed_and_every_one_that_is_printed_is_on_the_dashboard()
    {
        await using var web = await WebFixture.StartAsync();

        var text = await web.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        var printed = text.Split('\n').Where(l => l.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(l => l.Split(' ')[2]).ToHashSet();
        var shown = NamesIn(Dashboard);

        Assert.Empty(shown.Concat(NamesIn(Rules)).Except(printed));
        Assert.Empty(printed.Except(shown));
        Assert.True(printed.Count > 20, $"{printed.Count} metrics");
    }

    [Fact]
    public async Task The_labels_that_they_tell_apart_are_those_of_the_samples()
    {
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        var id = Guid.CreateVersion7(Samples.Now);
        await web.Journal.AppendAsync(Samples.Liquidated(id), Samples.Case(id, new CaseState.Returned()), TestContext.Current.CancellationToken);

        var text = await web.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        using var dashboard = JsonDocument.Parse(await File.ReadAllTextAsync(Repository.PathOf(Dashboard), TestContext.Current.CancellationToken));
        var byKeeper = dashboard.RootElement.GetProperty("panels").EnumerateArray()
            .Where(p => p.TryGetProperty("targets", out _)).SelectMany(p => p.GetProperty("targets").EnumerateArray())
            .Where(t => t.GetProperty("legendFormat").GetString()!.Contains("{{keeper}}", StringComparison.Ordinal)).Select(t => t.GetProperty("expr").GetString()!).ToList();

        Assert.NotEmpty(byKeeper);
        Assert.All(byKeeper, e => Assert.StartsWith("nectar_keeper_", Regex.Match(e, "nectar_[a-z0-9_]+").Value, StringComparison.Ordinal));
        // The gauges of keepers come with the first look of the alerts' rules, which may be a moment away.
        Assert.All(Regex.Matches(text, "^(nectar_keeper_[a-z_]+)(.*) ", RegexOptions.Multiline), sample => Assert.Equal("{keeper=\"alpha\"}", sample.Groups[2].Value));
        Assert.Contains("nectar_keeper_liquidations_total{keeper=\"alpha\"} 1", text, StringComparison.Ordinal);
    }

    private static HashSet<string> NamesIn(string file) =>
        [.. Regex.Matches(File.ReadAllText(Repository.PathOf(file)), @"\bnectar_[a-z0-9_]+").Select(m => m.Value)];
}
