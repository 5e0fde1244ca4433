using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.LocalNet.Closing;

namespace Nectar.LocalNet.Rpc;

/// <summary>Answers <c>getEvents</c>.</summary>
internal static class EventReading
{
    private const uint DefaultLimit = 100;
    private const uint MaxLimit = 10_000;

    // How many ledgers one request may look through.
    private const uint MaxLedgers = 10_000;

    /// <summary>
    /// A page of events. Its cursor is the id of the last event where the page is full, else the end of the last ledger
    /// that was looked through, so that asking again goes on there.
    /// </summary>
    public static GetEventsResult Page(GetEventsRequest request, RetainedRange kept, Func<uint, ClosedLedger?> find)
    {
        var (start, limit) = ReadStart(request);
        var selection = new EventSelection(request.Filters);
        if (!kept.Holds(start.Place.Ledger))
        {
            throw kept.Outside("startLedger", start.Place.Ledger);
        }

        var end = (uint)Math.Min(kept.Latest.Sequence + 1L, (long)start.Place.Ledger + MaxLedgers);
        end = request.EndLedger is { Value: > 0 } asked ? Math.Min(asked.Value, end) : end;
        var events = new List<EventInfo>();
        for (var number = start.Place.Ledger; number < end && events.Count < limit && find(number) is { } ledger; number++)
        {
            events.AddRange(Placed(ledger)
                .Where(e => e.Cursor.CompareTo(start) >= 0 && selection.Passes(e.Happened))
                .Take(limit - events.Count)
                .Select(e => Info(ledger, e)));
        }

        return new GetEventsResult
        {
            Events = events,
            Cursor = events.Count == limit ? events[^1].Id : EventCursor.EndOf(end - 1).ToString(),
            LatestLedger = new LedgerNumber(kept.Latest.Sequence),
            LatestLedgerCloseTime = (long)kept.Latest.CloseTime,
            OldestLedger = new LedgerNumber(kept.Oldest.Sequence),
            OldestLedgerCloseTime = (long)kept.Oldest.CloseTime,
        };
    }

    private static (EventCursor Start, int Limit) ReadStart(GetEventsRequest request)
    {
        var start = (request.Pagination?.Cursor, request.StartLedger?.Value ?? 0, request.EndLedger?.Value ?? 0) switch
        {
            (not null, > 0, _) or (not null, _, > 0) => throw Refusal.Parameter("pagination.cursor is given together with startLedger or endLedger; only one of both is allowed"),
            (null, 0, _) => throw Refusal.Parameter("startLedger is missing or 0; it must be given where there is no pagination.cursor"),
            (null, var ledger, _) => EventCursor.StartOf(ledger),
            ({ } text, _, _) when EventCursor.TryParse(text, out var cursor) => cursor.Next(),
            ({ } text, _, _) => throw Refusal.Parameter($"pagination.cursor is {Refusal.Shown(text)}; it must be the id of an event or the cursor of an earlier answer"),
        };
        var limit = request.Pagination?.Limit is { } some and not 0 ? some : DefaultLimit;
        return limit <= MaxLimit
            ? (start, (int)limit)
            : throw Refusal.Parameter($"pagination.limit is {limit}; at most {MaxLimit} are allowed");
    }

    private static IEnumerable<PlacedEvent> Placed(ClosedLedger ledger) =>
        LedgerEvents.Of(ledger.Sequence, [.. ledger.Transactions.Select(t => (t.Hash, t.Succeeded, t.Meta()))]);

    private static EventInfo Info(ClosedLedger ledger, PlacedEvent placed)
    {
        var body = ((ContractEventBody.V0)placed.Happened.Body).Value;
        return new EventInfo
        {
            Type = placed.Happened.Type == ContractEventType.System ? "system" : "contract",
            Ledger = new LedgerNumber(ledger.Sequence),
            LedgerClosedAt = DateTimeOffset.FromUnixTimeSeconds((long)ledger.CloseTime),
            ContractId = placed.Happened.ContractId?.ToString() ?? "",
            Id = placed.Cursor.ToString(),
            OperationIndex = placed.Cursor.Place.Operation,
            TransactionIndex = placed.Cursor.Place.Transaction,
            TxHash = placed.Transaction,
            InSuccessfulContractCall = placed.Successful,
            Topics = body.Topics,
            Value = body.Data,
        };
    }
}
