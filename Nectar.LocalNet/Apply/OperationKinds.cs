using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Apply;

/// <summary>What can be told of an operation by its kind.</summary>
internal static class OperationKinds
{
    public static bool IsSoroban(OperationBody body) =>
        body is OperationBody.InvokeHostFunction or OperationBody.ExtendFootprintTtl or OperationBody.RestoreFootprint;

    /// <summary>Whether this network carries it out; the others are offers, paths, pools and what was retired.</summary>
    public static bool IsSupported(OperationBody body) => body switch
    {
        OperationBody.ChangeTrust({ Line: ChangeTrustAsset.PoolShare }) => false,
        OperationBody.CreateAccount or OperationBody.Payment or OperationBody.ChangeTrust or OperationBody.SetOptions
            or OperationBody.ManageData or OperationBody.AccountMerge or OperationBody.BumpSequence
            or OperationBody.SetTrustLineFlags or OperationBody.AllowTrust or OperationBody.Clawback => true,
        _ => IsSoroban(body),
    };

    /// <summary>The threshold of the source account that its signatures must reach.</summary>
    public static ThresholdIndexes ThresholdOf(OperationBody body) => body switch
    {
        OperationBody.AllowTrust or OperationBody.SetTrustLineFlags or OperationBody.BumpSequence
            or OperationBody.ClaimClaimableBalance or OperationBody.Inflation
            or OperationBody.ExtendFootprintTtl or OperationBody.RestoreFootprint => ThresholdIndexes.Low,
        OperationBody.AccountMerge => ThresholdIndexes.High,
        OperationBody.SetOptions(var o) when o.MasterWeight is not null || o.LowThreshold is not null
            || o.MedThreshold is not null || o.HighThreshold is not null || o.Signer is not null => ThresholdIndexes.High,
        _ => ThresholdIndexes.Med,
    };
}
