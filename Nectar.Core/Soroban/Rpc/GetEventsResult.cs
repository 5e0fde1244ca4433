using System.Text.Json.Serialization;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>A page of events.</summary>
public sealed record GetEventsResult
{
    /// <summary>The events in the order in which they happened.</summary>
    public IReadOnlyList<EventInfo> Events { get; init; } = [];

    /// <summary>Where the next page begins.</summary>
    public required string Cursor { get; init; }

    /// <summary>The last ledger the server knows.</summary>
    public required LedgerNumber LatestLedger { get; init; }

    /// <summary>The first ledger the server keeps.</summary>
    public LedgerNumber? OldestLedger { get; init; }

    /// <summary>When the last closed, in Unix seconds.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    public long? LatestLedgerCloseTime { get; init; }

    /// <summary>When the first closed, in Unix seconds.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    public long? OldestLedgerCloseTime { get; init; }
}
