using Nectar.Core.Alerts;
using Nectar.Core.Journal;
using Nectar.Web.Live;

namespace Nectar.Web.Alerting;

/// <summary>Reads what the console shows of alerts.</summary>
internal sealed class AlertPanelSource(AlertWatch watch, AlertSender sender, AlertJournal journal, TimeProvider time)
{
    private const int RowsInPage = 30;

    /// <summary>Rules and targets.</summary>
    public AlertPanelState Read(bool mayChange) => new(watch.Settings, [.. sender.Targets.Select(t => (t.Channel.ToString(), t.Masked))], mayChange);

    /// <summary>The newest deliveries, newest first.</summary>
    public Task<Reading<IReadOnlyList<AlertDelivery>>> DeliveriesAsync(CancellationToken cancel) => JournalReading.OfAsync<IReadOnlyList<AlertDelivery>>(async () =>
        new Reading<IReadOnlyList<AlertDelivery>>.Live(await journal.DeliveriesAsync(RowsInPage, cancel), time.GetUtcNow()));
}
