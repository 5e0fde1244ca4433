using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Soroban;
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
        var (declared, cost) = (Declarations.ResourcesOf(data, transactionBytes), settings.LedgerCost);
        var sum = PerIncrement(declared.Instructions, settings.Compute.FeeRatePerInstructionsIncrement, InstructionsIncrement)
            + ((Int128)cost.FeeDiskReadLedgerEntry * declared.DiskReadEntries)
            + ((Int128)cost.FeeWriteLedgerEntry * declared.WriteEntries)
            + PerIncrement(declared.DiskReadBytes, cost.FeeDiskRead1Kb, Kib)
            + PerIncrement(declared.WriteBytes, settings.LedgerCostExt.FeeWrite1Kb, Kib)
            + PerIncrement((long)declared.TransactionBytes + ResultBytes, settings.HistoricalData.FeeHistorical1Kb, Kib)
            + PerIncrement(declared.TransactionBytes, settings.Bandwidth.FeeTxSize1Kb, Kib);
        return (long)Int128.Min(sum, long.MaxValue);
    }

    private static Int128 PerIncrement(long amount, long fee, int increment) =>
        ((Int128)amount * fee + increment - 1) / increment;
}
