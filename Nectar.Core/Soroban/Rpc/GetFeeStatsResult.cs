using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>What inclusion cost of late.</summary>
public sealed record GetFeeStatsResult
{
    /// <summary>Of contract calls.</summary>
    public required FeeDistribution SorobanInclusionFee { get; init; }

    /// <summary>Of other transactions.</summary>
    public required FeeDistribution InclusionFee { get; init; }

    /// <summary>The last ledger the server knows.</summary>
    public required LedgerNumber LatestLedger { get; init; }
}
