using System.Text.Json.Serialization;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>A ledger in a list.</summary>
public sealed record LedgerInfo
{
    /// <summary>Its hash in hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Its number.</summary>
    public required LedgerNumber Sequence { get; init; }

    /// <summary>When it closed, in Unix seconds.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    public required long LedgerCloseTime { get; init; }

    /// <summary>Its header and hash.</summary>
    [JsonPropertyName("headerXdr")]
    public required LedgerHeaderHistoryEntry Header { get; init; }

    /// <summary>All that happened in it.</summary>
    [JsonPropertyName("metadataXdr")]
    public required LedgerCloseMeta Metadata { get; init; }
}
