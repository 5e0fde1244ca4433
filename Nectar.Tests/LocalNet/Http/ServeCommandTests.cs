using System.CommandLine;
using System.Net;
using Nectar.LocalNet.Closing;
using Nectar.LocalNet.Http;

namespace Nectar.Tests.LocalNet.Http;

public sealed class ServeCommandTests
{
    [Fact]
    public async Task Without_a_switch_it_is_the_network_that_tools_call_local()
    {
        var options = Assert.Single((await RunAsync()).Served);

        Assert.Equal((IPAddress.Loopback, 8000), (options.Address, options.Port));
        Assert.Equal("Standalone Network ; February 2017", options.Network.Passphrase);
        Assert.Equal(new ClosingMode.OnSubmit(), options.Network.Closing);
        Assert.Equal((120_960, 1L << 30), (options.Network.RetentionLedgers, options.Network.RetentionBytes));
        Assert.Equal((3, 10_000L), (options.Accounts, options.Balance));
        Assert.Null(options.StateFile);
    }

    [Fact]
    public async Task Every_switch_reaches_what_it_names()
    {
        var options = Assert.Single((await RunAsync(
            "--address", "0.0.0.0", "--port", "0", "--public-url", "https://net.example/x", "--passphrase", "Mine ; 2026", "--closing", "0.5", "--retention-ledgers", "17",
            "--retention-mb", "2", "--state", "s.bin", "--cache", "c", "--accounts", "0", "--balance", "5")).Served);

        Assert.Equal((IPAddress.Any, 0, new Uri("https://net.example/x")), (options.Address, options.Port, options.PublicUrl));
        Assert.Equal(("Mine ; 2026", new ClosingMode.Every(TimeSpan.FromSeconds(0.5))), (options.Network.Passphrase, options.Network.Closing));
        Assert.Equal((17, 2L << 20), (options.Network.RetentionLedgers, options.Network.RetentionBytes));
        Assert.Equal(("s.bin", "c"), (options.StateFile?.Name, options.CacheFolder?.Name));
        Assert.Equal((0, 5L), (options.Accounts, options.Balance));
    }

    [Theory]
    [InlineData("--port", "65536", "--port is '65536'; it must be a whole number from 0 to 65535")]
    [InlineData("--port", "x", "--port is 'x'; it must be a whole number from 0 to 65535")]
    [InlineData("--address", "nowhere", "--address is 'nowhere'; it must be an IP address")]
    [InlineData("--public-url", "ftp://a", "--public-url is 'ftp://a'; it must be an http or https URL")]
    [InlineData("--passphrase", " ", "--passphrase is ' '; it must be a text that is not empty")]
    [InlineData("--closing", "never", "--closing is 'never'; it must be on-submit, by-hand, or seconds from 0.01 to 86400")]
    [InlineData("--closing", "0.001", "--closing is '0.001'; it must be on-submit, by-hand, or seconds from 0.01 to 86400")]
    [InlineData("--retention-ledgers", "0", "--retention-ledgers is '0'; it must be a whole number from 1 to 2147483647")]
    [InlineData("--accounts", "-1", "--accounts is '-1'; it must be a whole number from 0 to 1000")]
    [InlineData("--balance", "0", "--balance is '0'; it must be a whole number from 1 to 1000000000")]
    [InlineData("--nonsense", "1", "'--nonsense'")]
    public async Task A_bad_switch_is_named_with_its_value_and_rule_and_nothing_is_served(string name, string value, string message)
    {
        var (code, _, errors, served) = await RunAsync(name, value);

        Assert.NotEqual(0, code);
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.Empty(served);
    }

    [Fact]
    public async Task Help_documents_every_switch()
    {
        var (code, output, _, served) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.Empty(served);
        Assert.All(ServeCommand.Create((_, _) => Task.FromResult(0)).Options, o =>
        {
            Assert.Contains(o.Name, output, StringComparison.Ordinal);
            Assert.False(string.IsNullOrWhiteSpace(o.Description));
        });
    }

    private static async Task<(int Code, string Output, string Errors, List<ServeOptions> Served)> RunAsync(params string[] args)
    {
        var served = new List<ServeOptions>();
        var command = ServeCommand.Create((options, _) =>
        {
            served.Add(options);
            return Task.FromResult(0);
        });
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await command.Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = errors }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), errors.ToString(), served);
    }
}
