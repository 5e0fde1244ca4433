using System.Globalization;
using System.Text;

namespace Nectar.Web.Api;

/// <summary>The Prometheus text format 0.0.4: HELP and TYPE before each metric's samples.</summary>
internal static class MetricsText
{
    /// <summary>The content type of the format.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Writes metrics.</summary>
    public static string Of(IEnumerable<Metric> metrics)
    {
        var text = new StringBuilder();
        foreach (var metric in metrics)
        {
            text.Append(CultureInfo.InvariantCulture, $"# HELP {metric.Name} {metric.Help}\n# TYPE {metric.Name} {(metric.IsCounter ? "counter" : "gauge")}\n");
            foreach (var (of, value) in metric.Samples)
            {
                text.Append(CultureInfo.InvariantCulture, $"{metric.Name}{(metric.Label is { } label ? Label(label, of) : "")} {value}\n");
            }
        }

        return text.ToString();
    }

    private static string Label(string name, string value) =>
        $"{{{name}=\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"}}";
}
