using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>How far a pool's events have been read.</summary>
/// <param name="Cursor">The server's cursor behind the last page read.</param>
/// <param name="Ledger">The last ledger that this covers whole: where to go on should a server not know the cursor.</param>
public sealed record EventCursor(string Cursor, LedgerNumber Ledger);
