using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>What every applied operation carries.</summary>
/// <param name="Context">The ledger that is being closed.</param>
/// <param name="Flags">Diagnostics only.</param>
/// <param name="EnvelopeSize">Bytes of the whole signed envelope, as fees count it.</param>
/// <param name="Data">As the transaction carries it.</param>
/// <param name="Entries">One for each key of the footprint, read-only ones first; null where the ledger has none.</param>
public sealed record SubmittedOperation(
    HostContext Context,
    CallFlags Flags,
    uint EnvelopeSize,
    SorobanTransactionData Data,
    IReadOnlyList<HeldEntry?> Entries)
{
    internal void Write(FrameWriter w)
    {
        Context.Write(w);
        w.UInt32((uint)Flags);
        w.UInt32(EnvelopeSize);
        w.Value(Data);
        w.Array(Entries, static (w, entry) => w.Optional(entry, static (w, e) => e.Write(w)));
    }
}
