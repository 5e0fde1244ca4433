using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>
/// How requests and results look in JSON, for both ends of the wire: camel case, nulls left out, XDR as base64.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LedgerNumberConverter), typeof(TransactionHashConverter)])]
[JsonSerializable(typeof(GetLedgerEntriesRequest))]
[JsonSerializable(typeof(SimulateTransactionRequest))]
[JsonSerializable(typeof(SendTransactionRequest))]
[JsonSerializable(typeof(GetTransactionRequest))]
[JsonSerializable(typeof(LedgerRangeRequest))]
[JsonSerializable(typeof(GetEventsRequest))]
[JsonSerializable(typeof(GetHealthResult))]
[JsonSerializable(typeof(GetNetworkResult))]
[JsonSerializable(typeof(GetVersionInfoResult))]
[JsonSerializable(typeof(GetLatestLedgerResult))]
[JsonSerializable(typeof(GetFeeStatsResult))]
[JsonSerializable(typeof(GetLedgerEntriesResult))]
[JsonSerializable(typeof(SimulateTransactionResult))]
[JsonSerializable(typeof(SendTransactionResult))]
[JsonSerializable(typeof(GetTransactionResult))]
[JsonSerializable(typeof(GetTransactionsResult))]
[JsonSerializable(typeof(GetLedgersResult))]
[JsonSerializable(typeof(GetEventsResult))]
[JsonSerializable(typeof(RpcError))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class RpcJson : JsonSerializerContext;
