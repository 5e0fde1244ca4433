namespace Nectar.Core.Journal;

/// <summary>How a position stood at one ledger, as a row.</summary>
internal sealed class JournalSample
{
    /// <summary>1 or more, growing, never given twice.</summary>
    public long Id { get; init; }

    /// <summary>Whose, a <see cref="JournalPosition.Id"/>.</summary>
    public required int PositionId { get; init; }

    /// <summary>The ledger.</summary>
    public required uint Ledger { get; init; }

    /// <summary>When, in Unix milliseconds.</summary>
    public required long AtMilliseconds { get; init; }

    /// <summary>The health factor in ten-millionths; null where nothing is owed.</summary>
    public Int128? Health { get; init; }

    /// <summary>The collateral in ten-millionths of a dollar; null where nothing is owed.</summary>
    public Int128? Collateral { get; init; }

    /// <summary>The debt in ten-millionths of a dollar.</summary>
    public required Int128 Debt { get; init; }
}
