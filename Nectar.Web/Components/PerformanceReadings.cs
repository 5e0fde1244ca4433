using Nectar.Core.Journal;
using Nectar.Web.History;

namespace Nectar.Web.Components;

/// <summary>All that the performance page shows, as of one moment.</summary>
/// <param name="Overview">What every page shows.</param>
/// <param name="Moments">The vault's history; empty where it is not known.</param>
/// <param name="Gap">Why it is not known; null where it is.</param>
/// <param name="Liquidations">The newest liquidations of this journal, newest first.</param>
/// <param name="Scores">A line for each registered keeper.</param>
/// <param name="Since">Since when this process's keepers are up.</param>
public sealed record PerformanceReadings(
    Overview Overview,
    IReadOnlyList<VaultMoment> Moments,
    string? Gap,
    IReadOnlyList<Liquidation> Liquidations,
    IReadOnlyList<KeeperScore> Scores,
    DateTimeOffset Since)
{
    /// <summary>Names of registered keepers by address.</summary>
    public IReadOnlyDictionary<string, string> Names => Scores.ToDictionary(s => s.Row.Registered.Address, s => s.Row.Registered.Entry.Name.ToString());
}
