using System.Globalization;

namespace Nectar.Benchmarks;

/// <summary>How measured values lie, in words.</summary>
internal static class Spread
{
    /// <summary>Median, p95 (the smallest that 95 of 100 do not exceed), worst, and of how many.</summary>
    public static string Of(IEnumerable<double> measured)
    {
        var sorted = measured.Order().ToList();
        return sorted.Count == 0
            ? "none"
            : string.Create(CultureInfo.InvariantCulture, $"median {sorted[sorted.Count / 2]:0.#}, p95 {sorted[(int)Math.Ceiling(sorted.Count * 0.95) - 1]:0.#}, worst {sorted[^1]:0.#} of {sorted.Count}");
    }
}
