using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Sending;

/// <summary>What the network's answers mean. Pure.</summary>
internal static class OutcomeReading
{
    /// <summary>The outcome of a transaction that is in a ledger.</summary>
    /// <exception cref="RpcTransportException">The server left out what it must say.</exception>
    public static SendOutcome OfIncluded(TransactionHash hash, GetTransactionResult found)
    {
        if (found is not { Result: { } result, ResultMeta: { } meta, Ledger: { } ledger })
        {
            throw new RpcTransportException("getTransaction", $"a found transaction {hash} without result, meta or ledger");
        }

        if (found.Status == TransactionStatus.Success)
        {
            return new SendOutcome.Included(hash, ledger, result, meta);
        }

        return IsTrapped(result) && HostErrorEvents.Read(found.DiagnosticEvents ?? DiagnosticsOf(meta)) is { } error
            ? Rejected(HostErrorEvents.Split(error), "the call failed in a ledger", hash)
            : new SendOutcome.Refused(CodeOf(result), result, hash);
    }

    /// <summary>The outcome of a simulation that failed.</summary>
    public static SendOutcome.Rejected OfFailedSimulation(SimulateTransactionResult simulated)
    {
        var text = simulated.Error ?? "";
        var error = HostErrorText.Read(text)
            ?? (HostErrorEvents.Read(simulated.Events) is { } found ? HostErrorEvents.Split(found) : null);
        // A failure that names no error is the host's own: it could not run the call at all.
        return Rejected(error ?? (SCErrorType.Context, (uint)SCErrorCode.InternalError), text, null);
    }

    /// <summary>The code of a result; of a fee bump, that of the transaction inside.</summary>
    public static TransactionResultCode CodeOf(TransactionResult result) => result.Result switch
    {
        TransactionResultResult.TxFeeBumpInnerFailed(var inner) => inner.Result.Result.Discriminant,
        TransactionResultResult.TxFeeBumpInnerSuccess(var inner) => inner.Result.Result.Discriminant,
        var other => other.Discriminant,
    };

    private static SendOutcome.Rejected Rejected((SCErrorType Type, uint Number) error, string detail, TransactionHash? hash) =>
        new(error.Type, error.Number, detail, hash);

    private static bool IsTrapped(TransactionResult result)
    {
        XdrArray<OperationResult>? operations = result.Result switch
        {
            TransactionResultResult.TxFailed(var own) => own,
            TransactionResultResult.TxFeeBumpInnerFailed({ Result.Result: InnerTransactionResultResult.TxFailed(var inner) }) => inner,
            _ => null,
        };
        return operations is [OperationResult.OpInner(OperationResultTr.InvokeHostFunction(InvokeHostFunctionResult.Trapped))];
    }

    private static IEnumerable<DiagnosticEvent>? DiagnosticsOf(TransactionMeta meta) => meta switch
    {
        TransactionMeta.V4(var v4) => v4.DiagnosticEvents,
        TransactionMeta.V3({ SorobanMeta: { } soroban }) => soroban.DiagnosticEvents,
        _ => null,
    };
}
