using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.LocalNet.Closing;

namespace Nectar.LocalNet.Rpc;

/// <summary>Answers <c>getFeeStats</c>: inclusion fees of the last 50 ledgers for contract calls, of the last 10 for others.</summary>
internal static class FeeReading
{
    private const uint SorobanLedgers = 50;
    private const uint ClassicLedgers = 10;

    /// <summary>What inclusion cost of late.</summary>
    public static GetFeeStatsResult Of(RetainedRange kept, Func<uint, ClosedLedger?> find) => new()
    {
        SorobanInclusionFee = Sample(kept, find, SorobanLedgers, SorobanFee),
        InclusionFee = Sample(kept, find, ClassicLedgers, ClassicFee),
        LatestLedger = new LedgerNumber(kept.Latest.Sequence),
    };

    private static FeeDistribution Sample(RetainedRange kept, Func<uint, ClosedLedger?> find, uint window, Func<ClosedTransaction, ulong?> feeOf)
    {
        var count = Math.Min(window, kept.Latest.Sequence - kept.Oldest.Sequence + 1);
        var ledgers = Enumerable.Range(0, (int)count).Select(back => find(kept.Latest.Sequence - (uint)back)).OfType<ClosedLedger>();
        return FeeSample.Distribution(ledgers.SelectMany(l => l.Transactions).Select(feeOf).OfType<ulong>(), count);
    }

    // Failed calls have no meta that tells resources from inclusion.
    private static ulong? SorobanFee(ClosedTransaction transaction) =>
        IsSoroban(transaction) && transaction.Meta().SorobanMeta?.Ext is SorobanTransactionMetaExt.V1(var fees)
            ? (ulong)Math.Max(transaction.Result().FeeCharged - fees.TotalNonRefundableResourceFeeCharged - fees.TotalRefundableResourceFeeCharged, 0)
            : null;

    // The fee of one operation, rounded down as the RPC server does.
    private static ulong? ClassicFee(ClosedTransaction transaction) =>
        !IsSoroban(transaction) && EnvelopeReading.OperationsOf(transaction.Envelope()) is { Count: > 0 } operations
            ? (ulong)(transaction.Result().FeeCharged / operations.Count)
            : null;

    private static bool IsSoroban(ClosedTransaction transaction) => EnvelopeReading.OperationsOf(transaction.Envelope()) is
        [{ Body: OperationBody.InvokeHostFunction or OperationBody.ExtendFootprintTtl or OperationBody.RestoreFootprint }];
}
