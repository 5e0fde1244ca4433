namespace Nectar.Core.Journal;

/// <summary>A row of the audit log. The database itself refuses to change or delete one.</summary>
internal sealed class JournalAudit
{
    /// <summary>1 or more, growing, never given twice.</summary>
    public long Id { get; init; }

    /// <summary>When, in Unix milliseconds.</summary>
    public required long AtMilliseconds { get; init; }

    /// <summary>Who did it.</summary>
    public required string Who { get; init; }

    /// <summary>What, in words.</summary>
    public required string What { get; init; }

    /// <summary>To which keeper or rule.</summary>
    public required string Target { get; init; }

    /// <summary>How it was before.</summary>
    public required string Before { get; init; }

    /// <summary>How it is since.</summary>
    public required string After { get; init; }
}
