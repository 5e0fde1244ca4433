using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>Ledger entries as of one ledger.</summary>
public sealed record GetLedgerEntriesResult
{
    /// <summary>Those that exist, archived ones included, in the order that they were asked for.</summary>
    public IReadOnlyList<LedgerEntryResult> Entries { get; init; } = [];

    /// <summary>The ledger they were read at.</summary>
    public required LedgerNumber LatestLedger { get; init; }
}
