using System.Net.Http.Json;
using System.Text.Json;

namespace Nectar.Tests.LocalNet.Http;

/// <summary>The command itself: starts, serves, ends by a signal, keeps its state.</summary>
public sealed class ServingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("nectar-localnet-").FullName;
    private readonly HttpClient http = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string StateFile => Path.Combine(folder, "state.bin");

    public void Dispose()
    {
        http.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_it_and_its_state_file_brings_back_ledger_and_balances(string signal)
    {
        Assert.SkipWhen(signal == "INT" && ServedProcess.InterruptIsIgnored, "started in a shell's background, where programs ignore SIGINT");
        var someone = TestNetwork.Key(42).AccountId;
        uint ledger;
        await using (var first = ServedProcess.Start("--state", StateFile, "--accounts", "1"))
        {
            var url = await first.UrlAsync(Cancel);
            Assert.Equal("77000000", (await CallAsync(url, "localnet_fund", new { address = someone.ToString(), stroops = "77000000" })).GetProperty("balance").GetString());
            ledger = (await CallAsync(url, "getLatestLedger", new { })).GetProperty("sequence").GetUInt32();
            Assert.Equal(0, await first.EndAsync(signal, Cancel));
            Assert.Equal("", first.Errors);
        }

        await using var second = ServedProcess.Start("--state", StateFile, "--accounts", "1");
        var again = await second.UrlAsync(Cancel);
        Assert.Equal(ledger, (await CallAsync(again, "getLatestLedger", new { })).GetProperty("sequence").GetUInt32());
        Assert.Equal("77000001", (await CallAsync(again, "localnet_fund", new { address = someone.ToString(), stroops = "1" })).GetProperty("balance").GetString());
        Assert.Equal(0, await second.EndAsync(signal, Cancel));
    }

    [Fact]
    public async Task A_state_file_that_is_none_ends_it_with_the_reason_and_stays_as_it_is()
    {
        await File.WriteAllTextAsync(StateFile, "not a state", Cancel);
        await using var served = ServedProcess.Start("--state", StateFile);

        Assert.Equal(1, await served.EndAsync(null, Cancel));
        Assert.Contains($"the state file '{StateFile}' cannot be used", served.Errors, StringComparison.Ordinal);
        Assert.Equal("not a state", await File.ReadAllTextAsync(StateFile, Cancel));
    }

    [Fact]
    public async Task A_state_file_of_another_network_is_refused()
    {
        await using (var first = ServedProcess.Start("--state", StateFile, "--accounts", "0"))
        {
            await first.UrlAsync(Cancel);
            Assert.Equal(0, await first.EndAsync("TERM", Cancel));
        }

        await using var other = ServedProcess.Start("--state", StateFile, "--passphrase", "Another ; 2026");
        Assert.Equal(1, await other.EndAsync(null, Cancel));
        Assert.Contains("Another ; 2026", other.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_it_with_the_reason()
    {
        await using var first = ServedProcess.Start("--accounts", "0");
        var port = (await first.UrlAsync(Cancel)).Port;
        await using var second = ServedProcess.Start("--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(1, await second.EndAsync(null, Cancel));
        Assert.Contains("Nectar.LocalNet: ", second.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_when_it_begins_to_drop_history()
    {
        await using var served = ServedProcess.Start("--retention-ledgers", "10", "--accounts", "0");
        await CallAsync(await served.UrlAsync(Cancel), "localnet_closeLedgers", new { count = 50 });

        Assert.Equal(0, await served.EndAsync("TERM", Cancel));
        Assert.Contains("The history is full (10 ledgers, ", served.Errors, StringComparison.Ordinal);
    }

    private async Task<JsonElement> CallAsync(Uri url, string method, object parameters)
    {
        using var answer = await http.PostAsJsonAsync(url, new { jsonrpc = "2.0", id = 1, method, @params = parameters }, Cancel);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("result");
    }
}
