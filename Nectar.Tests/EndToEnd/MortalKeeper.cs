using System.Text.Json;
using Nectar.Core.Keeper;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Closing;
using Nectar.Tests.Core.Journal;
using Nectar.Web.Demo;

namespace Nectar.Tests.EndToEnd;

/// <summary>
/// The program as a keeper of its own process before an embedded network, killed while it hands in a transaction and started
/// again on the same journal, as often as it hands one in. Ledgers close when it looks, so that nothing depends on the clock.
/// </summary>
internal sealed class MortalKeeper : IAsyncDisposable
{
    private const int LedgersPerLook = 5;
    private const int LedgersOfATransaction = 12;

    private readonly string folder = Directory.CreateTempSubdirectory("nectar-mortal-").FullName;
    private readonly DemoNetwork demo;
    private readonly DemoAccount account;
    private readonly CaseMode mode;
    private readonly IReadOnlyList<Fate> fates;
    private readonly int mostDeaths;
    private InterceptedRpc? rpc;
    private RunningApp? life;
    private string? late;

    /// <summary>A keeper that is not running yet.</summary>
    /// <param name="demo">The network.</param>
    /// <param name="account">Whose key it has.</param>
    /// <param name="mode">How it acts.</param>
    /// <param name="fates">What becomes of what it hands in when it is killed, in turn, over and over.</param>
    /// <param name="mostDeaths">After how many deaths it is let live.</param>
    public MortalKeeper(DemoNetwork demo, DemoAccount account, CaseMode mode, IReadOnlyList<Fate> fates, int mostDeaths) =>
        (this.demo, this.account, this.mode, this.fates, this.mostDeaths) = (demo, account, mode, fates, mostDeaths);

    /// <summary>How often it was killed.</summary>
    public int Deaths { get; private set; }

    /// <summary>Its transactions that ledgers have included, oldest first, with the function that each calls.</summary>
    public IReadOnlyList<(string Function, ClosedTransaction Transaction)> Included =>
    [
        .. demo.Network.History.From(0, int.MaxValue).SelectMany(l => l.Transactions).Select(t => (t, Body: ((TransactionEnvelope.Tx)t.Envelope()).Value.Tx))
            .Where(t => t.Body.SourceAccount == MuxedAccount.From(account.Key.AccountId))
            .Select(t => (FunctionOf(t.Body), t.t)),
    ];

    /// <summary>Lives and dies until a case has been opened and none is open, then stops as it is told to; gives the last life's exit code.</summary>
    public async Task<int> RunUntilNothingIsOpenAsync(CancellationToken cancel)
    {
        rpc = await InterceptedRpc.StartAsync(demo.Network, BetweenAsync, cancel);
        Revive();
        while (Deaths == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancel);
        }

        await using var journal = await OpenJournalAsync();
        while (await journal.Queries.LiquidationsAsync(1, cancel) is [] || (await journal.Queries.OpenCasesAsync(cancel)).Count > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancel);
        }

        return await life!.StopAsync(cancel);
    }

    /// <summary>Its journal, as whoever comes after it finds it.</summary>
    public Task<JournalFixture> OpenJournalAsync() =>
        JournalFixture.OpenAsync(o => o.File = Path.Combine(folder, $"{Convert.ToHexStringLower(demo.Network.Network.Id.ToArray())[..16]}.db"));

    public async ValueTask DisposeAsync()
    {
        if (life is not null)
        {
            await life.DisposeAsync();
        }

        if (rpc is not null)
        {
            await rpc.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private void Revive() => life = RunningApp.Start(
        new Dictionary<string, string>
        {
            ["KEEPER_SECRET"] = account.Key.ExportSecretSeed(),
            ["KEEPER_MODE"] = mode.ToString().ToLowerInvariant(),
            ["REGISTRY_CONTRACT"] = demo.Contracts.Registry.ToString(),
            ["VAULT_CONTRACT"] = demo.Contracts.Vault.ToString(),
            ["BLEND_POOL"] = demo.Contracts.Pool.ToString(),
            ["EXCHANGE_CONTRACT"] = demo.Contracts.Exchange.ToString(),
            ["SOROBAN_RPC"] = rpc!.Address.ToString(),
            ["NETWORK_PASSPHRASE"] = demo.Network.Network.Passphrase,
            ["POLL_INTERVAL"] = "3",
        },
        folder);

    private async Task<bool> BetweenAsync(string method, string body, Func<Task> letThrough)
    {
        switch (method)
        {
            case "getEvents" when body.Contains(demo.Contracts.Pool.ToString(), StringComparison.Ordinal):
                await demo.Network.CloseLedgersAsync(LedgersPerLook, 0, CancellationToken.None);
                break;

            case "getTransaction" when late is { } envelope:
                late = null;
                await SubmitAsync(envelope);
                break;

            case "sendTransaction" when Deaths < mostDeaths:
                await DieAsync(fates[Deaths++ % fates.Count], body);
                return false;
        }

        await letThrough();
        return true;
    }

    // The dying keeper gets no answer, whatever became of what it sent: nothing of it runs any more when that is decided.
    private async Task DieAsync(Fate fate, string body)
    {
        await life!.KillAsync();
        using var json = JsonDocument.Parse(body);
        var envelope = json.RootElement.GetProperty("params").GetProperty("transaction").GetString()!;
        switch (fate)
        {
            case Fate.NeverArrives:
                await demo.Network.CloseLedgersAsync(LedgersOfATransaction + 1, 0, CancellationToken.None);
                break;
            case Fate.Included:
                await SubmitAsync(envelope);
                break;
            case Fate.ArrivesLate:
                late = envelope;
                break;
        }

        await life.DisposeAsync();
        Revive();
    }

    private async Task SubmitAsync(string envelope) =>
        Assert.IsType<SubmitResult.Pending>(await demo.Network.SubmitAsync(XdrCodec.FromBase64<TransactionEnvelope>(envelope), CancellationToken.None));

    private static string FunctionOf(TransactionBody transaction) =>
        ((HostFunction.InvokeContract)((OperationBody.InvokeHostFunction)Assert.Single(transaction.Operations).Body).Value.HostFunction)
        .Value.FunctionName.ToString();
}
