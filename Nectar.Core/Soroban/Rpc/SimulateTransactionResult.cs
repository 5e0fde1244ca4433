using System.Text.Json.Serialization;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>What a transaction would do, or why it would fail.</summary>
public sealed record SimulateTransactionResult
{
    /// <summary>Why it would fail, in the host's words; null where it would not.</summary>
    public string? Error { get; init; }

    /// <summary>Footprint, resources and resource fee to put into the transaction.</summary>
    public SorobanTransactionData? TransactionData { get; init; }

    /// <summary>The least resource fee, in stroops.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long MinResourceFee { get; init; }

    /// <summary>The return value and the authorizations of the host function; one, or none for other operations.</summary>
    public IReadOnlyList<SimulatedHostFunction>? Results { get; init; }

    /// <summary>Diagnostic events.</summary>
    public IReadOnlyList<DiagnosticEvent>? Events { get; init; }

    /// <summary>Each entry that would change.</summary>
    public IReadOnlyList<SimulatedStateChange>? StateChanges { get; init; }

    /// <summary>What must be restored before; null where nothing must.</summary>
    public RestorePreamble? RestorePreamble { get; init; }

    /// <summary>The ledger it was simulated on.</summary>
    public required LedgerNumber LatestLedger { get; init; }
}
