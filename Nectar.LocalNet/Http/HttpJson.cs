using System.Text.Json.Serialization;

namespace Nectar.LocalNet.Http;

/// <summary>How answers that are not JSON-RPC look: with the names of Horizon.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(HorizonTransaction))]
internal sealed partial class HttpJson : JsonSerializerContext;
