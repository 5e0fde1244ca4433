using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Soroban;

/// <summary>Applies Soroban operations to a ledger in the making.</summary>
/// <param name="host">The host; one serves any number of ledgers.</param>
public sealed class SorobanApply(SorobanHost host)
{
    /// <summary>
    /// Applies an operation. Success writes its changes into the draft: new values and lifetimes, erased keys, archived
    /// entries that came back as restored. Anything else leaves the draft as it was.
    /// </summary>
    /// <param name="draft">The ledger's entries as the transactions before this one left them.</param>
    /// <param name="ledger">The ledger that is being closed.</param>
    /// <param name="operation">A valid one.</param>
    /// <exception cref="ArgumentException">The operation is none of Soroban's.</exception>
    public SorobanOutcome Apply(LedgerDraft draft, LedgerContext ledger, SorobanOperation operation)
    {
        var submitted = new SubmittedOperation(
            HostLedger.ContextOf(draft.State, ledger),
            CallFlags.Diagnostics,
            operation.EnvelopeSize,
            operation.Data,
            HostLedger.EntriesOf(draft.State, operation.Data.Resources.Footprint));
        return Call(submitted, operation) switch
        {
            HostResult<AppliedOperation>.Ok(var applied) => Succeed(draft, operation, applied),
            HostResult<AppliedOperation>.Failed(var failure) => Fail(submitted.Context.Settings, operation, failure),
            HostResult<AppliedOperation>.Refused(var status, var reason) => new SorobanOutcome.Refused(status, reason),
            _ => throw new InvalidOperationException("a result is one of three"),
        };
    }

    private HostResult<AppliedOperation> Call(SubmittedOperation submitted, SorobanOperation operation) => operation.Body switch
    {
        OperationBody.InvokeHostFunction(var op) => host.ApplyInvoke(
            new Invocation(submitted, operation.Source, op.HostFunction, operation.Seed, op.Auth)),
        OperationBody.ExtendFootprintTtl(var op) => host.ApplyExtendTtl(submitted, op.ExtendTo),
        OperationBody.RestoreFootprint => host.ApplyRestore(submitted),
        var body => throw OperationResultCodes.NotSoroban(body),
    };

    private static SorobanOutcome.Success Succeed(LedgerDraft draft, SorobanOperation operation, AppliedOperation applied)
    {
        FootprintWriting.Write(draft, applied.Changes);
        var events = applied.Events.ToXdrArray();
        return new SorobanOutcome.Success(
            OperationResultCodes.Succeeded(operation.Body, applied.ReturnValue, events),
            applied.ReturnValue,
            events,
            applied.DiagnosticEvents.Concat(CoreMetrics.Of(true, applied.Instructions, applied.MemoryBytes)).ToXdrArray(),
            applied.Fees,
            operation.Data.ResourceFee - applied.Fees.Total,
            applied.Instructions,
            applied.MemoryBytes);
    }

    private SorobanOutcome Fail(HostSettings settings, SorobanOperation operation, HostFailure failure) =>
        host.ResourceFee(settings, Declarations.ResourcesOf(operation.Data, operation.EnvelopeSize)) switch
        {
            HostResult<ResourceFee>.Ok(var fee) => new SorobanOutcome.Failure(
                OperationResultCodes.Failed(operation.Body, failure.ResultCode),
                failure.Error,
                failure.Message,
                failure.DiagnosticEvents.Concat(CoreMetrics.Of(false, failure.Instructions, failure.MemoryBytes)).ToXdrArray(),
                fee.NonRefundable,
                operation.Data.ResourceFee - fee.NonRefundable,
                failure.Instructions,
                failure.MemoryBytes),
            HostResult<ResourceFee>.Refused(var status, var reason) => new SorobanOutcome.Refused(status, reason),
            var other => throw new InvalidOperationException($"a fee cannot fail: {other}"),
        };
}
