using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>A simulated extension or restoration.</summary>
/// <param name="Data">Footprint, resources and resource fee (stroops), margins included.</param>
/// <param name="RestorePreamble">The restoration that must come first; null where none must.</param>
public sealed record SimulatedLifetime(SorobanTransactionData Data, SorobanTransactionData? RestorePreamble)
{
    internal static SimulatedLifetime Read(ref FrameReader r) =>
        new(Needs.Read(ref r), r.Optional("simulated.restorePreamble", Needs.Read));
}
