using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Web.Live;

namespace Nectar.Web.Components;

/// <summary>All that the page of one borrower shows, as of one moment.</summary>
/// <param name="Overview">What every page shows.</param>
/// <param name="Address">Who was asked for, as it was asked.</param>
/// <param name="Problem">Why there is nothing to show; null where there is something.</param>
/// <param name="Status">The HTTP status that tells programs the same.</param>
/// <param name="Row">How the position stood in the keepers' last look; null where nothing was owed.</param>
/// <param name="History">How it stood before, oldest first.</param>
/// <param name="Cases">The cases of it, newest first.</param>
public sealed record PositionReadings(
    Overview Overview,
    string Address,
    string? Problem,
    int Status,
    PositionRow? Row,
    Reading<IReadOnlyList<PositionSample>> History,
    Reading<IReadOnlyList<LiquidationCase>> Cases);
