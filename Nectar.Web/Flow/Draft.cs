namespace Nectar.Web.Flow;

/// <summary>An amount that somebody types: what the form shows, and what it shows again after a reload.</summary>
/// <param name="Kind">What is to be done with it.</param>
/// <param name="Text">As typed, valid or not.</param>
public sealed record Draft(DraftKind Kind, string Text)
{
    // Nobody types more; whoever writes more into the browser's storage means no amount.
    private const int MaxLength = 60;

    /// <summary>As it is kept.</summary>
    public string Write() => $"{Kind} {Text}";

    /// <summary>Reads what <see cref="Write"/> wrote; null for anything else, since a browser's storage may hold anything.</summary>
    public static Draft? Read(string? kept) =>
        kept?.Split(' ', 2) is [var kind, { Length: <= MaxLength } text] && Enum.GetNames<DraftKind>().Contains(kind, StringComparer.Ordinal)
            ? new Draft(Enum.Parse<DraftKind>(kind), text)
            : null;
}
