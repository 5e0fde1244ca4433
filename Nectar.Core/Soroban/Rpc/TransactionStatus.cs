using System.Text.Json.Serialization;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>Whether a transaction is in a ledger, and how it went.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TransactionStatus>))]
public enum TransactionStatus
{
    /// <summary>In no ledger that the server keeps.</summary>
    [JsonStringEnumMemberName("NOT_FOUND")]
    NotFound,

    /// <summary>Included, and it did what it says.</summary>
    [JsonStringEnumMemberName("SUCCESS")]
    Success,

    /// <summary>Included, and it failed: only fee and sequence number are gone.</summary>
    [JsonStringEnumMemberName("FAILED")]
    Failed,
}
