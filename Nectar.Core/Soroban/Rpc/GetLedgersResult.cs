using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>A page of ledgers.</summary>
public sealed record GetLedgersResult
{
    /// <summary>The ledgers.</summary>
    public IReadOnlyList<LedgerInfo> Ledgers { get; init; } = [];

    /// <summary>The last ledger the server knows.</summary>
    public required LedgerNumber LatestLedger { get; init; }

    /// <summary>When that closed, in Unix seconds.</summary>
    public required long LatestLedgerCloseTime { get; init; }

    /// <summary>The first ledger the server keeps.</summary>
    public required LedgerNumber OldestLedger { get; init; }

    /// <summary>When that closed, in Unix seconds.</summary>
    public required long OldestLedgerCloseTime { get; init; }

    /// <summary>Where the next page begins.</summary>
    public required string Cursor { get; init; }
}
