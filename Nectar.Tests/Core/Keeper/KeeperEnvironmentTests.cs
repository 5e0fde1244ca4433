using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Keeper;

public sealed class KeeperEnvironmentTests
{
    private static readonly KeyPair key = KeyPair.FromRawSeed(new byte[32]);
    private static readonly string contract = new ContractId(new byte[32]).ToString();

    [Fact]
    public void Without_a_secret_and_contracts_there_is_no_keeper_and_all_else_has_its_default()
    {
        var environment = Ok([]);

        Assert.Null(environment.Keeper);
        Assert.Equal(8080, environment.ApiPort);
        Assert.Equal(new Uri(KeeperEnvironment.DefaultRpc), Assert.Single(environment.SorobanRpc));
        Assert.Equal(Network.Testnet, environment.Network);
        Assert.Empty(environment.KnownDepositors);
    }

    [Fact]
    public void The_seeds_variables_suffice_for_a_keeper_and_have_the_seeds_defaults()
    {
        var keeper = Ok(Whole()).Keeper!;

        Assert.Equal(key.AccountId, keeper.Account);
        Assert.Equal(ContractId.Parse(contract), keeper.Vault);
        Assert.Equal("nectar-keeper-1", keeper.Name);
        Assert.Equal(TimeSpan.FromSeconds(10), keeper.PollInterval);
        Assert.Equal(Ratio.One, keeper.MinProfit);
        Assert.Equal(CaseMode.Atomic, keeper.Mode);
        Assert.Null(keeper.Pool);
    }

    [Fact]
    public void Values_are_trimmed_and_an_empty_one_counts_as_not_set()
    {
        var keeper = Ok([.. Whole(), ("POLL_INTERVAL", " 3 "), ("KEEPER_NAME", "  "), ("MIN_PROFIT", "1.02"), ("KEEPER_MODE", "staged")]).Keeper!;

        Assert.Equal(TimeSpan.FromSeconds(3), keeper.PollInterval);
        Assert.Equal("nectar-keeper-1", keeper.Name);
        Assert.Equal(new Ratio(10_200_000), keeper.MinProfit);
        Assert.Equal(CaseMode.Staged, keeper.Mode);
    }

    [Theory]
    [InlineData("POLL_INTERVAL", "2")]
    [InlineData("POLL_INTERVAL", "301")]
    [InlineData("POLL_INTERVAL", "3.5")]
    [InlineData("POLL_INTERVAL", "-3")]
    [InlineData("MIN_PROFIT", "0")]
    [InlineData("MIN_PROFIT", "-1")]
    [InlineData("MIN_PROFIT", "NaN")]
    [InlineData("MIN_PROFIT", "Infinity")]
    [InlineData("MIN_PROFIT", "1e3")]
    [InlineData("MIN_PROFIT", "1001")]
    [InlineData("API_PORT", "0")]
    [InlineData("API_PORT", "65536")]
    [InlineData("API_PORT", "http")]
    [InlineData("KEEPER_NAME", "Keeper One")]
    [InlineData("KEEPER_NAME", "a-name-that-is-longer-than-the-registry-takes")]
    [InlineData("KEEPER_MODE", "fast")]
    [InlineData("BLEND_POOL", "CABC")]
    [InlineData("EXCHANGE_CONTRACT", "GAAA")]
    [InlineData("SOROBAN_RPC", "localhost:8000")]
    [InlineData("KNOWN_DEPOSITORS", "GABC")]
    [InlineData("KNOWN_BORROWERS", "somebody")]
    [InlineData("MAX_SLIPPAGE_BPS", "1001")]
    [InlineData("MAX_PRICE_AGE", "86401")]
    [InlineData("FEE_BUDGET", "9999")]
    public void A_value_outside_its_bounds_is_told_with_variable_value_and_rule(string variable, string value)
    {
        var fault = Assert.Single(Faults([.. Whole(), (variable, value)]));

        Assert.Equal(variable, fault.Variable);
        Assert.Equal(value, fault.Value);
        Assert.StartsWith("must be ", fault.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_come_out_together_with_whatever_is_missing()
    {
        var faults = Faults([("KEEPER_SECRET", "SABC"), ("POLL_INTERVAL", "1"), ("MIN_PROFIT", "none"), ("API_PORT", "x")]);

        Assert.Equal(
            ["REGISTRY_CONTRACT", "VAULT_CONTRACT", "KEEPER_SECRET", "POLL_INTERVAL", "MIN_PROFIT", "API_PORT"],
            faults.Select(f => f.Variable));
    }

    [Fact]
    public void A_secret_is_never_shown_wherever_it_was_put()
    {
        var secret = key.ExportSecretSeed();
        var faults = Faults([("KEEPER_SECRET", secret[..^1]), ("VAULT_CONTRACT", secret), ("REGISTRY_CONTRACT", contract)]);

        Assert.Equal(2, faults.Count);
        Assert.DoesNotContain(faults, f => f.ToString().Contains(secret[..^1], StringComparison.Ordinal));
    }

    private static (string, string)[] Whole() =>
        [("KEEPER_SECRET", key.ExportSecretSeed()), ("REGISTRY_CONTRACT", contract), ("VAULT_CONTRACT", contract)];

    private static KeeperEnvironment Ok((string Name, string Value)[] variables) =>
        Assert.IsType<EnvironmentReading.Ok>(Read(variables)).Environment;

    private static IReadOnlyList<ConfigurationFault> Faults((string Name, string Value)[] variables) =>
        Assert.IsType<EnvironmentReading.Faulty>(Read(variables)).Faults;

    private static EnvironmentReading Read((string Name, string Value)[] variables) =>
        KeeperEnvironment.Read(name => variables.LastOrDefault(v => v.Name == name).Value);
}
