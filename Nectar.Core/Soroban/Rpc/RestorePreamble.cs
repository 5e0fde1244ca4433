using System.Text.Json.Serialization;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>A restore of archived entries that must come first.</summary>
public sealed record RestorePreamble
{
    /// <summary>Footprint, resources and resource fee of the restore.</summary>
    public required SorobanTransactionData TransactionData { get; init; }

    /// <summary>The least resource fee, in stroops.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    public required long MinResourceFee { get; init; }
}
