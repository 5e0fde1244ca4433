using Nectar.Web.Live;

namespace Nectar.Web.Components;

/// <summary>All that the home page shows, as of one moment.</summary>
/// <param name="Common">What other pages show, too.</param>
/// <param name="Last">The last liquidation; its value is null where there was none yet.</param>
/// <param name="Lines">The newest lines of the log that tell of more than a look at the pool, and the newest look; oldest first.</param>
/// <param name="LastId">The newest line's id.</param>
public sealed record HomeReadings(CommonReadings Common, Reading<LastLiquidation> Last, IReadOnlyList<LogLine> Lines, long LastId);
