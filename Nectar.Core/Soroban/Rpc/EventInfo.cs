using System.Text.Json.Serialization;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>An event in a list.</summary>
public sealed record EventInfo
{
    /// <summary><c>contract</c> or <c>system</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The ledger it happened in.</summary>
    public required LedgerNumber Ledger { get; init; }

    /// <summary>When that closed.</summary>
    [JsonConverter(typeof(UtcTimeConverter))]
    public required DateTimeOffset LedgerClosedAt { get; init; }

    /// <summary>The contract that told it, <c>C…</c>.</summary>
    public required string ContractId { get; init; }

    /// <summary>Its id, which sorts in time and serves as a cursor.</summary>
    public required string Id { get; init; }

    /// <summary>The operation it belongs to, from 0.</summary>
    public required uint OperationIndex { get; init; }

    /// <summary>The transaction's place in the ledger, from 1.</summary>
    public required uint TransactionIndex { get; init; }

    /// <summary>The transaction.</summary>
    public required TransactionHash TxHash { get; init; }

    /// <summary>Whether the call succeeded; old servers only.</summary>
    public bool? InSuccessfulContractCall { get; init; }

    /// <summary>The topics.</summary>
    [JsonPropertyName("topic")]
    public required IReadOnlyList<SCVal> Topics { get; init; }

    /// <summary>The data.</summary>
    public required SCVal Value { get; init; }
}
