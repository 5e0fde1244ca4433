using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>A simulated invocation that succeeded.</summary>
/// <param name="ReturnValue">What it returned.</param>
/// <param name="Data">Footprint, resources and resource fee (stroops), margins included.</param>
/// <param name="Authorization">Entries, recorded or as given.</param>
/// <param name="Events">Contract events.</param>
/// <param name="DiagnosticEvents">Empty unless asked for.</param>
/// <param name="Changes">One for each entry written.</param>
/// <param name="Instructions">As measured, without margin.</param>
/// <param name="MemoryBytes">As measured.</param>
/// <param name="RestorePreamble">The restoration that must come first; null where none must.</param>
public sealed record SimulatedInvocation(
    SCVal ReturnValue,
    SorobanTransactionData Data,
    IReadOnlyList<SorobanAuthorizationEntry> Authorization,
    IReadOnlyList<ContractEvent> Events,
    IReadOnlyList<DiagnosticEvent> DiagnosticEvents,
    IReadOnlyList<SimulatedChange> Changes,
    ulong Instructions,
    ulong MemoryBytes,
    SorobanTransactionData? RestorePreamble)
{
    internal static SimulatedInvocation Read(ref FrameReader r) => new(
        r.Value<SCVal>("simulated.returnValue"),
        Needs.Read(ref r),
        r.Values<SorobanAuthorizationEntry>("simulated.authorization"),
        r.Values<ContractEvent>("simulated.events"),
        r.Values<DiagnosticEvent>("simulated.diagnosticEvents"),
        r.Array("simulated.changes", SimulatedChange.Read),
        r.UInt64("simulated.instructions"),
        r.UInt64("simulated.memoryBytes"),
        r.Optional("simulated.restorePreamble", Needs.Read));
}
