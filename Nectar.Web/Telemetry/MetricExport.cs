using System.Data.Common;
using System.Diagnostics.Metrics;
using Nectar.Web.Api;

namespace Nectar.Web.Telemetry;

/// <summary>Hands the metrics of <c>/metrics</c> to whoever listens to this meter, under the same names.</summary>
internal sealed class MetricExport(MetricsReader reader, TimeProvider time, ILogger<MetricExport> log) : BackgroundService
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Nectar";

    private static readonly TimeSpan pause = TimeSpan.FromSeconds(5);
    private readonly Meter meter = new(MeterName);
    private volatile Dictionary<string, Metric> latest = [];

    /// <inheritdoc/>
    public override void Dispose()
    {
        meter.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var known = new HashSet<string>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                latest = (await reader.ReadAsync(stoppingToken)).ToDictionary(m => m.Name);
                foreach (var metric in latest.Values.Where(m => known.Add(m.Name)))
                {
                    Publish(metric);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (DbException e)
            {
                TelemetryLog.NotRead(log, e.Message);
            }

            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Publish(Metric metric)
    {
        if (metric.IsCounter)
        {
            meter.CreateObservableCounter(metric.Name, () => Samples(metric.Name), null, metric.Help);
        }
        else
        {
            meter.CreateObservableGauge(metric.Name, () => Samples(metric.Name), null, metric.Help);
        }
    }

    // Amounts are wider than 64 bits: as a double they keep 15 digits, which graphs need no more of.
    private IEnumerable<Measurement<double>> Samples(string name) => latest[name] is var metric && metric.Label is { } label
        ? metric.Samples.Select(s => new Measurement<double>((double)s.Value, KeyValuePair.Create<string, object?>(label, s.Of)))
        : metric.Samples.Select(s => new Measurement<double>((double)s.Value));
}
