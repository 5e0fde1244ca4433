using System.Text.Json.Serialization;
using Nectar.LocalNet.Http.Horizon;

namespace Nectar.LocalNet.Http;

/// <summary>How answers that are not JSON-RPC look: with the names of Horizon.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(TransactionResource))]
[JsonSerializable(typeof(AccountResource))]
[JsonSerializable(typeof(LedgerResource))]
[JsonSerializable(typeof(RootResource))]
[JsonSerializable(typeof(FeeStatsResource))]
[JsonSerializable(typeof(ResourcePage<LedgerResource>))]
[JsonSerializable(typeof(ResourcePage<string>))]
internal sealed partial class HttpJson : JsonSerializerContext;
