using System.Text.Json.Serialization;

namespace Nectar.LocalNet.Rpc;

/// <summary>How results of this network's own methods look in JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LedgerMoment))]
[JsonSerializable(typeof(ClosingState))]
[JsonSerializable(typeof(ClockTime))]
[JsonSerializable(typeof(SnapshotName))]
[JsonSerializable(typeof(DumpedState))]
[JsonSerializable(typeof(FundedAddress))]
internal sealed partial class LocalNetJson : JsonSerializerContext;
