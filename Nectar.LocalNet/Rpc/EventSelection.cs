using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Rpc;

/// <summary>Which events a request lets pass: those that fit one of its filters, or all where it has none.</summary>
internal sealed class EventSelection
{
    private const int MaxFilters = 5;
    private readonly EventPattern[] patterns;

    /// <summary>Reads the filters of a request.</summary>
    public EventSelection(IReadOnlyList<EventFilter>? filters)
    {
        filters ??= [];
        patterns = filters.Count <= MaxFilters
            ? [.. filters.Select((filter, i) => new EventPattern(filter, $"filters[{i}]"))]
            : throw Refusal.Parameter($"{filters.Count} filters given; at most {MaxFilters} are allowed");
    }

    /// <summary>Whether the event passes.</summary>
    public bool Passes(ContractEvent happened) => patterns.Length == 0 || Array.Exists(patterns, p => p.Matches(happened));
}
