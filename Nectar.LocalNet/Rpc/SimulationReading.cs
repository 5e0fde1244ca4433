using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Soroban;

namespace Nectar.LocalNet.Rpc;

/// <summary>What <c>simulateTransaction</c> asks for: a transaction with exactly one operation of the contract kind and no memo.</summary>
internal static class SimulationReading
{
    /// <summary>The operation and how to simulate it; or null, and why it cannot be.</summary>
    public static (SimulationRequest? Request, string Problem) Read(SimulateTransactionRequest given)
    {
        var (source, memo, data) = Parts(given.Transaction);
        if (EnvelopeReading.OperationsOf(given.Transaction) is not [var operation])
        {
            return (null, $"Transaction has {EnvelopeReading.OperationsOf(given.Transaction).Count} operations; a simulation takes exactly 1");
        }

        if (memo is not Memo.None)
        {
            return (null, "Transaction contains a memo. Soroban transactions do not support memos.");
        }

        if (operation.Body is OperationBody.ExtendFootprintTtl or OperationBody.RestoreFootprint && data is null)
        {
            return (null, $"Transaction has no SorobanTransactionData; {operation.Body.Discriminant} takes its keys from there");
        }

        if (Mode(given.AuthMode) is not { } mode)
        {
            return (null, $"authMode is {Refusal.Shown(given.AuthMode!)}; it must be 'enforce', 'record' or 'record_allow_nonroot'");
        }

        if (given.AuthMode is { Length: > 0 } && operation.Body is not OperationBody.InvokeHostFunction)
        {
            return (null, "authMode goes only with an InvokeHostFunction operation");
        }

        return (
            new SimulationRequest(Key(operation.SourceAccount ?? source), operation.Body, data)
            {
                Authorization = mode,
                UsesUpgradedAuthorization = given.UseUpgradedAuth ?? false,
                InstructionLeeway = (uint)Math.Min(given.ResourceConfig?.InstructionLeeway ?? 0, uint.MaxValue),
            },
            "");
    }

    private static SimulationAuthorization? Mode(string? name) => name switch
    {
        null or "" => SimulationAuthorization.Unnamed,
        "enforce" => SimulationAuthorization.Enforce,
        "record" => SimulationAuthorization.Record,
        "record_allow_nonroot" => SimulationAuthorization.RecordAllowNonRoot,
        _ => null,
    };

    private static PublicKey Key(MuxedAccount account) => PublicKey.From(account.ToAccountId());

    private static (MuxedAccount Source, Memo Memo, SorobanTransactionData? Data) Parts(TransactionEnvelope envelope) => envelope switch
    {
        TransactionEnvelope.Tx(var v1) => Parts(v1),
        TransactionEnvelope.TxV0(var v0) => (new MuxedAccount.Ed25519(v0.Tx.SourceAccountEd25519), v0.Tx.Memo, null),
        TransactionEnvelope.TxFeeBump({ Tx.InnerTx: FeeBumpTransactionInnerTx.Tx(var inner) }) => Parts(inner),
        _ => throw new XdrException(nameof(TransactionEnvelope), $"{envelope.Discriminant} is not a known value"),
    };

    private static (MuxedAccount Source, Memo Memo, SorobanTransactionData? Data) Parts(TransactionV1Envelope envelope) =>
        (envelope.Tx.SourceAccount, envelope.Tx.Memo, envelope.Tx.Ext is TransactionExt.V1(var data) ? data : null);
}
