using Nectar.Core.Alerts;
using Nectar.Core.Journal;
using Nectar.Web.Live;

namespace Nectar.Web.Components;

/// <summary>All that the console shows, as of one moment.</summary>
/// <param name="Overview">What other pages show, too.</param>
/// <param name="Keepers">This process's keepers first, then the others that are registered.</param>
/// <param name="Looks">The newest looks at the pool that were written down, newest first.</param>
/// <param name="Deliveries">What became of the newest alerts, newest first; null for whoever may not see it.</param>
/// <param name="CaseId">The case to trace, as somebody asked for it; null for none.</param>
/// <param name="Trace">The case to trace; null where none was asked for.</param>
public sealed record ConsoleReadings(
    Overview Overview, Reading<IReadOnlyList<ConsoleKeeper>> Keepers, Reading<IReadOnlyList<FeedLine>> Looks, Reading<IReadOnlyList<AlertDelivery>>? Deliveries,
    string? CaseId, Reading<CaseTimeline>? Trace);
