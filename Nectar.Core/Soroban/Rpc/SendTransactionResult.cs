using System.Text.Json.Serialization;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>The answer to a transaction that was handed in.</summary>
public sealed record SendTransactionResult
{
    /// <summary>What became of it.</summary>
    public required SendTransactionStatus Status { get; init; }

    /// <summary>Its hash.</summary>
    public required TransactionHash Hash { get; init; }

    /// <summary>The last ledger the server knows.</summary>
    public required LedgerNumber LatestLedger { get; init; }

    /// <summary>When that closed, in Unix seconds.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    public required long LatestLedgerCloseTime { get; init; }

    /// <summary>Why it was not valid.</summary>
    [JsonPropertyName("errorResultXdr")]
    public TransactionResult? ErrorResult { get; init; }

    /// <summary>More on why.</summary>
    [JsonPropertyName("diagnosticEventsXdr")]
    public IReadOnlyList<DiagnosticEvent>? DiagnosticEvents { get; init; }
}
