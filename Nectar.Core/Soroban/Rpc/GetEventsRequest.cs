using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>Asks for events.</summary>
public sealed record GetEventsRequest
{
    /// <summary>The first ledger; null where there is a cursor.</summary>
    public LedgerNumber? StartLedger { get; init; }

    /// <summary>The ledger before which to stop; null where there is a cursor, and for as far as the server goes.</summary>
    public LedgerNumber? EndLedger { get; init; }

    /// <summary>At most five, of which one must fit; none lets all pass.</summary>
    public IReadOnlyList<EventFilter>? Filters { get; init; }

    /// <summary>The cursor and the page's length: 100 by default, 10,000 at most.</summary>
    public Pagination? Pagination { get; init; }
}
