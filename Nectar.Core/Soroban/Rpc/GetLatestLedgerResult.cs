using System.Text.Json.Serialization;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>The last ledger a server knows.</summary>
public sealed record GetLatestLedgerResult
{
    /// <summary>The ledger's hash in hex.</summary>
    public required string Id { get; init; }

    /// <summary>The protocol it follows.</summary>
    public required uint ProtocolVersion { get; init; }

    /// <summary>Its number.</summary>
    public required LedgerNumber Sequence { get; init; }

    /// <summary>When it closed, in Unix seconds; servers before 26 do not say.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    public long? CloseTime { get; init; }

    /// <summary>Its header; servers before 26 do not say.</summary>
    [JsonPropertyName("headerXdr")]
    public LedgerHeader? Header { get; init; }

    /// <summary>All that happened in it; servers before 26 do not say.</summary>
    [JsonPropertyName("metadataXdr")]
    public LedgerCloseMeta? Metadata { get; init; }
}
