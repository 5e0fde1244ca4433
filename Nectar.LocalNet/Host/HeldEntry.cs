using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>An entry as the ledger holds it.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="LiveUntil">The last ledger in which it is live: for contract data and code, null for all else.</param>
public sealed record HeldEntry(LedgerEntry Entry, uint? LiveUntil)
{
    internal void Write(FrameWriter w)
    {
        w.Value(Entry);
        w.Optional(LiveUntil);
    }
}
