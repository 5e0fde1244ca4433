using Nectar.Web.Hosting;

namespace Nectar.Tests.Web.Hosting;

public sealed class ConfigurationTests
{
    [Fact]
    public async Task All_faults_come_out_together_each_with_variable_value_and_rule()
    {
        var variables = new Dictionary<string, string>
        {
            ["API_PORT"] = "70000",
            ["NECTAR_MAX_CLIENTS"] = "0",
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
    public async Task Help_names_every_variable_and_ends_well()
    {
        using var output = new StringWriter();

        var code = await NectarProgram.RunAsync(["--help"], _ => null, output, TextWriter.Null);

        Assert.Equal(0, code);
        foreach (var variable in new[] { "KEEPER_SECRET", "VAULT_CONTRACT", "API_PORT", "NECTAR_DATA", "SOROBAN_RPC" })
        {
            Assert.Contains(variable, output.ToString(), StringComparison.Ordinal);
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
}
