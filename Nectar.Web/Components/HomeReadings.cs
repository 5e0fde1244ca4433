using Nectar.Web.Live;

namespace Nectar.Web.Components;

/// <summary>All that the home page shows, as of one moment.</summary>
/// <param name="Overview">What other pages show, too.</param>
/// <param name="Last">The last liquidation; its value is null where there was none yet.</param>
/// <param name="Filter">Which positions are asked for.</param>
/// <param name="Lines">The newest lines of the log that tell of more than a look at the pool, and the newest look; oldest first.</param>
public sealed record HomeReadings(Overview Overview, Reading<LastLiquidation> Last, HealthFilter Filter, IReadOnlyList<LogLine> Lines)
{
    /// <summary>The newest line's id; 0 before the first.</summary>
    public long LastId => Lines is [.., var newest] ? newest.Id : 0;
}
