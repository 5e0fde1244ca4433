using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Apply.Accounts;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Apply.Validity;

/// <summary>
/// Whether a transaction may be in the next ledger, in the order in which validators ask; the first "no" is the answer.
/// </summary>
internal static class Validation
{
    /// <summary>How far the account's part of the checks came; what is charged and used up depends on it.</summary>
    public enum Level
    {
        /// <summary>It does not even use up its sequence number.</summary>
        Invalid,

        /// <summary>Its sequence number is used up.</summary>
        UsesSequence,

        /// <summary>It was signed for.</summary>
        Signed,

        /// <summary>Nothing was found.</summary>
        Valid,
    }

    /// <summary>The result with which a transaction is refused, or null where it is valid.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="state">The latest state.</param>
    /// <param name="next">The ledger that it would be in.</param>
    public static TransactionResult? Check(IncomingTransaction tx, LedgerState state, LedgerContext next)
    {
        if (tx.FeeBump is not null && FeeBumpRules.Check(tx, state, next) is { } refused)
        {
            return TransactionResults.For(tx, TransactionResults.Of(refused.Code), refused.Fee, ofFeeBump: true);
        }

        var paysItself = tx.FeeBump is null;
        var signatures = new SignatureChecker(tx.Inner.Payload, tx.Inner.Signatures);
        var (_, code) = CheckAccount(tx, state, next, signatures, paysItself, applying: false);
        if (code is { } no)
        {
            return TransactionResults.For(tx, TransactionResults.Of(no), FeeFor(no, tx, next));
        }

        for (var i = 0; i < tx.Body.Operations.Count; i++)
        {
            if (CheckOperation(tx, tx.Body.Operations[i], state, signatures) is { } wrong)
            {
                // The others are said to be fine: those behind it were not looked at.
                var results = tx.Body.Operations.Select((o, k) => k == i ? wrong : OperationResults.Success(o.Body)).ToXdrArray();
                return TransactionResults.For(tx, new TransactionResultResult.TxFailed(results), tx.FeeAt(next.BaseFee));
            }
        }

        return signatures.AllUsed
            ? null
            : TransactionResults.For(tx, TransactionResults.Of(TransactionResultCode.TxBadAuthExtra), tx.FeeAt(next.BaseFee));
    }

    /// <summary>The checks that are made before a transaction is accepted, and again when it is applied.</summary>
    public static (Level Level, TransactionResultCode? Code) CheckAccount(
        IncomingTransaction tx, LedgerState state, LedgerContext ledger, SignatureChecker signatures, bool paysItself, bool applying)
    {
        if (Precheck.Check(tx, state.Settings, ledger, paysItself) is { } early)
        {
            return (Level.Invalid, early);
        }

        if (state.FindAccount(tx.Source) is not { } account)
        {
            return (Level.Invalid, TransactionResultCode.TxNoAccount);
        }

        if (!SequenceNumbers.IsNext(account, tx.Body, ledger.Sequence))
        {
            return (Level.Invalid, TransactionResultCode.TxBadSeq);
        }

        if (!SequenceNumbers.IsOldEnough(account, tx.Body, ledger))
        {
            return (Level.UsesSequence, TransactionResultCode.TxBadMinSeqAgeOrGap);
        }

        if (!signatures.Reaches(account, ThresholdIndexes.Low) || !HasExtraSigners(tx, signatures))
        {
            return (Level.UsesSequence, TransactionResultCode.TxBadAuth);
        }

        // When it is applied the fee has been taken already.
        return paysItself && !applying && AccountSums.Available(account, ledger) < FeeBid(tx)
            ? (Level.Signed, TransactionResultCode.TxInsufficientBalance)
            : (Level.Valid, null);
    }

    /// <summary>All that may be charged, in stroops.</summary>
    public static long FeeBid(IncomingTransaction tx) => Saturating.Add(tx.InclusionBid, tx.ResourceFee);

    private static bool HasExtraSigners(IncomingTransaction tx, SignatureChecker signatures) =>
        tx.Body.Cond is not Preconditions.V2(var cond) || signatures.SignedByAll(cond.ExtraSigners);

    private static OperationResult? CheckOperation(IncomingTransaction tx, Operation operation, LedgerState state, SignatureChecker signatures) =>
        !OperationKinds.IsSupported(operation.Body)
            ? OperationResult.OpNotSupported.Instance
            : CheckSigned(tx, operation, state, signatures, applying: false) ?? OperationRules.Check(tx, operation, state.Settings);

    /// <summary>Whether an operation's source exists and its threshold is reached; null where both hold.</summary>
    public static OperationResult? CheckSigned(
        IncomingTransaction tx, Operation operation, LedgerState state, SignatureChecker signatures, bool applying)
    {
        var source = PublicKey.From(tx.SourceOf(operation).ToAccountId());
        if (state.FindAccount(source) is { } account)
        {
            return signatures.Reaches(account, OperationKinds.ThresholdOf(operation.Body)) ? null : OperationResult.OpBadAuth.Instance;
        }

        // An operation before it may make the account; then its master key will do.
        return applying || operation.SourceAccount is null ? OperationResult.OpNoAccount.Instance
            : signatures.SignedByMasterOf(source) ? null
            : OperationResult.OpBadAuth.Instance;
    }

    private static long FeeFor(TransactionResultCode code, IncomingTransaction tx, LedgerContext next) =>
        code == TransactionResultCode.TxInsufficientFee
            ? Saturating.Add((long)next.BaseFee * tx.PaidOperations, tx.ResourceFee)
            : tx.FeeAt(next.BaseFee);
}
