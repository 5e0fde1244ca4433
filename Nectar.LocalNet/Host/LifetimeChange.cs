using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>An entry's lifetime before and after; it is to be written where the new one is later.</summary>
/// <param name="KeyHash">SHA-256 of the key's XDR, by which lifetimes are filed.</param>
/// <param name="OldLiveUntil">0 for a new entry.</param>
/// <param name="NewLiveUntil">The last ledger in which the entry will be live.</param>
public sealed record LifetimeChange(Hash KeyHash, uint OldLiveUntil, uint NewLiveUntil)
{
    internal static LifetimeChange Read(ref FrameReader r) => new(
        r.Hash("lifetime.keyHash"),
        r.UInt32("lifetime.oldLiveUntil"),
        r.UInt32("lifetime.newLiveUntil"));
}
