using System.Text.Json.Serialization;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>One ledger entry.</summary>
public sealed record LedgerEntryResult
{
    /// <summary>Its key.</summary>
    public required LedgerKey Key { get; init; }

    /// <summary>What it holds.</summary>
    [JsonPropertyName("xdr")]
    public required LedgerEntryData Data { get; init; }

    /// <summary>The ledger that last changed it.</summary>
    public required LedgerNumber LastModifiedLedgerSeq { get; init; }

    /// <summary>The last ledger it lives in; 0 where it is archived; null where entries of its type live for ever.</summary>
    public LedgerNumber? LiveUntilLedgerSeq { get; init; }

    /// <summary>Who pays its reserve, if another does.</summary>
    [JsonPropertyName("extXdr")]
    public LedgerEntryExt? Ext { get; init; }
}
