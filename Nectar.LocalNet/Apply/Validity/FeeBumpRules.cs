using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Apply.Accounts;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Apply.Validity;

/// <summary>Whether one who pays for another's transaction may and can (CAP-15).</summary>
internal static class FeeBumpRules
{
    /// <summary>The first "no" with the fee that its result names, or null.</summary>
    public static (TransactionResultCode Code, long Fee)? Check(IncomingTransaction tx, LedgerState state, LedgerContext next)
    {
        var bump = tx.FeeBump!;
        var least = Math.Max((long)next.BaseFee * tx.PaidOperations, LeastByRate(tx));
        if (tx.InclusionBid < least)
        {
            return (TransactionResultCode.TxInsufficientFee, Saturating.Add(least, tx.ResourceFee));
        }

        var fee = tx.FeeAt(next.BaseFee);
        if (state.FindAccount(tx.FeeSource) is not { } payer)
        {
            return (TransactionResultCode.TxNoAccount, fee);
        }

        var signatures = new SignatureChecker(bump.Payload, bump.Signatures);
        if (!signatures.Reaches(payer, ThresholdIndexes.Low))
        {
            return (TransactionResultCode.TxBadAuth, fee);
        }

        if (AccountSums.Available(payer, next) < Validation.FeeBid(tx))
        {
            return (TransactionResultCode.TxInsufficientBalance, fee);
        }

        return signatures.AllUsed ? null : (TransactionResultCode.TxBadAuthExtra, fee);
    }

    // The bid for each operation must not be less than the inner transaction's own; rounded up.
    private static long LeastByRate(IncomingTransaction tx)
    {
        var product = (Int128)tx.InnerInclusionBid * tx.PaidOperations;
        return (long)Int128.Clamp((product + tx.InnerPaidOperations - 1) / tx.InnerPaidOperations, 0, long.MaxValue);
    }
}
