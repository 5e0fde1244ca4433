using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>The ledger that a call runs in.</summary>
/// <param name="ProtocolVersion">The ledger's protocol; this host runs 28.</param>
/// <param name="Sequence">To simulate: the latest closed ledger. To apply: the ledger that is being closed.</param>
/// <param name="CloseTime">Seconds since 1970.</param>
/// <param name="NetworkId">SHA-256 of the passphrase.</param>
/// <param name="BaseReserve">Stroops.</param>
/// <param name="Settings">The network's settings.</param>
public sealed record HostContext(
    uint ProtocolVersion,
    uint Sequence,
    ulong CloseTime,
    Hash NetworkId,
    uint BaseReserve,
    HostSettings Settings)
{
    internal void Write(FrameWriter w)
    {
        w.UInt32(ProtocolVersion);
        w.UInt32(Sequence);
        w.UInt64(CloseTime);
        w.Raw(NetworkId.Span);
        w.UInt32(BaseReserve);
        Settings.Write(w);
    }
}
