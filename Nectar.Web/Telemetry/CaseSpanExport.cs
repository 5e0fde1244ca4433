using System.Data.Common;
using Nectar.Core.Journal;
using Nectar.Web.Live;

namespace Nectar.Web.Telemetry;

/// <summary>Follows the keepers' lines and makes spans of those that belong to a case.</summary>
internal sealed class CaseSpanExport(FeedReader reader, LiveFeed feed, NetworkStart start, TimeProvider time, ILogger<CaseSpanExport> log) : BackgroundService
{
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var spans = new CaseSpans();
        var last = feed.LastId;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var line in reader.FollowAsync(last, stoppingToken))
                {
                    last = line.Id;
                    spans.Tell(line, start.Symbols);
                }
            }
            catch (DbException e)
            {
                TelemetryLog.NotRead(log, e.Message);
                await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The application stops.
            }
        }
    }
}
