using System.Diagnostics;

namespace Nectar.Core.Keeper;

/// <summary>Where spans of keepers come from. Without a listener none is made.</summary>
public static class KeeperTracing
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "Nectar.Keeper";

    internal static ActivitySource Source { get; } = new(SourceName);

    /// <summary>One look at the pool, with all that it asks and sends; null without a listener.</summary>
    /// <param name="keeper">Whose.</param>
    internal static Activity? StartCycle(string keeper) => Source.StartActivity("keeper cycle")?.SetTag("nectar.keeper", keeper);

    /// <summary>Says what a look saw; one for which no ledger had closed is not exported.</summary>
    internal static void End(Activity? cycle, KeeperView? seen)
    {
        if (cycle is null)
        {
            return;
        }

        if (seen is null)
        {
            cycle.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            return;
        }

        cycle.SetTag("nectar.ledger", seen.Ledger.Value).SetTag("nectar.positions", seen.Positions.Count).SetTag("nectar.cases", seen.Cases.Count);
    }
}
