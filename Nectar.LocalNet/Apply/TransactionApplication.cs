using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Apply.Accounts;
using Nectar.LocalNet.Apply.Operations;
using Nectar.LocalNet.Apply.Validity;
using Nectar.LocalNet.Soroban;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Apply;

/// <summary>
/// Applies a transaction whose fee has been taken: its sequence number is used up, then all of its operations happen, or none.
/// </summary>
/// <param name="ledger">The ledger that is being closed.</param>
/// <param name="soroban">Carries out Soroban operations.</param>
internal sealed class TransactionApplication(LedgerContext ledger, SorobanApply soroban)
{
    /// <summary>Applies a transaction to a ledger's draft.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="ledgerDraft">The state after the transactions before it.</param>
    /// <param name="seed">The source of what is random in it.</param>
    public AppliedTransaction Apply(IncomingTransaction tx, LedgerDraft ledgerDraft, Hash seed)
    {
        var draft = ledgerDraft.Nest();
        var failure = Prepare(tx, draft);
        ledgerDraft.Absorb(draft);
        var before = draft.Changes();
        return failure is null
            ? Carry(tx, ledgerDraft, before, seed)
            : new AppliedTransaction(failure, before, [], null, [], RefundableFee(tx, ledgerDraft.State.Settings));
    }

    // Uses up the sequence number and the signers for one use; says why the operations cannot follow.
    private TransactionResultResult? Prepare(IncomingTransaction tx, LedgerDraft draft)
    {
        if (tx.FeeBump is { } bump)
        {
            Signers.RemoveOneTime(draft, bump.Payload, [tx.FeeSource]);
        }

        var signatures = new SignatureChecker(tx.Inner.Payload, tx.Inner.Signatures);
        var (level, code) = Validation.CheckAccount(tx, draft.State, ledger, signatures, tx.FeeBump is null, applying: true);
        if (level >= Validation.Level.UsesSequence)
        {
            draft.Put(new LedgerEntryData.Account(SequenceNumbers.Use(draft.State.FindAccount(tx.Source)!, tx.Body.SeqNum, ledger)));
        }

        var unsigned = code is null ? CheckOperationsSigned(tx, draft.State, signatures) : null;
        if (level >= Validation.Level.Signed)
        {
            var accounts = tx.Body.Operations.Select(o => PublicKey.From(tx.SourceOf(o).ToAccountId()));
            Signers.RemoveOneTime(draft, tx.Inner.Payload, accounts.Prepend(tx.Source));
        }

        return code is { } no ? TransactionResults.Of(no)
            : unsigned ?? (signatures.AllUsed ? null : TransactionResults.Of(TransactionResultCode.TxBadAuthExtra));
    }

    private static TransactionResultResult.TxFailed? CheckOperationsSigned(IncomingTransaction tx, LedgerState state, SignatureChecker signatures)
    {
        var found = tx.Body.Operations.Select(o => Validation.CheckSigned(tx, o, state, signatures, applying: false)).ToList();
        return found.TrueForAll(f => f is null)
            ? null
            : new TransactionResultResult.TxFailed(tx.Body.Operations.Select((o, i) => found[i] ?? OperationResults.Success(o.Body)).ToXdrArray());
    }

    private AppliedTransaction Carry(IncomingTransaction tx, LedgerDraft ledgerDraft, XdrArray<LedgerEntryChange> before, Hash seed) =>
        tx.IsSoroban ? CarrySoroban(tx, ledgerDraft, before, seed) : CarryClassic(tx, ledgerDraft, before);

    private AppliedTransaction CarryClassic(IncomingTransaction tx, LedgerDraft ledgerDraft, XdrArray<LedgerEntryChange> before)
    {
        var draft = ledgerDraft.Nest();
        var results = new List<OperationResult>();
        var metas = new List<OperationMetaV2>();
        foreach (var operation in tx.Body.Operations)
        {
            // One that fails does not keep those behind it from being tried: their results tell the sender more.
            var scope = new OperationScope(tx, tx.SourceOf(operation), draft.Nest(), ledger);
            var result = Check(tx, operation, scope.Draft.State) ?? OperationSwitch.Apply(operation.Body, scope);
            results.Add(result);
            if (OperationSwitch.IsSuccess(result))
            {
                draft.Absorb(scope.Draft);
                metas.Add(new OperationMetaV2(ExtensionPoint.V0.Instance, scope.Draft.Changes(), scope.Events.ToXdrArray()));
            }
        }

        if (!results.TrueForAll(OperationSwitch.IsSuccess))
        {
            return Failed(results, before);
        }

        ledgerDraft.Absorb(draft);
        return new AppliedTransaction(new TransactionResultResult.TxSuccess(results.ToXdrArray()), before, metas.ToXdrArray(), null, [], 0);
    }

    private AppliedTransaction CarrySoroban(IncomingTransaction tx, LedgerDraft ledgerDraft, XdrArray<LedgerEntryChange> before, Hash seed)
    {
        var operation = tx.Body.Operations[0];
        if (Check(tx, operation, ledgerDraft.State) is { } wrong)
        {
            return Failed([wrong], before) with { UnusedResourceFee = RefundableFee(tx, ledgerDraft.State.Settings) };
        }

        var draft = ledgerDraft.Nest();
        var source = PublicKey.From(tx.SourceOf(operation).ToAccountId());
        switch (soroban.Apply(draft, ledger, new SorobanOperation(source, operation.Body, tx.SorobanData!, tx.Size, seed)))
        {
            case SorobanOutcome.Success success:
                ledgerDraft.Absorb(draft);
                return new AppliedTransaction(
                    new TransactionResultResult.TxSuccess([new OperationResult.OpInner(success.Result)]),
                    before,
                    [new OperationMetaV2(ExtensionPoint.V0.Instance, draft.Changes(), success.Events)],
                    MetaOf(success),
                    success.DiagnosticEvents,
                    success.Refund);
            case SorobanOutcome.Failure failure:
                return Failed([new OperationResult.OpInner(failure.Result)], before) with
                {
                    Diagnostics = failure.DiagnosticEvents,
                    UnusedResourceFee = failure.Refund,
                };
            default:
                return new AppliedTransaction(
                    TransactionResults.Of(TransactionResultCode.TxInternalError), before, [], null, [], RefundableFee(tx, ledgerDraft.State.Settings));
        }
    }

    private static AppliedTransaction Failed(IEnumerable<OperationResult> results, XdrArray<LedgerEntryChange> before) =>
        new(new TransactionResultResult.TxFailed(results.ToXdrArray()), before, [], null, [], 0);

    private static SorobanTransactionMetaV2 MetaOf(SorobanOutcome.Success success) => new(
        new SorobanTransactionMetaExt.V1(new SorobanTransactionMetaExtV1(
            ExtensionPoint.V0.Instance, success.Fees.NonRefundable, success.Fees.Rent + success.Fees.Events, success.Fees.Rent)),
        success.ReturnValue);

    private static OperationResult? Check(IncomingTransaction tx, Operation operation, LedgerState state) =>
        !OperationKinds.IsSupported(operation.Body) ? OperationResult.OpNotSupported.Instance
        : state.FindAccount(tx.SourceOf(operation).ToAccountId()) is null ? OperationResult.OpNoAccount.Instance
        : OperationRules.Check(tx, operation, state.Settings);

    // What of the resource fee is for rent and events.
    private static long RefundableFee(IncomingTransaction tx, NetworkSettings settings) =>
        tx.SorobanData is { } data ? Math.Max(0, data.ResourceFee - DeclaredFees.NonRefundable(data, tx.Size, settings)) : 0;
}
