using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Units;
using Nectar.LocalNet.Host;
using Nectar.LocalNet.Soroban;

namespace Nectar.LocalNet.Rpc;

/// <summary>What a simulation found, in the words of the protocol. That it failed is an answer too, not an error.</summary>
internal static class SimulationAnswer
{
    /// <summary>Of a simulation.</summary>
    public static SimulateTransactionResult Of(SimulationOutcome outcome, uint latest) => outcome switch
    {
        SimulationOutcome.Succeeded(var data, var invocation, var restore) succeeded => new SimulateTransactionResult
        {
            LatestLedger = new LedgerNumber(latest),
            TransactionData = data,
            MinResourceFee = succeeded.MinResourceFee,
            Results = invocation is null ? null : [new SimulatedHostFunction { ReturnValue = invocation.ReturnValue, Auth = invocation.Authorization }],
            Events = invocation is null or { DiagnosticEvents.Count: 0 } ? null : invocation.DiagnosticEvents,
            StateChanges = invocation is null or { Changes.Count: 0 } ? null : [.. invocation.Changes.Select(Change)],
            RestorePreamble = restore is null ? null : new RestorePreamble { TransactionData = restore, MinResourceFee = restore.ResourceFee },
        },
        SimulationOutcome.Failed(var error, var events) => Failed(error, latest) with { Events = events.Count == 0 ? null : events },
        _ => throw new InvalidOperationException($"a third outcome: {outcome}"),
    };

    /// <summary>Of one that could not be tried.</summary>
    public static SimulateTransactionResult Failed(string error, uint latest) => new() { Error = error, LatestLedger = new LedgerNumber(latest) };

    private static SimulatedStateChange Change(SimulatedChange change) => new()
    {
        Type = (change.Before, change.After) switch
        {
            (null, _) => "created",
            (_, null) => "deleted",
            _ => "updated",
        },
        Key = change.Key,
        Before = change.Before,
        After = change.After,
    };
}
