using System.Text.Json.Serialization;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>A transaction, or that there is none in the ledgers that the server keeps.</summary>
public sealed record GetTransactionResult
{
    /// <summary>Whether it was found, and how it went.</summary>
    public required TransactionStatus Status { get; init; }

    /// <summary>Its hash.</summary>
    public required TransactionHash TxHash { get; init; }

    /// <summary>The last ledger the server knows.</summary>
    public required LedgerNumber LatestLedger { get; init; }

    /// <summary>When that closed, in Unix seconds.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    public required long LatestLedgerCloseTime { get; init; }

    /// <summary>The first ledger the server keeps.</summary>
    public required LedgerNumber OldestLedger { get; init; }

    /// <summary>When that closed, in Unix seconds.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    public required long OldestLedgerCloseTime { get; init; }

    /// <summary>Its place in the ledger, from 1; like all below, null where it was not found.</summary>
    public int? ApplicationOrder { get; init; }

    /// <summary>Whether another account paid for it.</summary>
    public bool? FeeBump { get; init; }

    /// <summary>What was sent.</summary>
    [JsonPropertyName("envelopeXdr")]
    public TransactionEnvelope? Envelope { get; init; }

    /// <summary>Its result.</summary>
    [JsonPropertyName("resultXdr")]
    public TransactionResult? Result { get; init; }

    /// <summary>All that it changed.</summary>
    [JsonPropertyName("resultMetaXdr")]
    public TransactionMeta? ResultMeta { get; init; }

    /// <summary>Diagnostic events.</summary>
    [JsonPropertyName("diagnosticEventsXdr")]
    public IReadOnlyList<DiagnosticEvent>? DiagnosticEvents { get; init; }

    /// <summary>Its events.</summary>
    public TransactionEvents? Events { get; init; }

    /// <summary>The ledger that included it.</summary>
    public LedgerNumber? Ledger { get; init; }

    /// <summary>When that closed, in Unix seconds.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    public long? CreatedAt { get; init; }
}
