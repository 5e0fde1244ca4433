using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Apply;
using Nectar.LocalNet.Apply.Validity;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Closing;

/// <summary>Whether a transaction may wait for the next ledger (CAP-15 and stellar-core's queue).</summary>
internal static class Submission
{
    // How many times the fee of a waiting transaction another must offer for its place.
    private const int Raise = 10;

    /// <summary>The answer; where it is <see cref="SubmitResult.Pending"/>, the transaction was added to those that wait.</summary>
    public static SubmitResult Submit(
        IncomingTransaction tx, PendingTransactions pending, int maxPending, LedgerState state, LedgerContext next)
    {
        if (pending.Contains(tx.Hash))
        {
            return new SubmitResult.Duplicate(tx.Hash);
        }

        var other = pending.Of(tx.Source);
        if (other is null ? pending.Count >= maxPending : tx.FeeBump is null || other.Body.SeqNum != tx.Body.SeqNum)
        {
            return new SubmitResult.TryAgainLater(tx.Hash);
        }

        var refused = (other is null ? null : CheckRaise(tx, other)) ?? Validation.Check(tx, state, next);
        if (refused is not null)
        {
            return new SubmitResult.Error(tx.Hash, refused, []);
        }

        pending.Put(tx);
        return new SubmitResult.Pending(tx.Hash);
    }

    private static TransactionResult? CheckRaise(IncomingTransaction tx, IncomingTransaction other)
    {
        // Bids for each operation are compared, without division.
        var raised = (Int128)tx.InclusionBid * other.PaidOperations >= (Int128)Raise * other.InclusionBid * tx.PaidOperations;
        var least = (((Int128)Raise * other.InclusionBid * tx.PaidOperations) + other.PaidOperations - 1) / other.PaidOperations;
        return raised
            ? null
            : TransactionResults.For(
                tx,
                TransactionResults.Of(TransactionResultCode.TxInsufficientFee),
                (long)Int128.Min(least + tx.ResourceFee, long.MaxValue),
                ofFeeBump: true);
    }
}
