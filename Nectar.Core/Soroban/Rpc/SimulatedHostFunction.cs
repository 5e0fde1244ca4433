using System.Text.Json.Serialization;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>What a host function would return.</summary>
public sealed record SimulatedHostFunction
{
    /// <summary>The return value.</summary>
    [JsonPropertyName("xdr")]
    public required SCVal ReturnValue { get; init; }

    /// <summary>The authorizations that it would ask for.</summary>
    public IReadOnlyList<SorobanAuthorizationEntry>? Auth { get; init; }
}
