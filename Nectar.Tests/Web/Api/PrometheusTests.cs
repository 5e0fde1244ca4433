using System.Text.RegularExpressions;
using Nectar.Tests.Support;

namespace Nectar.Tests.Web.Api;

/// <summary>Metrics, alert rules and the dashboard's queries as Prometheus itself reads them.</summary>
public sealed partial class PrometheusTests : IDisposable
{
    private const string RuleTests = "docs/grafana/nectar.rules.test.yml";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("nectar-prometheus-");

    [Fact]
    public async Task What_is_printed_of_every_metric_is_what_Prometheus_expects_of_names_types_and_help() =>
        Assert.Equal((0, ""), await Promtool.RunAsync(await PrintedMetrics.AllAsync(), "check", "metrics"));

    [Fact]
    public async Task Each_alert_fires_on_a_bad_series_and_keeps_quiet_on_a_good_one()
    {
        var tests = await File.ReadAllTextAsync(Repository.PathOf(RuleTests), TestContext.Current.CancellationToken);
        var expected = Expectation().Matches(tests).Select(m => (Alert: m.Groups[1].Value, IsQuiet: m.Groups[2].Length > 0)).Distinct().Order().ToList();
        var alerts = Regex.Matches(await File.ReadAllTextAsync(Repository.PathOf(AskedOfPrometheus.Rules), TestContext.Current.CancellationToken), @"- alert: (\w+)").Select(m => m.Groups[1].Value).ToList();

        Assert.NotEmpty(alerts);
        Assert.Equal(alerts.SelectMany(a => new[] { (a, false), (a, true) }).Order(), expected);
        await ExpectSuccessAsync("test", "rules", Repository.PathOf(RuleTests));
    }

    [Fact]
    public async Task Each_query_of_the_dashboard_and_the_rules_is_PromQL()
    {
        var queries = AskedOfPrometheus.All();
        var file = Path.Combine(folder.FullName, "queries.yml");
        await File.WriteAllTextAsync(file, $"groups:\n  - name: queries\n    rules:\n{string.Concat(queries.Select((q, i) => $"      - record: query:{i}\n        expr: '{q.Sent}'\n"))}", TestContext.Current.CancellationToken);

        await ExpectSuccessAsync("check", "rules", file);
        await ExpectSuccessAsync("check", "rules", Repository.PathOf(AskedOfPrometheus.Rules));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task ExpectSuccessAsync(params string[] arguments)
    {
        var (code, said) = await Promtool.RunAsync("", arguments);
        Assert.True(code == 0 && said.Contains("SUCCESS", StringComparison.Ordinal), said);
    }

    [GeneratedRegex(@"alertname: (\w+)\n +exp_alerts:( \[\])?\n")]
    private static partial Regex Expectation();
}
