namespace Nectar.LocalNet.Host.Engine;

/// <summary>Answers a <c>LedgerKey</c>'s XDR with the frame of its entry; null where the ledger has none.</summary>
internal delegate byte[]? FetchEntry(ReadOnlySpan<byte> key);
