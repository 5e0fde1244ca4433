using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>A page of transactions in the order in which they were applied.</summary>
public sealed record GetTransactionsResult
{
    /// <summary>The transactions.</summary>
    public IReadOnlyList<TransactionInfo> Transactions { get; init; } = [];

    /// <summary>The last ledger the server knows.</summary>
    public required LedgerNumber LatestLedger { get; init; }

    /// <summary>When that closed, in Unix seconds.</summary>
    public required long LatestLedgerCloseTimestamp { get; init; }

    /// <summary>The first ledger the server keeps.</summary>
    public required LedgerNumber OldestLedger { get; init; }

    /// <summary>When that closed, in Unix seconds.</summary>
    public required long OldestLedgerCloseTimestamp { get; init; }

    /// <summary>Where the next page begins.</summary>
    public required string Cursor { get; init; }
}
