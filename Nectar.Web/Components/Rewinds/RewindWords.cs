using System.Globalization;

namespace Nectar.Web.Components.Rewinds;

/// <summary>Past moments in words.</summary>
internal static class RewindWords
{
    /// <summary>How long ago, in two units at the most: <c>12 s</c>, <c>4 min 12 s</c>, <c>3 h 5 min</c>, <c>2 d 7 h</c>.</summary>
    public static string Ago(TimeSpan age)
    {
        var seconds = Math.Max(0, (long)age.TotalSeconds);
        return seconds switch
        {
            < 60 => Of(seconds, "s"),
            < 3_600 => $"{Of(seconds / 60, "min")} {Of(seconds % 60, "s")}",
            < 86_400 => $"{Of(seconds / 3_600, "h")} {Of(seconds / 60 % 60, "min")}",
            _ => $"{Of(seconds / 86_400, "d")} {Of(seconds / 3_600 % 24, "h")}",
        };
    }

    /// <summary>A time of day in UTC.</summary>
    public static string Clock(DateTimeOffset at) => at.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A day and a time of day in UTC.</summary>
    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Of(long count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count} {unit}");
}
