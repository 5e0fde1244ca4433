using System.Globalization;
using System.Text;

namespace Nectar.Web.Api;

/// <summary>The Prometheus text format 0.0.4: HELP and TYPE before each metric's samples.</summary>
internal sealed class MetricsText
{
    /// <summary>The content type of the format.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder text = new();

    /// <summary>A metric that only grows, with one sample.</summary>
    public MetricsText Counter(string name, string help, Int128 value) => Metric(name, help, "counter", [("", value)]);

    /// <summary>A metric that only grows, with a sample for each label value.</summary>
    public MetricsText Counter(string name, string help, string label, IEnumerable<(string Value, Int128 Sample)> samples) =>
        Metric(name, help, "counter", samples.Select(s => (Label(label, s.Value), s.Sample)));

    /// <summary>A metric that comes and goes; without a value the metric has no sample.</summary>
    public MetricsText Gauge(string name, string help, Int128? value) =>
        Metric(name, help, "gauge", value is { } v ? [("", v)] : []);

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private static string Label(string name, string value) =>
        $"{{{name}=\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"}}";

    private MetricsText Metric(string name, string help, string type, IEnumerable<(string Labels, Int128 Sample)> samples)
    {
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");
        foreach (var (labels, sample) in samples)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}{labels} {sample}\n");
        }

        return this;
    }
}
