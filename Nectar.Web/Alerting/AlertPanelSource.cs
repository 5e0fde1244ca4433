using System.Security.Claims;
using Nectar.Core.Alerts;
using Nectar.Core.Journal;
using Nectar.Web.Live;
using Nectar.Web.Operators;

namespace Nectar.Web.Alerting;

/// <summary>Reads what the console shows of alerts.</summary>
internal sealed class AlertPanelSource(AlertWatch watch, AlertSender sender, AlertJournal journal, OperatorSettings operators, TimeProvider time)
{
    private const int RowsInPage = 30;

    /// <summary>Rules, and for those who may see them targets.</summary>
    public AlertPanelState Read(ClaimsPrincipal? user) => new(
        watch.Settings, MaySee(user) ? [.. sender.Targets.Select(t => (t.Channel.ToString(), t.Masked))] : null, OperatorIdentity.RoleOf(user, operators));

    /// <summary>The newest deliveries, newest first; null for whoever may not see them.</summary>
    public async Task<Reading<IReadOnlyList<AlertDelivery>>?> DeliveriesAsync(ClaimsPrincipal? user, CancellationToken cancel) => !MaySee(user)
        ? null
        : await JournalReading.OfAsync<IReadOnlyList<AlertDelivery>>(async () =>
            new Reading<IReadOnlyList<AlertDelivery>>.Live(await journal.DeliveriesAsync(RowsInPage, cancel), time.GetUtcNow()));

    // Where nobody can sign in there is nobody to keep it for.
    private bool MaySee(ClaimsPrincipal? user) => !operators.IsConfigured || OperatorIdentity.RoleOf(user, operators) is not null;
}
