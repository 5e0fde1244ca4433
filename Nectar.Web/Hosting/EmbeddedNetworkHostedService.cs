using Nectar.Core.Soroban.Rpc;
using Nectar.LocalNet.Http;
using Nectar.Web.Demo;
using Nectar.Web.Live;

namespace Nectar.Web.Hosting;

/// <summary>Starts the embedded network with its market, says when it is ready, and lets the market run.</summary>
internal sealed class EmbeddedNetworkHostedService(
    Configuration configuration, NetworkStart start, EmbeddedRpc rpc, StartFault fault, TimeProvider time, ILoggerFactory loggers, ILogger<EmbeddedNetworkHostedService> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host goes on starting meanwhile, so that the page is there from the first second.
        await Task.Yield();
        start.Say("starting the embedded network, deploying contracts, letting borrowers borrow");
        DemoNetwork demo;
        try
        {
            demo = await DemoNetwork.StartAsync(configuration.Demo, time, loggers, stoppingToken);
        }
        catch (Exception e) when (e is DemoFaultException or RpcTransportException or RpcErrorException)
        {
            start.Fail(e.Message);
            fault.Stop([$"the embedded network did not start: {e.Message}"]);
            return;
        }

        await using (demo)
        {
            rpc.Open(new LocalNetServices(demo.Network, loggers));
            var network = InUse(demo);
            HostingLog.NetworkReady(log, network.Label);
            var running = demo.RunAsync(stoppingToken);
            start.Complete(network);
            await running;
        }
    }

    private NetworkInUse InUse(DemoNetwork demo) => new()
    {
        Label = "embedded network",
        IsEmbedded = true,
        Seed = configuration.Demo.Seed,
        Network = demo.Network.Network,
        Server = demo.Server,
        Registry = demo.Contracts.Registry,
        Vault = demo.Contracts.Vault,
        Pool = demo.Contracts.Pool,
        Keepers = demo.KeepersAt(configuration.Demo.LedgerInterval),
        Faucet = demo.Faucet,
        Symbols = DemoAsset.SymbolsOf(demo.Contracts.Tokens),
    };
}
