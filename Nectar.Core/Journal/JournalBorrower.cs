namespace Nectar.Core.Journal;

/// <summary>Somebody whom a keeper knows to have been in debt to a pool.</summary>
internal sealed class JournalBorrower
{
    /// <summary>The keeper's account, a strkey.</summary>
    public required string Keeper { get; init; }

    /// <summary>The pool, a strkey.</summary>
    public required string Pool { get; init; }

    /// <summary>Who, a strkey.</summary>
    public required string Borrower { get; init; }
}
