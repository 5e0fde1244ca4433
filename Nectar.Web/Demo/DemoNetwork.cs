using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Rpc;
using Nectar.LocalNet.Closing;
using Nectar.LocalNet.Rpc;

namespace Nectar.Web.Demo;

/// <summary>An embedded network with the simulated market on it.</summary>
internal sealed class DemoNetwork : IAsyncDisposable
{
    // A day at ten ledgers a second would be 864,000: an hour is kept where memory may be so much.
    private const int RetentionLedgers = 36_000;

    // On the curve of the demo's auctions a ledger is worth some 0.6 %: this comes one ledger later than 1, now and then two.
    private static readonly Ratio patientProfit = new(10_080_000);

    private readonly DemoOptions options;
    private readonly IPricePath path;

    private DemoNetwork(LocalNetwork network, DemoOptions options, IPricePath? path, TimeProvider time, ILoggerFactory loggers)
    {
        (Network, this.options, this.path) = (network, options, path ?? new PricePath(options.Seed));
        Server = new InProcessServer(network);
        People = new DemoPeople(Server, network.Network, options, time, loggers);
        Contracts = new DemoContracts(network.Network, People);
        Market = new DemoMarket(Server, options, People, Contracts, this.path, time, loggers.CreateLogger<DemoMarket>());
    }

    /// <summary>The network.</summary>
    public LocalNetwork Network { get; }

    /// <summary>What keepers and pages speak to.</summary>
    public ISorobanServer Server { get; }

    /// <summary>Everybody, the two keepers among them.</summary>
    public DemoPeople People { get; }

    /// <summary>Where the contracts are.</summary>
    public DemoContracts Contracts { get; }

    /// <summary>The market, for whoever drives it round by round.</summary>
    public DemoMarket Market { get; }

    /// <summary>Gives visitors what they need to try it.</summary>
    public DemoFaucet Faucet => new(Network, Server, People.Issuer, Contracts.Usdc);

    /// <summary>
    /// How its keepers are set where ledgers close so far apart. The first acts in one transaction, the second in steps, so that
    /// both ways can be seen. Steps take a ledger more: the first asks for so much more profit that either may win.
    /// </summary>
    public IReadOnlyList<KeeperOptions> KeepersAt(TimeSpan ledgerTime) =>
    [
        .. People.Keepers.Select((keeper, place) => new KeeperOptions
        {
            Key = keeper.Key,
            Name = keeper.Name,
            Registry = Contracts.Registry,
            Vault = Contracts.Vault,
            Pool = Contracts.Pool,
            Exchange = Contracts.Exchange,
            Mode = place == 0 ? CaseMode.Atomic : CaseMode.Staged,
            MinProfit = place == 0 ? patientProfit : Ratio.One,
            PollInterval = TimeSpan.FromSeconds(3),
            LedgerTime = ledgerTime,
        }),
    ];

    /// <summary>Starts a network and deploys everything; each transaction closes a ledger at once until that is done.</summary>
    /// <param name="options">How the market is made.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">For operators.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="path">Its prices; by default the scenes that follow from the options' seed.</param>
    /// <exception cref="DemoFaultException">The network did not take a step of the deployment.</exception>
    public static async Task<DemoNetwork> StartAsync(
        DemoOptions options, TimeProvider time, ILoggerFactory loggers, CancellationToken cancel, IPricePath? path = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var network = await LocalNetwork.StartAsync(
            new LocalNetworkOptions { RetentionLedgers = RetentionLedgers, RetentionBytes = (long)options.HistoryMegabytes << 20 }, time, cancel);
        var demo = new DemoNetwork(network, options, path, time, loggers);
        try
        {
            await demo.DeployAsync(time, loggers, cancel);
            return demo;
        }
        catch
        {
            await demo.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes a network that has everything deployed already, as a dump of one that was started here has.</summary>
    public static DemoNetwork Over(LocalNetwork network, DemoOptions options, TimeProvider time, ILoggerFactory loggers) =>
        new(network, options, null, time, loggers);

    /// <summary>Lets ledgers close by themselves and runs the market until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await Network.SetClosingAsync(new ClosingMode.Every(options.LedgerInterval), cancel);
        await Market.RunAsync(cancel);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Network.DisposeAsync();

    private async Task DeployAsync(TimeProvider time, ILoggerFactory loggers, CancellationToken cancel)
    {
        await new DemoPopulation(new ClassicBatch(Server, Network.Network, time), Network.Network, People, Contracts).CreateAsync(cancel);
        await new DemoDeployment(People, Contracts, path).DeployAsync(cancel);
        await Market.OpenAsync(cancel);
        DemoLog.Started(
            loggers.CreateLogger<DemoNetwork>(), options.Seed, options.LedgersPerSecond, options.Borrowers, Contracts.Pool.ToString(), Contracts.Vault.ToString());
    }
}
