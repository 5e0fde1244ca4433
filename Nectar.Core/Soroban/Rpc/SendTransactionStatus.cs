using System.Text.Json.Serialization;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>What became of a transaction that was handed in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SendTransactionStatus>))]
public enum SendTransactionStatus
{
    /// <summary>It waits for a ledger.</summary>
    [JsonStringEnumMemberName("PENDING")]
    Pending,

    /// <summary>The same waits already.</summary>
    [JsonStringEnumMemberName("DUPLICATE")]
    Duplicate,

    /// <summary>Not taken: the account has one waiting, or the queue is full.</summary>
    [JsonStringEnumMemberName("TRY_AGAIN_LATER")]
    TryAgainLater,

    /// <summary>Not taken: it is not valid.</summary>
    [JsonStringEnumMemberName("ERROR")]
    Error,
}
