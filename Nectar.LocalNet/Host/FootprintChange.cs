using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>What happens to one key of a footprint.</summary>
/// <param name="Key">The key.</param>
/// <param name="IsReadOnly">Then only <paramref name="Lifetime"/> can say anything new.</param>
/// <param name="IsRestored">The entry was archived and is live again.</param>
/// <param name="NewValue">A read-write key without one is erased, and its lifetime with it.</param>
/// <param name="Lifetime">Null for entries without one.</param>
public sealed record FootprintChange(
    LedgerKey Key,
    bool IsReadOnly,
    bool IsRestored,
    LedgerEntry? NewValue,
    LifetimeChange? Lifetime)
{
    internal static FootprintChange Read(ref FrameReader r) => new(
        r.Value<LedgerKey>("change.key"),
        r.Bool("change.isReadOnly"),
        r.Bool("change.isRestored"),
        r.Optional("change.newValue", static (ref FrameReader r) => r.Value<LedgerEntry>("change.newValue")),
        r.Optional("change.lifetime", LifetimeChange.Read));
}
