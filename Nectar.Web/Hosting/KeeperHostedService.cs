using Nectar.Core.Keeper;
using Nectar.Web.Live;
using Nectar.Web.Operators;

namespace Nectar.Web.Hosting;

/// <summary>Runs the keepers of this process once the network is there: each for itself, sharing nothing but the chain and the journal's file.</summary>
internal sealed class KeeperHostedService(
    NetworkStart start, IKeeperJournal journal, KeeperBoard board, KeeperControls controls, StartFault fault, TimeProvider time, ILoggerFactory loggers) : BackgroundService
{
    private static readonly TimeSpan lookAtView = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var network = await start.WhenReadyAsync(stoppingToken);
        await Task.WhenAll(network.Keepers.Select(options => RunAsync(network, options, stoppingToken)));
    }

    private async Task RunAsync(NetworkInUse network, KeeperOptions options, CancellationToken stopping)
    {
        var control = await controls.OfAsync(options, stopping);
        var keeper = new KeeperRunner(options, network.Network, network.Server, journal, time, loggers, control);
        using var watching = new CancellationTokenSource();
        var watch = WatchAsync(keeper, watching.Token);
        try
        {
            await keeper.RunAsync(stopping);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Without a memory nothing may be sent: the process ends, and whoever runs it sees why.
            fault.Stop([$"keeper {options.Name} ended: {e.Message}"]);
        }
        finally
        {
            await watching.CancelAsync();
            await watch;
        }
    }

    private async Task WatchAsync(KeeperRunner keeper, CancellationToken cancel)
    {
        KeeperView? last = null;
        while (!cancel.IsCancellationRequested)
        {
            if (keeper.View is { } view && !ReferenceEquals(view, last))
            {
                board.Set(last = view);
            }

            await Task.Delay(lookAtView, time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
