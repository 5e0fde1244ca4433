using System.Globalization;
using Nectar.Web.Live;

namespace Nectar.Web.Rewind;

/// <summary>The past second that somebody asks for. There is no other way.</summary>
public abstract record RewindTime
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    // The last two are what a browser's own field for a time gives.
    private static readonly string[] forms = [Form, "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm"];

    private RewindTime()
    {
    }

    /// <summary>The second to show.</summary>
    public required DateTimeOffset Second { get; init; }

    /// <summary>Why it is not the one asked for; null where it is.</summary>
    public virtual string? Problem => null;

    /// <summary>Reads a query's <c>t</c>; nothing asks for the newest second.</summary>
    /// <param name="asked">An ISO-8601 second in UTC, or Unix seconds; null or empty for none.</param>
    /// <param name="first">The first moment of which anything is kept.</param>
    /// <param name="now">Now.</param>
    public static RewindTime Of(string? asked, DateTimeOffset first, DateTimeOffset now)
    {
        var (from, to) = (Floor(first), Floor(now));
        if (asked?.Trim() is not { Length: > 0 } text)
        {
            return new Found { Second = to };
        }

        return Parse(text) switch
        {
            null => new Unreadable(Shown.Asked(text)) { Second = to },
            { } second when second > to => new Moved($"{Text(second)} has not come yet: it is {Text(to)} now, which is shown instead.") { Second = to },
            { } second when second < from => new Moved($"Of {Text(second)} nothing is kept: the first that is kept is of {Text(from)}, which is shown instead.") { Second = from },
            { } second => new Found { Second = second },
        };
    }

    /// <summary>A moment's second as addresses have it: <c>2026-11-29T12:03:41Z</c>.</summary>
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The address that shows a moment's second, and with it whatever happened in that.</summary>
    public static string LinkTo(DateTimeOffset at) => $"/rewind?t={Text(at)}";

    /// <summary>It is shown.</summary>
    public sealed record Found : RewindTime;

    /// <summary>It lies outside of what there is: the nearest second is shown.</summary>
    /// <param name="Reason">Why, with the value and the rule.</param>
    public sealed record Moved(string Reason) : RewindTime
    {
        /// <inheritdoc/>
        public override string? Problem => Reason;
    }

    /// <summary>It is no time: the newest second is shown.</summary>
    /// <param name="Asked">What was asked for, shortened.</param>
    public sealed record Unreadable(string Asked) : RewindTime
    {
        /// <inheritdoc/>
        public override string? Problem => $"“{Asked}” is no second: t=2026-11-29T12:03:41Z is one, in UTC, and t=1795953821 is the same in Unix seconds. The newest second is shown instead.";
    }

    private static DateTimeOffset? Parse(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        }

        return DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var second) ? second : null;
    }

    private static DateTimeOffset Floor(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
