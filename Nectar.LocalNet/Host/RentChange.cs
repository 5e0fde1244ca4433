using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>One entry's size and lifetime before and after, from which rent is computed.</summary>
/// <param name="IsPersistent">False for temporary entries.</param>
/// <param name="IsCode">Whether it is contract code, which pays a third.</param>
/// <param name="OldSize">Bytes that rent counted before; 0 for a new or restored entry.</param>
/// <param name="NewSize">Bytes that rent counts now.</param>
/// <param name="OldLiveUntil">0 for a new or restored entry.</param>
/// <param name="NewLiveUntil">The last ledger in which it will be live.</param>
public sealed record RentChange(bool IsPersistent, bool IsCode, uint OldSize, uint NewSize, uint OldLiveUntil, uint NewLiveUntil)
{
    internal static RentChange Read(ref FrameReader r) => new(
        r.Bool("rentChange.isPersistent"),
        r.Bool("rentChange.isCode"),
        r.UInt32("rentChange.oldSize"),
        r.UInt32("rentChange.newSize"),
        r.UInt32("rentChange.oldLiveUntil"),
        r.UInt32("rentChange.newLiveUntil"));

    internal void Write(FrameWriter w)
    {
        w.Bool(IsPersistent);
        w.Bool(IsCode);
        w.UInt32(OldSize);
        w.UInt32(NewSize);
        w.UInt32(OldLiveUntil);
        w.UInt32(NewLiveUntil);
    }
}
