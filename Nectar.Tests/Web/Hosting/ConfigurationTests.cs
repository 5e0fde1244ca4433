using System.Text.RegularExpressions;
using Nectar.Core.Keeper;
using Nectar.Tests.Support;
using Nectar.Web.Hosting;

namespace Nectar.Tests.Web.Hosting;

public sealed partial class ConfigurationTests
{
    [Fact]
    public async Task All_faults_come_out_together_each_with_variable_value_and_rule()
    {
        var variables = new Dictionary<string, string>
        {
            ["API_PORT"] = "70000",
            ["NECTAR_MAX_CLIENTS"] = "0",
            ["NECTAR_PROXIES"] = "10.0.0.0/33",
            ["VAULT_CONTRACT"] = "C123",
            ["POLL_INTERVAL"] = "2",
        };
        using var errors = new StringWriter();

        var code = await NectarProgram.RunAsync([], variables.GetValueOrDefault, TextWriter.Null, errors);

        Assert.Equal(1, code);
        var text = errors.ToString();
        foreach (var (variable, value) in variables)
        {
            Assert.Contains($"{variable}={value}: must be", text, StringComparison.Ordinal);
        }

        Assert.Contains("KEEPER_SECRET=(not set): must be set", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_readme_and_compose_file_name_exactly_the_variables_that_are_read()
    {
        var read = new SortedSet<string>(StringComparer.Ordinal);
        Configuration.Read(Recording, out _);
        using var output = new StringWriter();

        Assert.Equal(0, await NectarProgram.RunAsync(["--help"], _ => null, output, TextWriter.Null));

        var helped = output.ToString().Split('\n').Select(l => HelpRow().Match(l)).Where(m => m.Success)
            .Select(m => (Name: m.Groups[1].Value, Default: m.Groups[2].Value.Trim(), Rule: m.Groups[3].Value.TrimEnd())).ToList();
        Assert.Equal(read, helped.Select(r => r.Name).Order(StringComparer.Ordinal));
        var written = File.ReadAllLines(Repository.PathOf("README.md")).Select(l => ReadmeRow().Match(l)).Where(m => m.Success)
            .Select(m => (m.Groups[1].Value, m.Groups[2].Value.Trim('`'), m.Groups[3].Value));
        Assert.Equal(helped, written);
        var passedOn = File.ReadAllLines(Repository.PathOf("docker-compose.yml")).Select(l => ComposeRow().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value);
        // The image says itself where the journal lies: on its volume.
        Assert.Equal(read.Where(v => v != "NECTAR_DATA"), passedOn.Order(StringComparer.Ordinal));

        string? Recording(string variable)
        {
            read.Add(variable);
            return null;
        }
    }

    [Theory]
    [InlineData("API_PORT", 8080)]
    [InlineData("NECTAR_MAX_CLIENTS", 1_000)]
    [InlineData("NECTAR_DEMO_SEED", 20_260_222)]
    [InlineData("NECTAR_DEMO_SPEED", 10)]
    [InlineData("NECTAR_DEMO_BORROWERS", 30)]
    public async Task What_help_calls_the_default_is_what_counts_where_nothing_is_set(string variable, long value)
    {
        using var output = new StringWriter();
        await NectarProgram.RunAsync(["--help"], _ => null, output, TextWriter.Null);
        var told = output.ToString().Split('\n').Select(l => HelpRow().Match(l)).Single(m => m.Groups[1].Value == variable).Groups[2].Value.Trim();
        var configuration = Configuration.Read(_ => null, out _);

        long used = variable switch
        {
            "API_PORT" => configuration.Environment.ApiPort,
            "NECTAR_MAX_CLIENTS" => configuration.Web.MaxClients,
            "NECTAR_DEMO_SEED" => (long)configuration.Demo.Seed,
            "NECTAR_DEMO_SPEED" => configuration.Demo.LedgersPerSecond,
            _ => configuration.Demo.Borrowers,
        };

        Assert.Equal((value, value), (used, long.Parse(told, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("API_PORT", 1, 65_535)]
    [InlineData("NECTAR_MAX_CLIENTS", 1, 100_000)]
    [InlineData("NECTAR_DEMO_SPEED", 1, 50)]
    [InlineData("NECTAR_DEMO_BORROWERS", 6, 60)]
    [InlineData("NECTAR_DEMO_HISTORY_MB", 16, 4_096)]
    [InlineData("POLL_INTERVAL", 3, 300)]
    [InlineData("MAX_SLIPPAGE_BPS", 0, 1_000)]
    [InlineData("MAX_PRICE_JUMP_BPS", 1, 10_000)]
    [InlineData("MAX_QUOTE_DEVIATION_BPS", 1, 10_000)]
    [InlineData("MAX_PRICE_AGE", 1, 86_400)]
    [InlineData("FEE_BUDGET", 10_000, 1_000_000_000)]
    public void A_number_counts_from_its_least_to_its_most_and_help_names_both(string variable, long least, long most)
    {
        Assert.Contains($"{least:N0} to {most:N0}", CommandLine.Help.Split('\n').Single(l => l.StartsWith($"{variable} ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.All(new[] { least, most }, v => Assert.Empty(FaultsOf(variable, v)));
        Assert.All(new[] { least - 1, most + 1 }, v => Assert.Equal((variable, $"{v}"), Assert.Single(FaultsOf(variable, v)) is var f ? (f.Variable, f.Value) : default));
    }

    [Theory]
    [InlineData("KEEPER_NAME")]
    [InlineData("KEEPER_MODE")]
    [InlineData("POLL_INTERVAL")]
    [InlineData("MIN_PROFIT")]
    [InlineData("MAX_SLIPPAGE_BPS")]
    [InlineData("MAX_PRICE_JUMP_BPS")]
    [InlineData("MAX_QUOTE_DEVIATION_BPS")]
    [InlineData("MAX_PRICE_AGE")]
    [InlineData("FEE_BUDGET")]
    [InlineData("SOROBAN_RPC")]
    [InlineData("NETWORK_PASSPHRASE")]
    public void What_help_calls_the_default_of_a_keeper_is_what_it_goes_by_where_nothing_is_set(string variable)
    {
        var told = CommandLine.Help.Split('\n').Select(l => HelpRow().Match(l)).Single(m => m.Groups[1].Value == variable).Groups[2].Value.Trim();

        var (unset, set) = (Read(null), Read(told));

        Assert.Equal(unset.Keeper! with { Key = set.Keeper!.Key, KnownBorrowers = set.Keeper.KnownBorrowers }, set.Keeper);
        Assert.Equal((unset.SorobanRpc.Single(), unset.Network.Passphrase), (set.SorobanRpc.Single(), set.Network.Passphrase));

        KeeperEnvironment Read(string? value)
        {
            var read = Configuration.Read(v => v == variable ? value : Keeper(v), out var faults);
            Assert.Empty(faults);
            return read.Environment;
        }
    }

    [Fact]
    public async Task An_option_that_does_not_exist_is_refused_by_name()
    {
        using var errors = new StringWriter();

        var code = await NectarProgram.RunAsync(["--prot"], _ => null, TextWriter.Null, errors);

        Assert.Equal(2, code);
        Assert.Equal("'--prot' is no option; --help tells what there is", errors.ToString().Trim());
    }

    private static IReadOnlyList<ConfigurationFault> FaultsOf(string variable, long value)
    {
        Configuration.Read(v => v == variable ? value.ToString(System.Globalization.CultureInfo.InvariantCulture) : Keeper(v), out var faults);
        return faults;
    }

    // The least that makes a keeper.
    private static string? Keeper(string variable) => variable switch
    {
        "KEEPER_SECRET" => Samples.KeyOf(1).ExportSecretSeed(),
        "REGISTRY_CONTRACT" => Samples.ContractOf(20).ToString(),
        "VAULT_CONTRACT" => Samples.ContractOf(21).ToString(),
        _ => null,
    };

    // Columns of 25 and 41 characters.
    [GeneratedRegex("^(?=.{28}\\S.{40}\\S)([A-Z][A-Z_]+) +(?<=^.{28})(.{41})(.+)$")]
    private static partial Regex HelpRow();

    [GeneratedRegex("^\\| `([A-Z][A-Z_]+)` \\| (.+?) \\| (.+) \\|$")]
    private static partial Regex ReadmeRow();

    [GeneratedRegex("^      ([A-Z][A-Z_]+):")]
    private static partial Regex ComposeRow();
}
