namespace Nectar.Core.Journal;

/// <summary>A case as it stands: the case itself, and what queries ask for.</summary>
internal sealed class JournalCase
{
    /// <summary>The case's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The keeper's account, a strkey.</summary>
    public required string Keeper { get; init; }

    /// <summary>Whose position it is, a strkey.</summary>
    public required string Borrower { get; init; }

    /// <summary>Whether anything remains to be done.</summary>
    public required bool IsOpen { get; set; }

    /// <summary>The first line of the case: cases in this order are cases by age.</summary>
    public required long FirstLine { get; init; }

    /// <summary>The line that ended it with profit in the vault; null before, and where it ended otherwise.</summary>
    public long? EndLine { get; set; }

    /// <summary>The case itself.</summary>
    public required string Json { get; set; }
}
