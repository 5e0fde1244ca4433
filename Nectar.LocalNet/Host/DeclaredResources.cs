using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>What a transaction's resource fee is computed from.</summary>
/// <param name="Instructions">Declared CPU instructions.</param>
/// <param name="DiskReadEntries">Classic entries of the footprint and entries listed as archived.</param>
/// <param name="WriteEntries">Read-write keys.</param>
/// <param name="DiskReadBytes">Declared.</param>
/// <param name="WriteBytes">Declared.</param>
/// <param name="EventsBytes">Events and return value; 0 before they are known.</param>
/// <param name="TransactionBytes">The whole signed envelope.</param>
public sealed record DeclaredResources(
    uint Instructions,
    uint DiskReadEntries,
    uint WriteEntries,
    uint DiskReadBytes,
    uint WriteBytes,
    uint EventsBytes,
    uint TransactionBytes)
{
    internal void Write(FrameWriter w)
    {
        w.UInt32(Instructions);
        w.UInt32(DiskReadEntries);
        w.UInt32(WriteEntries);
        w.UInt32(DiskReadBytes);
        w.UInt32(WriteBytes);
        w.UInt32(EventsBytes);
        w.UInt32(TransactionBytes);
    }
}
