using System.Text.RegularExpressions;

namespace Nectar.Web.Live;

/// <summary>Which lines of the log somebody wants to see; the page's script chooses by the same rule.</summary>
public sealed class LineFilter
{
    private const int LongestPattern = 200;
    private readonly string text;
    private readonly Regex? pattern;
    private readonly LineLevel level;
    private readonly string keeper;

    private LineFilter(string text, Regex? pattern, LineLevel level, string keeper) =>
        (this.text, this.pattern, this.level, this.keeper) = (text, pattern, level, keeper);

    /// <summary>Makes it; null where the text is no filter.</summary>
    /// <param name="text">What a line must contain, capitals or not, or a regular expression between slashes; empty for anything.</param>
    /// <param name="level">From which level on.</param>
    /// <param name="keeper">Whose lines, by name; empty for everybody's.</param>
    /// <param name="problem">Why the text is none; empty where it is one.</param>
    public static LineFilter? Of(string text, LineLevel level, string keeper, out string problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(keeper);
        problem = IsPattern(text) && text.Length > LongestPattern + 2 ? $"a regular expression may have {LongestPattern} characters" : "";
        try
        {
            return problem.Length > 0 ? null : new LineFilter(text, PatternOf(text), level, keeper);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            problem = e.Message;
            return null;
        }
    }

    /// <summary>Whether a line is wanted.</summary>
    public bool Matches(LogLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var isLevel = level switch
        {
            LineLevel.Errors => line.Tone == Tone.Bad,
            LineLevel.Warnings => line.Tone is Tone.Bad or Tone.Warning,
            LineLevel.Events => !line.IsLook,
            _ => true,
        };
        return isLevel && (keeper.Length == 0 || line.Keeper == keeper) && HasText($"{line.Keeper} {line.Word} {line.Text}");
    }

    private bool HasText(string line) => pattern?.IsMatch(line) ?? line.Contains(text, StringComparison.OrdinalIgnoreCase);

    private static bool IsPattern(string text) => text is ['/', _, .., '/'];

    // Without backtracking, so that no pattern of a visitor takes long.
    private static Regex? PatternOf(string text) => IsPattern(text)
        ? new Regex(text[1..^1], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)
        : null;
}
