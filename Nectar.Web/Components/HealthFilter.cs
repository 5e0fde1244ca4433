using Nectar.Core.Liquidation;
using Nectar.Web.Live;

namespace Nectar.Web.Components;

/// <summary>Which positions somebody wants to see: those under a health factor, or all.</summary>
/// <param name="Under">The bound, above 0; null for all.</param>
/// <param name="Problem">Why what was asked for is no bound; null where it is one, or nothing was asked for.</param>
public sealed record HealthFilter(Ratio? Under, string? Problem)
{
    /// <summary>What a list offers.</summary>
    public static IReadOnlyList<string> Offered { get; } = ["1", "1.05", "1.2", "1.5", "2"];

    /// <summary>All positions.</summary>
    public static HealthFilter All { get; } = new(null, null);

    /// <summary>The bound as a list offers it; empty for all.</summary>
    public string Text => Under is not { } under ? "" : under.ToExactString().TrimEnd('0').TrimEnd('.');

    /// <summary>Reads a query's <c>hf</c>; nothing asks for all.</summary>
    public static HealthFilter Parse(string? text)
    {
        if (text?.Trim() is not { Length: > 0 } asked)
        {
            return All;
        }

        try
        {
            if (Ratio.Parse(asked) is var under && under.Value > 0)
            {
                return new HealthFilter(under, null);
            }
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            // Told below, with the rule.
        }

        return new HealthFilter(null, $"“{Shown.Asked(asked)}” is no health factor: hf=1.05 is one, above 0, with at most 7 decimals. All positions are shown.");
    }
}
