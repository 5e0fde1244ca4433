using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>A simulation of an <c>ExtendFootprintTTLOp</c> or of a <c>RestoreFootprintOp</c>.</summary>
/// <param name="Context">The latest closed ledger.</param>
/// <param name="Flags">Diagnostics, restore preamble.</param>
/// <param name="Adjustments">Margins; null for the usual.</param>
/// <param name="Keys">Contract data and code.</param>
/// <param name="ExtendTo">Ledgers from the current one; null for a restoration.</param>
public sealed record LifetimeSimulation(
    HostContext Context,
    CallFlags Flags,
    Adjustments? Adjustments,
    IReadOnlyList<LedgerKey> Keys,
    uint? ExtendTo)
{
    internal void Write(FrameWriter w)
    {
        Context.Write(w);
        w.UInt32((uint)Flags);
        w.Optional(Adjustments, static (w, a) => a.Write(w));
        w.Values(Keys);
        if (ExtendTo is { } ledgers)
        {
            w.UInt32(ledgers);
        }
    }
}
