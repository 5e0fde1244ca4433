using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Soroban;

/// <summary>
/// What a call used, as the diagnostic events with which validators tell it: topics <c>core_metrics</c> and the figure's name, the
/// figure as data. Of their figures, the two that the host itself measures.
/// </summary>
internal static class CoreMetrics
{
    private static readonly SCVal kind = SCVal.FromSymbol("core_metrics");

    /// <summary>The events of a call.</summary>
    /// <param name="succeeded">Whether it did.</param>
    /// <param name="instructions">CPU instructions as metered.</param>
    /// <param name="memoryBytes">Memory as metered.</param>
    public static IEnumerable<DiagnosticEvent> Of(bool succeeded, ulong instructions, ulong memoryBytes) =>
        [Event(succeeded, "cpu_insn", instructions), Event(succeeded, "mem_byte", memoryBytes)];

    private static DiagnosticEvent Event(bool succeeded, string name, ulong figure) => new(
        succeeded,
        new ContractEvent(
            ExtensionPoint.V0.Instance,
            null,
            ContractEventType.Diagnostic,
            new ContractEventBody.V0(new ContractEventV0([kind, SCVal.FromSymbol(name)], SCVal.FromUInt64(figure)))));
}
