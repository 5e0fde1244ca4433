namespace Nectar.Core.Journal;

/// <summary>One event of a keeper as a row. Its id is its id in the live feed.</summary>
internal sealed class JournalLine
{
    /// <summary>1 or more, growing, never given twice.</summary>
    public long Id { get; init; }

    /// <summary>When, in Unix milliseconds.</summary>
    public required long AtMilliseconds { get; init; }

    /// <summary>The event's ledger.</summary>
    public required uint Ledger { get; init; }

    /// <summary>The keeper's account, a strkey.</summary>
    public required string Keeper { get; init; }

    /// <summary>The event's kind, as in its JSON.</summary>
    public required string Kind { get; init; }

    /// <summary>The case it belongs to.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>The event itself.</summary>
    public required string Json { get; init; }
}
