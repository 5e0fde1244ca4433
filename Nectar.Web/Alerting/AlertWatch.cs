using System.Collections.Concurrent;
using System.Data.Common;
using Nectar.Core.Alerts;
using Nectar.Core.Journal;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Web.Alerting;

/// <summary>Follows the keepers' lines and looks every few seconds how things stand; what is news by the rules goes to browsers and targets.</summary>
internal sealed class AlertWatch(
    FeedReader reader, LiveFeed feed, AlertFactsReader facts, AlertJournal journal, AlertSender sender, BrowserAlerts browsers, AlertSettings configured, TimeProvider time, ILogger<AlertWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(5);
    private readonly AlertBook book = new();
    private readonly ConcurrentDictionary<Task, bool> deliveries = new();
    private readonly Lock door = new();
    private volatile IReadOnlyDictionary<AlertRule, AlertSetting> settings = Enum.GetValues<AlertRule>().ToDictionary(r => r, configured.DefaultOf);
    private Usdc? loss;

    /// <summary>All rules as they are set.</summary>
    public IReadOnlyCollection<AlertSetting> Settings => [.. settings.Values];

    /// <summary>Reads anew how the rules are set: at the start and after a change.</summary>
    public async Task LoadAsync(CancellationToken cancel) => settings = (await journal.SettingsAsync(configured.DefaultOf, cancel)).ToDictionary(s => s.Rule);

    /// <summary>Looks once how things stand.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        var now = await facts.ReadAsync(cancel);
        var signals = AlertRules.Of(now, loss, rule => settings[rule]).ToList();
        loss ??= now.Loss;
        lock (door)
        {
            book.End(signals.Select(s => s.Key).ToHashSet(), time.GetUtcNow());
        }

        foreach (var signal in signals)
        {
            // A loss that is silent for now is told, with what came to it, once it no longer is.
            if (Judge(signal, cancel) && signal.Rule == AlertRule.LossBooked)
            {
                loss = now.Loss;
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await LoadAsync(stoppingToken);
        await Task.WhenAll(FollowAsync(stoppingToken), LookOnAsync(stoppingToken));
        await Task.WhenAll(deliveries.Keys);
    }

    private async Task FollowAsync(CancellationToken stopping)
    {
        var last = feed.LastId;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await foreach (var line in reader.FollowAsync(last, stopping))
                {
                    last = line.Id;
                    if (AlertRules.Of(line.Id, line.Happened) is { } signal)
                    {
                        Judge(signal, stopping);
                    }
                }
            }
            catch (DbException e)
            {
                AlertingLog.NotLooked(log, e.Message);
                await Task.Delay(pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // The application stops.
            }
        }
    }

    private async Task LookOnAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is DbException or XdrException or InvalidOperationException)
            {
                AlertingLog.NotLooked(log, e.Message);
            }

            await Task.Delay(pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Tells a signal where it is news; whether it was.</summary>
    private bool Judge(AlertSignal signal, CancellationToken cancel)
    {
        AlertDecision decision;
        lock (door)
        {
            decision = book.Judge(signal, settings[signal.Rule], time.GetUtcNow());
        }

        if (decision is not AlertDecision.Tell(var times))
        {
            return false;
        }

        var message = new AlertMessage(signal.Rule, signal.Text, times, time.GetUtcNow());
        AlertingLog.Alert(log, message.Line);
        browsers.Add(message);
        // A target that is slow holds up neither the keepers' lines nor the next alert.
        var delivery = DeliverAsync(message, cancel);
        deliveries[delivery] = true;
        _ = delivery.ContinueWith(ended => deliveries.TryRemove(ended, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return true;
    }

    private async Task DeliverAsync(AlertMessage message, CancellationToken cancel)
    {
        try
        {
            await sender.TellAsync(message, cancel);
        }
        catch (OperationCanceledException)
        {
            // The application stops.
        }
        catch (Exception e) when (e is DbException or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            AlertingLog.NotWritten(log, e.Message);
        }
    }
}
