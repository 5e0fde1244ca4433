namespace Nectar.Core.Journal;

/// <summary>How far a keeper has read a pool's events.</summary>
internal sealed class JournalCursor
{
    /// <summary>The keeper's account, a strkey.</summary>
    public required string Keeper { get; init; }

    /// <summary>The pool, a strkey.</summary>
    public required string Pool { get; init; }

    /// <summary>The server's cursor.</summary>
    public required string Cursor { get; set; }

    /// <summary>The last ledger that it covers whole.</summary>
    public required uint Ledger { get; set; }
}
