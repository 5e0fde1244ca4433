namespace Nectar.Core.Journal;

/// <summary>Somebody in a pool, whose samples name it by its number: an address is longer than the rest of a sample.</summary>
internal sealed class JournalPosition
{
    /// <summary>Its number.</summary>
    public int Id { get; init; }

    /// <summary>The pool, a strkey.</summary>
    public required string Pool { get; init; }

    /// <summary>Who, a strkey.</summary>
    public required string Borrower { get; init; }
}
