using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Apply;

/// <summary>
/// The fee for resources as declared, used or not, in stroops; every division rounds up. Source: soroban-env-host,
/// <c>fees::compute_transaction_resource_fee</c>, which the host of this network runs; here it costs no call.
/// </summary>
internal static class DeclaredFees
{
    private const int ResultBytes = 300;
    private const int InstructionsIncrement = 10_000;
    private const int Kib = 1024;

    /// <summary>The part of the resource fee that is never given back.</summary>
    public static long NonRefundable(SorobanTransactionData data, uint transactionBytes, NetworkSettings settings)
    {
        var (resources, cost) = (data.Resources, settings.LedgerCost);
        var sum = PerIncrement(resources.Instructions, settings.Compute.FeeRatePerInstructionsIncrement, InstructionsIncrement)
            + ((Int128)cost.FeeDiskReadLedgerEntry * DiskReadEntries(data))
            + ((Int128)cost.FeeWriteLedgerEntry * resources.Footprint.ReadWrite.Count)
            + PerIncrement(resources.DiskReadBytes, cost.FeeDiskRead1Kb, Kib)
            + PerIncrement(resources.WriteBytes, settings.LedgerCostExt.FeeWrite1Kb, Kib)
            + PerIncrement((long)transactionBytes + ResultBytes, settings.HistoricalData.FeeHistorical1Kb, Kib)
            + PerIncrement(transactionBytes, settings.Bandwidth.FeeTxSize1Kb, Kib);
        return (long)Int128.Min(sum, long.MaxValue);
    }

    /// <summary>Entries that count as read from disk: classic ones, and those that are restored.</summary>
    public static int DiskReadEntries(SorobanTransactionData data)
    {
        var footprint = data.Resources.Footprint;
        var classic = footprint.ReadOnly.Concat(footprint.ReadWrite).Count(k => !LedgerKeys.HasLifetime(k));
        var archived = data.Ext is SorobanTransactionDataExt.V1(var ext) ? ext.ArchivedSorobanEntries.Count : 0;
        return classic + archived;
    }

    private static Int128 PerIncrement(long amount, long fee, int increment) =>
        ((Int128)amount * fee + increment - 1) / increment;
}
