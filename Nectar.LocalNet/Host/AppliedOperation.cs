using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>An applied operation that succeeded.</summary>
/// <param name="ReturnValue">Null for extensions and restorations.</param>
/// <param name="Changes">An invocation: one for every key of the footprint, in its order; else those that change.</param>
/// <param name="Events">Contract events.</param>
/// <param name="DiagnosticEvents">Empty unless asked for.</param>
/// <param name="Instructions">CPU instructions as metered.</param>
/// <param name="MemoryBytes">The peak, as metered.</param>
/// <param name="DiskReadBytes">Bytes of classic and restored entries.</param>
/// <param name="WriteBytes">Bytes of new values.</param>
/// <param name="EventsBytes">Bytes of events and return value.</param>
/// <param name="RentChanges">What rent was computed from.</param>
/// <param name="Fees">What the resource fee is spent on.</param>
public sealed record AppliedOperation(
    SCVal? ReturnValue,
    IReadOnlyList<FootprintChange> Changes,
    IReadOnlyList<ContractEvent> Events,
    IReadOnlyList<DiagnosticEvent> DiagnosticEvents,
    ulong Instructions,
    ulong MemoryBytes,
    uint DiskReadBytes,
    uint WriteBytes,
    uint EventsBytes,
    IReadOnlyList<RentChange> RentChanges,
    AppliedFees Fees)
{
    internal static AppliedOperation Read(ref FrameReader r) => new(
        r.ValueOrNone<SCVal>("applied.returnValue"),
        r.Array("applied.changes", FootprintChange.Read),
        r.Values<ContractEvent>("applied.events"),
        r.Values<DiagnosticEvent>("applied.diagnosticEvents"),
        r.UInt64("applied.instructions"),
        r.UInt64("applied.memoryBytes"),
        r.UInt32("applied.diskReadBytes"),
        r.UInt32("applied.writeBytes"),
        r.UInt32("applied.eventsBytes"),
        r.Array("applied.rentChanges", RentChange.Read),
        AppliedFees.Read(ref r));
}
