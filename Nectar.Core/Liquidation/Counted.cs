using System.Globalization;

namespace Nectar.Core.Liquidation;

/// <summary>Numbers of things in keepers' own words.</summary>
internal static class Counted
{
    /// <summary>A number with its name: <c>1 debt asset</c>, <c>2 debt assets</c>.</summary>
    public static string Of(int count, string one) => string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");
}
