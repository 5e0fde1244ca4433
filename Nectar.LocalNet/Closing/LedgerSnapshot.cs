using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Closing;

/// <summary>A closed ledger with its state. Immutable, and good for as long as anyone keeps it.</summary>
/// <param name="Ledger">Its header, transactions and meta.</param>
/// <param name="Header">The header, decoded.</param>
/// <param name="State">All entries after it.</param>
/// <param name="Context">What transactions could know of it.</param>
public sealed record LedgerSnapshot(ClosedLedger Ledger, LedgerHeader Header, LedgerState State, LedgerContext Context)
{
    /// <summary>The sequence number.</summary>
    public uint Sequence => Ledger.Sequence;

    /// <summary>The hash.</summary>
    public Hash Hash => Ledger.Hash;

    /// <summary>The close time, seconds since 1970.</summary>
    public ulong CloseTime => Ledger.CloseTime;
}
