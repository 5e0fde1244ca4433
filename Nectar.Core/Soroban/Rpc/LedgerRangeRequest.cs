using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>Asks for transactions or ledgers from a ledger, or a cursor, on.</summary>
/// <param name="StartLedger">The first ledger; null where there is a cursor.</param>
/// <param name="Pagination">The cursor and the page's length.</param>
public sealed record LedgerRangeRequest(LedgerNumber? StartLedger = null, Pagination? Pagination = null);
