using System.Text.Json.Serialization;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>The events of a transaction.</summary>
public sealed record TransactionEvents
{
    /// <summary>Of the transaction itself, like its fee.</summary>
    [JsonPropertyName("transactionEventsXdr")]
    public IReadOnlyList<TransactionEvent>? OfTransaction { get; init; }

    /// <summary>Of contracts, by operation.</summary>
    [JsonPropertyName("contractEventsXdr")]
    public IReadOnlyList<IReadOnlyList<ContractEvent>>? OfOperations { get; init; }
}
