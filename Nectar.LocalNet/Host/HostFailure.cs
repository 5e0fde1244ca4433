using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>An operation that was tried and failed.</summary>
/// <param name="ResultCode">The code of the operation's result (soroban.md 2.8), such as −2 TRAPPED; 0 for a simulation.</param>
/// <param name="Error">The host's error; null where not the host objected but a rule around it.</param>
/// <param name="Message">In words; with diagnostics on it holds the log of events, newest first.</param>
/// <param name="DiagnosticEvents">Empty unless they were asked for.</param>
/// <param name="Instructions">CPU instructions as metered.</param>
/// <param name="MemoryBytes">Bytes as metered.</param>
public sealed record HostFailure(
    int ResultCode,
    SCError? Error,
    string Message,
    IReadOnlyList<DiagnosticEvent> DiagnosticEvents,
    ulong Instructions,
    ulong MemoryBytes)
{
    internal static HostFailure Read(ref FrameReader r) => new(
        r.Int32("failure.resultCode"),
        r.ValueOrNone<SCError>("failure.error"),
        r.Text("failure.message"),
        r.Values<DiagnosticEvent>("failure.diagnosticEvents"),
        r.UInt64("failure.instructions"),
        r.UInt64("failure.memoryBytes"));
}
