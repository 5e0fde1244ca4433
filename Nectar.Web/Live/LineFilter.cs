namespace Nectar.Web.Live;

/// <summary>Which lines of the log somebody wants to see; the page's script chooses by the same rule.</summary>
/// <param name="Text">What a line must contain, capitals or not; empty for anything.</param>
/// <param name="Level">From which level on.</param>
/// <param name="Keeper">Whose lines, by name; empty for everybody's.</param>
public sealed record LineFilter(string Text, LineLevel Level, string Keeper)
{
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
        return isLevel
            && (Keeper.Length == 0 || line.Keeper == Keeper)
            && (Text.Length == 0 || $"{line.Keeper} {line.Word} {line.Text}".Contains(Text, StringComparison.OrdinalIgnoreCase));
    }
}
