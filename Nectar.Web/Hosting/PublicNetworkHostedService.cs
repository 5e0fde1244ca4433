using Nectar.Core.Keeper;
using Nectar.Core.Soroban.Rpc;
using Nectar.Web.Live;

namespace Nectar.Web.Hosting;

/// <summary>Makes the configured network ready: asks it first, again and again while it does not answer, and gives up where it contradicts the configuration.</summary>
internal sealed class PublicNetworkHostedService(
    KeeperEnvironment environment, ISorobanServer server, NetworkStart start, StartFault fault, TimeProvider time, ILogger<PublicNetworkHostedService> log)
    : BackgroundService
{
    private static readonly TimeSpan longestPause = TimeSpan.FromSeconds(60);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var keeper = environment.Keeper ?? throw new InvalidOperationException("no keeper is configured");
        start.Say($"asking {environment.SorobanRpc[0].Host} for the contracts");
        var pause = TimeSpan.FromSeconds(2);
        while (true)
        {
            try
            {
                var faults = await StartCheck.RunAsync(server, environment.Network, keeper, stoppingToken);
                if (faults.Count > 0)
                {
                    fault.Stop([.. faults.Select(f => f.ToString())]);
                    return;
                }

                break;
            }
            catch (Exception e) when (e is RpcTransportException or RpcErrorException)
            {
                HostingLog.NetworkNotAsked(log, e.Message, (int)pause.TotalSeconds);
                start.Fail($"the network cannot be asked: {e.Message}");
            }

            await Task.Delay(pause, time, stoppingToken);
            pause = pause * 2 < longestPause ? pause * 2 : longestPause;
        }

        var network = new NetworkInUse
        {
            Label = NetworkInUse.LabelOf(environment.Network),
            IsEmbedded = false,
            Network = environment.Network,
            Server = server,
            Registry = keeper.Registry,
            Vault = keeper.Vault,
            Pool = keeper.Pool,
            Keepers = [keeper],
            RpcHosts = [.. environment.SorobanRpc.Select(u => u.Host)],
            KnownDepositors = environment.KnownDepositors,
        };
        HostingLog.NetworkReady(log, network.Label);
        start.Complete(network);
    }
}
