using System.Text.Json.Serialization;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>Inclusion fees per operation that were paid of late, in stroops.</summary>
[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
public sealed record FeeDistribution
{
    /// <summary>The highest.</summary>
    public required ulong Max { get; init; }

    /// <summary>The lowest.</summary>
    public required ulong Min { get; init; }

    /// <summary>The most frequent.</summary>
    public required ulong Mode { get; init; }

    /// <summary>10 % paid no more.</summary>
    public required ulong P10 { get; init; }

    /// <summary>20 % paid no more.</summary>
    public required ulong P20 { get; init; }

    /// <summary>30 % paid no more.</summary>
    public required ulong P30 { get; init; }

    /// <summary>40 % paid no more.</summary>
    public required ulong P40 { get; init; }

    /// <summary>50 % paid no more.</summary>
    public required ulong P50 { get; init; }

    /// <summary>60 % paid no more.</summary>
    public required ulong P60 { get; init; }

    /// <summary>70 % paid no more.</summary>
    public required ulong P70 { get; init; }

    /// <summary>80 % paid no more.</summary>
    public required ulong P80 { get; init; }

    /// <summary>90 % paid no more.</summary>
    public required ulong P90 { get; init; }

    /// <summary>95 % paid no more.</summary>
    public required ulong P95 { get; init; }

    /// <summary>99 % paid no more.</summary>
    public required ulong P99 { get; init; }

    /// <summary>Over how many transactions.</summary>
    public required uint TransactionCount { get; init; }

    /// <summary>Over how many ledgers.</summary>
    [JsonNumberHandling(JsonNumberHandling.Strict)]
    public required uint LedgerCount { get; init; }
}
