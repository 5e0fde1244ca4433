using Nectar.Tests.Support;

namespace Nectar.Tests.EndToEnd;

public sealed class StartFaultTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_whose_contracts_are_none_or_others_says_so_together_and_ends_with_code_1()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        await using var rpc = await InterceptedRpc.StartAsync(demo.Network, async (_, _, letThrough) => { await letThrough(); return true; }, Cancel);
        var nowhere = Samples.ContractOf(99).ToString();

        await using var app = RunningApp.Start(new Dictionary<string, string>
        {
            ["KEEPER_SECRET"] = demo.People.Keepers[0].Key.ExportSecretSeed(),
            ["REGISTRY_CONTRACT"] = nowhere,
            ["VAULT_CONTRACT"] = demo.Contracts.Pool.ToString(),
            ["BLEND_POOL"] = demo.Contracts.Pool.ToString(),
            ["SOROBAN_RPC"] = rpc.Address.ToString(),
            ["NETWORK_PASSPHRASE"] = demo.Network.Network.Passphrase,
        });

        var code = await app.WhenEndedAsync(Cancel);
        Assert.True(code == 1, $"{code}: {string.Join("\n", app.Errors)}");
        Assert.Equal(
            [
                $"REGISTRY_CONTRACT={nowhere}: must be a contract on this network",
                $"VAULT_CONTRACT={demo.Contracts.Pool}: must have get_state, get_keeper_record, liquidate, draw, return_proceeds",
            ],
            app.Errors);
    }

    [Fact]
    public async Task A_program_with_faulty_variables_says_so_together_and_ends_with_code_1()
    {
        await using var app = RunningApp.Start(new Dictionary<string, string> { ["POLL_INTERVAL"] = "2", ["MIN_PROFIT"] = "NaN", ["NECTAR_DEMO_SPEED"] = "51" });

        Assert.Equal(1, await app.WhenEndedAsync(Cancel));
        Assert.Equal(["MIN_PROFIT=NaN", "NECTAR_DEMO_SPEED=51", "POLL_INTERVAL=2"], app.Errors.Select(l => l.Split(": must be ")[0]).Order(StringComparer.Ordinal));
    }
}
