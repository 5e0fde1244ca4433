using System.Globalization;
using Nectar.Core.Units;

namespace Nectar.Web.Components;

/// <summary>Parts of a whole as people read them.</summary>
internal static class Percent
{
    /// <summary>Basis points with up to two decimals.</summary>
    public static string Of(BasisPoints part) => OfMillionths((Int128)part.Value * 100);

    /// <summary>A year's rate with two decimals.</summary>
    public static string OfYear(double rate) => string.Create(CultureInfo.InvariantCulture, $"{(rate < 0 ? "−" : "")}{Math.Abs(rate) * 100:0.00} %");

    /// <summary>Millionths as percent with up to four decimals.</summary>
    public static string OfMillionths(Int128 parts)
    {
        var magnitude = Int128.Abs(parts);
        var text = string.Create(CultureInfo.InvariantCulture, $"{magnitude / 10_000}.{(int)(magnitude % 10_000):0000}").TrimEnd('0').TrimEnd('.');
        return $"{(parts < 0 ? "−" : "")}{text} %";
    }
}
