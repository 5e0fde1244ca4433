using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>A server that is up with its network. One that is not answers with an error instead.</summary>
public sealed record GetHealthResult
{
    /// <summary><c>healthy</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The last ledger the server knows.</summary>
    public required LedgerNumber LatestLedger { get; init; }

    /// <summary>The first ledger the server keeps.</summary>
    public required LedgerNumber OldestLedger { get; init; }

    /// <summary>How many ledgers it keeps.</summary>
    public required uint LedgerRetentionWindow { get; init; }

    /// <summary>Unix seconds; servers before 27.1 do not say.</summary>
    public long? LatestLedgerCloseTime { get; init; }

    /// <summary>Unix seconds; servers before 27.1 do not say.</summary>
    public long? OldestLedgerCloseTime { get; init; }
}
