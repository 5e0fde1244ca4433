namespace Nectar.Web.Api;

/// <summary>A metric with its samples of one moment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Help">What it counts or measures, and in which unit.</param>
/// <param name="IsCounter">Whether it only grows.</param>
/// <param name="Label">What tells its samples apart; null for one without.</param>
/// <param name="Samples">The samples, each with the label's value; none where nothing was read.</param>
internal sealed record Metric(string Name, string Help, bool IsCounter, string? Label, IReadOnlyList<(string Of, Int128 Value)> Samples)
{
    /// <summary>A metric that only grows; without a value it has no sample: a zero would be a restart to whoever counts increases.</summary>
    public static Metric Counter(string name, string help, Int128? value) => new(name, help, true, null, value is { } v ? [("", v)] : []);

    /// <summary>A metric that only grows, with a sample for each value of a label.</summary>
    public static Metric Counter(string name, string help, string label, IEnumerable<(string Of, Int128 Value)> samples) => new(name, help, true, label, [.. samples]);

    /// <summary>A metric that comes and goes; without a value it has no sample.</summary>
    public static Metric Gauge(string name, string help, Int128? value) => new(name, help, false, null, value is { } v ? [("", v)] : []);

    /// <summary>A metric that comes and goes, with a sample for each value of a label.</summary>
    public static Metric Gauge(string name, string help, string label, IEnumerable<(string Of, Int128 Value)> samples) => new(name, help, false, label, [.. samples]);
}
