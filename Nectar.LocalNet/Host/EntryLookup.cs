using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Host;

/// <summary>
/// Finds an entry in the ledger that a simulation reads; null where there is none. Archived entries are there like live
/// ones. It is asked from the host's own threads, never for lifetimes or settings, and must answer alike during one call.
/// What it throws comes out of the call.
/// </summary>
public delegate HeldEntry? EntryLookup(LedgerKey key);
