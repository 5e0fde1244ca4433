using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Soroban;

/// <summary>Simulates Soroban operations on a closed ledger, as RPC's <c>simulateTransaction</c> does.</summary>
/// <param name="host">The host; one serves any number of ledgers.</param>
public sealed class SorobanSimulation(SorobanHost host)
{
    /// <summary>Simulates an operation.</summary>
    /// <param name="state">The entries of the latest closed ledger.</param>
    /// <param name="ledger">That ledger itself: RPC simulates with its sequence and close time.</param>
    /// <param name="request">The operation.</param>
    /// <param name="cancellation">Ends the wait for a free instance.</param>
    /// <exception cref="OperationCanceledException">It was cancelled before it began.</exception>
    public async Task<SimulationOutcome> SimulateAsync(
        LedgerState state, LedgerContext ledger, SimulationRequest request, CancellationToken cancellation = default)
    {
        var context = HostLedger.ContextOf(state, ledger);
        HeldEntry? Find(LedgerKey key) => HostLedger.Find(state, key);
        switch (request.Body)
        {
            case OperationBody.InvokeHostFunction(var op):
                if (ModeOf(request, op) is not { } mode)
                {
                    return Fail($"cannot set authMode 'record' or 'record_allow_nonroot' with {op.Auth.Count} authorization entries present");
                }

                var invoked = await host.SimulateInvokeAsync(InvocationOf(context, request, op, mode), Find, cancellation).ConfigureAwait(false);
                return Outcome(invoked, i => new SimulationOutcome.Succeeded(i.Data, i, i.RestorePreamble));

            case OperationBody.ExtendFootprintTtl(var op):
                var extension = new LifetimeSimulation(
                    context, CallFlags.RestorePreamble, Margins(request), [.. request.Data?.Resources.Footprint.ReadOnly ?? default], op.ExtendTo);
                return await SimulateLifetimeAsync(extension, Find, cancellation).ConfigureAwait(false);

            case OperationBody.RestoreFootprint:
                var restoration = new LifetimeSimulation(
                    context, CallFlags.None, Margins(request), [.. request.Data?.Resources.Footprint.ReadWrite ?? default], null);
                return await SimulateLifetimeAsync(restoration, Find, cancellation).ConfigureAwait(false);

            default:
                return Fail($"Transaction contains unsupported operation type: {request.Body.Discriminant}");
        }
    }

    private static InvokeSimulation InvocationOf(
        HostContext context, SimulationRequest request, InvokeHostFunctionOp op, AuthorizationMode mode) => new(
        context,
        CallFlags.Diagnostics,
        Margins(request),
        request.Source,
        op.HostFunction,
        request.Seed ?? SorobanSeed.Random(),
        mode,
        op.Auth);

    // Null where entries are given and are to be recorded as well.
    private static AuthorizationMode? ModeOf(SimulationRequest request, InvokeHostFunctionOp op) =>
        (request.Authorization, op.Auth.Count > 0, request.UsesUpgradedAuthorization) switch
        {
            (SimulationAuthorization.Enforce, _, _) or (SimulationAuthorization.Unnamed, true, _) => AuthorizationMode.Enforce,
            (_, true, _) => null,
            (SimulationAuthorization.RecordAllowNonRoot, _, false) => AuthorizationMode.RecordAllowNonRoot,
            (SimulationAuthorization.RecordAllowNonRoot, _, true) => AuthorizationMode.RecordAllowNonRootV2,
            (_, _, false) => AuthorizationMode.Record,
            (_, _, true) => AuthorizationMode.RecordV2,
        };

    private static Adjustments Margins(SimulationRequest request)
    {
        var usual = Adjustments.Usual;
        var leeway = Math.Max(usual.Instructions.Addend, request.InstructionLeeway);
        return usual with { Instructions = usual.Instructions with { Addend = leeway } };
    }

    private async Task<SimulationOutcome> SimulateLifetimeAsync(
        LifetimeSimulation simulation, EntryLookup find, CancellationToken cancellation) =>
        Outcome(
            await host.SimulateLifetimeAsync(simulation, find, cancellation).ConfigureAwait(false),
            l => new SimulationOutcome.Succeeded(l.Data, null, l.RestorePreamble));

    private static SimulationOutcome Outcome<T>(HostResult<T> result, Func<T, SimulationOutcome> succeeded) => result switch
    {
        HostResult<T>.Ok(var value) => succeeded(value),
        HostResult<T>.Failed(var failure) => new SimulationOutcome.Failed(failure.Message, failure.DiagnosticEvents),
        HostResult<T>.Refused(_, var reason) => Fail(reason),
        _ => throw new InvalidOperationException("a result is one of three"),
    };

    private static SimulationOutcome.Failed Fail(string error) => new(error, []);
}
