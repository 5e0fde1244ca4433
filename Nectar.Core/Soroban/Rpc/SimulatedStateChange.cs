using System.Text.Json.Serialization;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>An entry that would change.</summary>
public sealed record SimulatedStateChange
{
    /// <summary><c>created</c>, <c>updated</c> or <c>deleted</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Its key.</summary>
    public required LedgerKey Key { get; init; }

    /// <summary>The entry before; null where it did not exist.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public LedgerEntry? Before { get; init; }

    /// <summary>The entry after; null where it is gone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public LedgerEntry? After { get; init; }
}
