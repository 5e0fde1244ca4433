using Nectar.Core.Keeper;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.Demo;

namespace Nectar.Tests.Core.Keeper;

public sealed class StartCheckTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_network_with_all_that_the_keeper_calls_has_no_fault()
    {
        await using var demo = await DeployedNetwork.OpenAsync();

        Assert.Empty(await StartCheck.RunAsync(demo.Server, demo.Network.Network, Options(demo), Cancel));
    }

    [Fact]
    public async Task All_that_is_wrong_comes_out_together_each_with_its_variable_and_rule()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        using var stranger = KeyPair.Random();
        var nowhere = new ContractId([.. Enumerable.Repeat((byte)9, 32)]);
        var options = Options(demo) with { Key = stranger, Registry = nowhere, Vault = demo.Contracts.Registry, Exchange = demo.Contracts.Pool };

        var faults = await StartCheck.RunAsync(demo.Server, Network.Testnet, options, Cancel);

        Assert.Equal(
            [
                new ConfigurationFault(
                    "NETWORK_PASSPHRASE", Network.Testnet.Passphrase, $"must be the one of the network that SOROBAN_RPC serves, '{demo.Network.Network.Passphrase}'"),
                new ConfigurationFault("KEEPER_SECRET", stranger.AccountId.ToString(), "must be the key of an account that exists on this network, to pay fees from"),
                new ConfigurationFault("REGISTRY_CONTRACT", nowhere.ToString(), "must be a contract on this network"),
                new ConfigurationFault("VAULT_CONTRACT", demo.Contracts.Registry.ToString(), "must have get_state, get_keeper_record, liquidate, draw, return_proceeds"),
                new ConfigurationFault(
                    "EXCHANGE_CONTRACT", demo.Contracts.Pool.ToString(),
                    "must have router_get_amounts_out, router_get_amounts_in, swap_exact_tokens_for_tokens, swap_tokens_for_exact_tokens"),
            ],
            faults);
    }

    private static KeeperOptions Options(DemoNetwork demo) => new()
    {
        Key = demo.People.Keepers[0].Key,
        Registry = demo.Contracts.Registry,
        Vault = demo.Contracts.Vault,
        Pool = demo.Contracts.Pool,
        Exchange = demo.Contracts.Exchange,
    };
}
