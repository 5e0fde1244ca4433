using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Nectar.Core.Contracts.Token;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Units;
using Nectar.LocalNet.Closing;
using Nectar.Web.Demo;

namespace Nectar.Tests.Support;

/// <summary>
/// Networks with everything deployed: contracts, people, deposits, keepers and borrowers, each transaction closing a ledger
/// at once. It is deployed once in a run; every test has its own network from there.
/// </summary>
internal static class DeployedNetwork
{
    private static readonly Lazy<Task<byte[]>> state = new(DeployAsync);

    /// <summary>How the market is made.</summary>
    public static DemoOptions Options { get; } = new() { Borrowers = 12 };

    /// <summary>A network of the test's own.</summary>
    /// <param name="options">How its market goes on; by default as it was made.</param>
    /// <param name="loggers">Who is told what operators are told.</param>
    public static async Task<DemoNetwork> OpenAsync(DemoOptions? options = null, ILoggerFactory? loggers = null)
    {
        var dump = await state.Value;
        var network = await LocalNetwork.StartAsync(new LocalNetworkOptions(), TimeProvider.System);
        await network.LoadStateAsync(dump);
        return DemoNetwork.Over(network, options ?? Options, TimeProvider.System, loggers ?? NullLoggerFactory.Instance);
    }

    /// <summary>A keeper draws 1,000 USDC and brings them back with a profit, a tenth of it its own; depositors get the rest as it vests.</summary>
    public static async Task EarnAsync(this DemoNetwork demo, Usdc profit)
    {
        var (vault, keeper, cancel) = (new VaultClient(demo.Contracts.Vault), demo.People.Keepers[0], TestContext.Current.CancellationToken);
        var drawn = new Usdc(1_000_0000000);
        await keeper.CallAsync(vault.Draw(keeper.Address, drawn), cancel);
        await demo.People.Issuer.CallAsync(new TokenClient(demo.Contracts.Usdc).Mint(keeper.Address, profit.Stroops), cancel);
        await keeper.CallAsync(vault.ReturnProceeds(keeper.Address, drawn + profit), cancel);
    }

    private static async Task<byte[]> DeployAsync()
    {
        await using var demo = await DemoNetwork.StartAsync(Options, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        return demo.Network.DumpState();
    }
}
