using System.Text.Json.Serialization;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>A transaction in a list.</summary>
public sealed record TransactionInfo
{
    /// <summary>How it went.</summary>
    public required TransactionStatus Status { get; init; }

    /// <summary>Its hash.</summary>
    public required TransactionHash TxHash { get; init; }

    /// <summary>Its place in the ledger, from 1.</summary>
    public required int ApplicationOrder { get; init; }

    /// <summary>Whether another account paid for it.</summary>
    public required bool FeeBump { get; init; }

    /// <summary>What was sent.</summary>
    [JsonPropertyName("envelopeXdr")]
    public required TransactionEnvelope Envelope { get; init; }

    /// <summary>Its result.</summary>
    [JsonPropertyName("resultXdr")]
    public required TransactionResult Result { get; init; }

    /// <summary>All that it changed.</summary>
    [JsonPropertyName("resultMetaXdr")]
    public required TransactionMeta ResultMeta { get; init; }

    /// <summary>Diagnostic events.</summary>
    [JsonPropertyName("diagnosticEventsXdr")]
    public IReadOnlyList<DiagnosticEvent>? DiagnosticEvents { get; init; }

    /// <summary>Its events.</summary>
    public TransactionEvents? Events { get; init; }

    /// <summary>The ledger that included it.</summary>
    public required LedgerNumber Ledger { get; init; }

    /// <summary>When that closed, in Unix seconds.</summary>
    public required long CreatedAt { get; init; }
}
