using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Apply.Validity;

/// <summary>What can be said of a transaction without its account: form, resources, bounds, fee.</summary>
internal static class Precheck
{
    /// <summary>The first rule that the inner transaction breaks, or null.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="settings">The network's settings.</param>
    /// <param name="ledger">The ledger that it would be in.</param>
    /// <param name="paysItself">False where a fee bump pays.</param>
    public static TransactionResultCode? Check(IncomingTransaction tx, NetworkSettings settings, LedgerContext ledger, bool paysItself) =>
        !HasForm(tx) ? TransactionResultCode.TxMalformed
        : tx.Body.Operations.Count == 0 ? TransactionResultCode.TxMissingOperation
        : !IsOneSorobanOperationOrNone(tx) ? TransactionResultCode.TxMalformed
        : tx.IsSoroban && SorobanResourceRules.Check(tx, settings, paysItself) is not null ? TransactionResultCode.TxSorobanInvalid
        : IsTooEarly(tx.Body.Cond, ledger) ? TransactionResultCode.TxTooEarly
        : IsTooLate(tx.Body.Cond, ledger) ? TransactionResultCode.TxTooLate
        : tx.InnerInclusionBid < (paysItself ? (long)ledger.BaseFee * tx.InnerPaidOperations : 0) ? TransactionResultCode.TxInsufficientFee
        : null;

    private static bool HasForm(IncomingTransaction tx) => tx.Body.Cond is not Preconditions.V2({ ExtraSigners: var signers })
        || (signers.Count == signers.Distinct().Count()
            && !signers.Any(s => s is SignerKey.Ed25519SignedPayload({ Payload.Length: 0 })));

    // A Soroban transaction declares its resources and does one thing; a classic one declares none.
    private static bool IsOneSorobanOperationOrNone(IncomingTransaction tx) =>
        tx.IsSoroban == (tx.SorobanData is not null) && (!tx.IsSoroban || tx.Body.Operations.Count == 1);

    private static bool IsTooEarly(Preconditions cond, LedgerContext ledger) =>
        (TimeOf(cond) is { } time && time.MinTime > ledger.CloseTime)
        || (cond is Preconditions.V2({ LedgerBounds: { } bounds }) && bounds.MinLedger > ledger.Sequence);

    private static bool IsTooLate(Preconditions cond, LedgerContext ledger) =>
        (TimeOf(cond) is { MaxTime: > 0 } time && time.MaxTime < ledger.CloseTime)
        || (cond is Preconditions.V2({ LedgerBounds: { MaxLedger: > 0 } bounds }) && bounds.MaxLedger <= ledger.Sequence);

    private static TimeBounds? TimeOf(Preconditions cond) => cond switch
    {
        Preconditions.Time(var time) => time,
        Preconditions.V2(var v2) => v2.TimeBounds,
        _ => null,
    };
}
