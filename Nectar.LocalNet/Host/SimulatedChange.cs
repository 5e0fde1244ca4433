using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>An entry that a simulation wrote; at least one of before and after is there.</summary>
/// <param name="Key">The entry's key.</param>
/// <param name="Before">Null for a new entry.</param>
/// <param name="After">Null for a removed one.</param>
public sealed record SimulatedChange(LedgerKey Key, LedgerEntry? Before, LedgerEntry? After)
{
    internal static SimulatedChange Read(ref FrameReader r) => new(
        r.Value<LedgerKey>("change.key"),
        r.Optional("change.before", static (ref FrameReader r) => r.Value<LedgerEntry>("change.before")),
        r.Optional("change.after", static (ref FrameReader r) => r.Value<LedgerEntry>("change.after")));
}
