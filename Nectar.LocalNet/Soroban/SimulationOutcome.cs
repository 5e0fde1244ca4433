using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host;

namespace Nectar.LocalNet.Soroban;

/// <summary>What a simulation found.</summary>
public abstract record SimulationOutcome
{
    private SimulationOutcome()
    {
    }

    /// <summary>The operation would succeed.</summary>
    /// <param name="Data">What the transaction has to carry, margins included; its resource fee is the least that will do.</param>
    /// <param name="Invocation">What an invocation gave; null for extensions and restorations.</param>
    /// <param name="RestorePreamble">The restoration that must come first; null where none must.</param>
    public sealed record Succeeded(
        SorobanTransactionData Data,
        SimulatedInvocation? Invocation,
        SorobanTransactionData? RestorePreamble) : SimulationOutcome
    {
        /// <summary>The least resource fee, in stroops (<c>minResourceFee</c>).</summary>
        public long MinResourceFee => Data.ResourceFee;
    }

    /// <summary>The operation would fail, or cannot be simulated.</summary>
    /// <param name="Error">Why, in words, as RPC's <c>error</c> has it.</param>
    /// <param name="DiagnosticEvents">What happened until then.</param>
    public sealed record Failed(string Error, IReadOnlyList<DiagnosticEvent> DiagnosticEvents) : SimulationOutcome;
}
