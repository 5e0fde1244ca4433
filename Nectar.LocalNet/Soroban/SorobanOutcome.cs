using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host;

namespace Nectar.LocalNet.Soroban;

/// <summary>What became of an applied Soroban operation.</summary>
public abstract record SorobanOutcome
{
    private SorobanOutcome()
    {
    }

    /// <summary>It succeeded, and its changes are in the draft.</summary>
    /// <param name="Result">The operation's result; an invocation's has the hash of return value and events.</param>
    /// <param name="ReturnValue">Null for extensions and restorations.</param>
    /// <param name="Events">Contract events, in order.</param>
    /// <param name="DiagnosticEvents">What happened on the way, and what was used.</param>
    /// <param name="Fees">What of the declared resource fee is charged, in stroops.</param>
    /// <param name="Refund">What of it is given back.</param>
    /// <param name="Instructions">CPU instructions as metered.</param>
    /// <param name="MemoryBytes">The peak, as metered.</param>
    public sealed record Success(
        OperationResultTr Result,
        SCVal? ReturnValue,
        XdrArray<ContractEvent> Events,
        XdrArray<DiagnosticEvent> DiagnosticEvents,
        AppliedFees Fees,
        long Refund,
        ulong Instructions,
        ulong MemoryBytes) : SorobanOutcome;

    /// <summary>It failed, and the draft is as it was.</summary>
    /// <param name="Result">The operation's result.</param>
    /// <param name="Error">The host's error; null where a rule around the host objected.</param>
    /// <param name="Message">Why, in words.</param>
    /// <param name="DiagnosticEvents">What happened on the way, and what was used.</param>
    /// <param name="NonRefundableFee">What of the declared resource fee is charged all the same, in stroops.</param>
    /// <param name="Refund">The rest of it.</param>
    /// <param name="Instructions">CPU instructions as metered until then.</param>
    /// <param name="MemoryBytes">As metered until then.</param>
    public sealed record Failure(
        OperationResultTr Result,
        SCError? Error,
        string Message,
        XdrArray<DiagnosticEvent> DiagnosticEvents,
        long NonRefundableFee,
        long Refund,
        ulong Instructions,
        ulong MemoryBytes) : SorobanOutcome;

    /// <summary>
    /// It could not be tried, and the draft is as it was. Validation lets no such transaction through, so for the
    /// ledger this is txINTERNAL_ERROR.
    /// </summary>
    /// <param name="Status">Which rule was broken.</param>
    /// <param name="Reason">The value and the rule in words.</param>
    public sealed record Refused(HostStatus Status, string Reason) : SorobanOutcome;
}
