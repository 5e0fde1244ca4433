using System.Text.Json;
using System.Text.RegularExpressions;
using Nectar.Tests.Support;

namespace Nectar.Tests.Web.Api;

/// <summary>A query of the dashboard or of an alert rule in <c>docs/grafana</c>.</summary>
/// <param name="Of">The panel's title, or the alert's name.</param>
/// <param name="Expression">The query, in PromQL but for Grafana's variables.</param>
/// <param name="Words">What is written beside its results: a legend, or an annotation.</param>
internal sealed partial record AskedOfPrometheus(string Of, string Expression, string Words)
{
    public const string Dashboard = "docs/grafana/nectar.json";
    public const string Rules = "docs/grafana/nectar.rules.yml";

    /// <summary>The query as Prometheus gets it: an instance chosen, whichever.</summary>
    public string Sent => Expression.Replace("$instance", ".*", StringComparison.Ordinal);

    /// <summary>The metrics that it names.</summary>
    public IEnumerable<string> Metrics => Metric().Matches(Expression).Select(m => m.Value);

    /// <summary>The labels that it, or what is written beside its results, tells apart.</summary>
    public IEnumerable<string> Labels => Matcher().Matches(Expression).Concat(Legend().Matches(Words)).Select(m => m.Groups[1].Value);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AskedOfPrometheus> All() => [.. OfDashboard(), .. OfRules()];

    private static IReadOnlyList<AskedOfPrometheus> OfDashboard()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(Dashboard)));
        return [.. dashboard.RootElement.GetProperty("panels").EnumerateArray().Where(p => p.TryGetProperty("targets", out _)).SelectMany(p => p.GetProperty("targets").EnumerateArray()
            .Select(t => new AskedOfPrometheus(p.GetProperty("title").GetString()!, t.GetProperty("expr").GetString()!, t.GetProperty("legendFormat").GetString()!)))];
    }

    private static IEnumerable<AskedOfPrometheus> OfRules() => Alert().Matches(File.ReadAllText(Repository.PathOf(Rules)))
        .Select(m => new AskedOfPrometheus(m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value));

    [GeneratedRegex(@"\bnectar_[a-z0-9_]+")]
    private static partial Regex Metric();

    [GeneratedRegex(@"(\w+)\s*(?:=|!=|=~|!~)\s*""")]
    private static partial Regex Matcher();

    [GeneratedRegex(@"\{\{\s*(?:\$labels\.)?(\w+)\s*\}\}")]
    private static partial Regex Legend();

    [GeneratedRegex(@"- alert: (\w+)\n +expr: (.+)\n(?: +(?:for|labels): .+\n)*? +annotations:\n +summary: (.+)")]
    private static partial Regex Alert();
}
