using System.Globalization;

namespace Nectar.Web.Components;

/// <summary>Where a figure stands in a drawing, in its own units, exact to a tenth: a curve of whole pixels would show steps.</summary>
internal static class ChartScale
{
    /// <summary>How wide drawings of a time are.</summary>
    public const int Width = 1_000;

    /// <summary>From the left, over <see cref="Width"/>.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="first">The ledger at the left edge.</param>
    /// <param name="last">The ledger at the right edge, not before the first.</param>
    public static string X(uint ledger, uint first, uint last) =>
        last == first ? "0" : ((long)Width * (ledger - first) / (last - first)).ToString(CultureInfo.InvariantCulture);

    /// <summary>From the top.</summary>
    /// <param name="value">The figure.</param>
    /// <param name="from">The figure at the bottom.</param>
    /// <param name="to">The figure at the top, no less.</param>
    /// <param name="top">Where the top is.</param>
    /// <param name="bottom">Where the bottom is.</param>
    public static string Y(Int128 value, Int128 from, Int128 to, int top, int bottom)
    {
        var tenths = to == from ? (bottom - top) * 10 : (int)((to - value) * ((bottom - top) * 10) / (to - from));
        return string.Create(CultureInfo.InvariantCulture, $"{top + (tenths / 10)}.{tenths % 10}");
    }
}
