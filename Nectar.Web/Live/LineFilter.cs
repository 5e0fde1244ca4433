using System.Text.RegularExpressions;

namespace Nectar.Web.Live;

/// <summary>Which lines of the log somebody wants to see; the page's script chooses by the same rule.</summary>
/// <param name="Text">What a line must contain, capitals or not, or a regular expression between slashes; empty for anything.</param>
/// <param name="Level">From which level on.</param>
/// <param name="Keeper">Whose lines, by name; empty for everybody's.</param>
public sealed record LineFilter(string Text, LineLevel Level, string Keeper)
{
    private const int LongestPattern = 200;
    private readonly Regex? pattern = PatternOf(Text);

    /// <summary>Why a text is no filter; null where it is one.</summary>
    public static string? Problem(string text)
    {
        try
        {
            if (IsPattern(text) && text.Length > LongestPattern + 2)
            {
                return $"a regular expression may have {LongestPattern} characters";
            }

            PatternOf(text);
            return null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return e.Message;
        }
    }

    /// <summary>Whether a line is wanted.</summary>
    public bool Matches(LogLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var isLevel = Level switch
        {
            LineLevel.Errors => line.Tone == Tone.Bad,
            LineLevel.Warnings => line.Tone is Tone.Bad or Tone.Warning,
            LineLevel.Events => !line.IsLook,
            _ => true,
        };
        return isLevel && (Keeper.Length == 0 || line.Keeper == Keeper) && HasText($"{line.Keeper} {line.Word} {line.Text}");
    }

    private bool HasText(string line) => pattern?.IsMatch(line) ?? line.Contains(Text, StringComparison.OrdinalIgnoreCase);

    private static bool IsPattern(string text) => text is ['/', _, .., '/'];

    // Without backtracking, so that no pattern of a visitor takes long.
    private static Regex? PatternOf(string text) => IsPattern(text)
        ? new Regex(text[1..^1], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)
        : null;
}
