using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Tests.EndToEnd;
using Nectar.Web.Demo;

namespace Nectar.Benchmarks.Keeper;

/// <summary>The app as a newcomer starts it: until the first liquidation, through a number of them, and at rest with nobody watching.</summary>
internal static class AppRun
{
    private const int Liquidations = 12;
    private static readonly TimeSpan rest = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(TextWriter output, CancellationToken cancel)
    {
        await using var app = RunningApp.Start();
        using var http = new HttpClient { BaseAddress = app.Address };
        await WaitAsync(http, 1, cancel);
        await output.WriteLineAsync($"from the command to the first filled liquidation: {TimeProvider.System.GetElapsedTime(app.Started).TotalSeconds:N1} s");

        var before = app.Usage();
        await Task.Delay(rest, TimeProvider.System, cancel);
        var after = app.Usage();
        await output.WriteLineAsync(
            $"the app with nobody watching: {(after.Processor - before.Processor) / rest:P1} of one core, {after.Memory / 1_048_576} MB");

        await WaitAsync(http, Liquidations, cancel);
        var lines = await ReadJournalAsync(Path.Combine(app.Folder, "embedded.db"), cancel);
        var told = await PriceLedgersAsync(app.Address, cancel);
        var (auctions, fills) = (new List<double>(), new List<double>());
        foreach (var story in lines.Where(l => l.CaseId is not null).GroupBy(l => l.CaseId))
        {
            // A case whose first price the network has forgotten says nothing.
            var detected = story.OfType<KeeperEvent.Detected>().First().Ledger.Value;
            var price = told.LastOrDefault(l => l <= detected);
            if (price == 0)
            {
                continue;
            }

            auctions.AddRange(story.OfType<KeeperEvent.AuctionOpened>().Select(e => (double)(e.Ledger.Value - price)));
            fills.AddRange(story.Where(e => e is KeeperEvent.Liquidated or KeeperEvent.Filled).Select(e => (double)(e.Ledger.Value - price)));
        }

        await output.WriteLineAsync($"ledgers from the change of the price to the ledger with the auction: {Spread.Of(auctions)}");
        await output.WriteLineAsync($"ledgers from the change of the price to the ledger with the fill: {Spread.Of(fills)}");
    }

    private static async Task WaitAsync(HttpClient http, int liquidations, CancellationToken cancel)
    {
        while (await CountAsync(http, cancel) < liquidations)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancel);
        }
    }

    private static async Task<int> CountAsync(HttpClient http, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/api/state", UriKind.Relative), cancel);
            if (!answer.IsSuccessStatusCode)
            {
                return 0;
            }

            using var state = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel));
            return state.RootElement.GetProperty("liquidations").GetArrayLength();
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return 0;
        }
    }

    private static async Task<IReadOnlyList<KeeperEvent>> ReadJournalAsync(string file, CancellationToken cancel)
    {
        var services = new ServiceCollection();
        services.AddNectarJournal(o => o.File = file);
        await using var provider = services.BuildServiceProvider();
        return [.. (await provider.GetRequiredService<JournalQueries>().LinesAfterAsync(0, long.MaxValue, int.MaxValue, cancel)).Select(l => l.Happened)];
    }

    /// <summary>The ledgers in which the pool's feed told prices, oldest first.</summary>
    private static async Task<IReadOnlyList<uint>> PriceLedgersAsync(Uri app, CancellationToken cancel)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddNectarSorobanServer(o => o.Endpoints.Add(new Uri(app, "/rpc")));
        await using var provider = services.BuildServiceProvider();
        var server = provider.GetRequiredService<ISorobanServer>();
        var feed = MuxedAccount.From(DemoPeople.KeyOf("pool-feed").AccountId);
        var request = new LedgerRangeRequest((await server.GetHealthAsync(cancel)).ValueOrThrow().OldestLedger, new Pagination(null, 200));
        var ledgers = new List<uint>();
        while (true)
        {
            var page = (await server.GetTransactionsAsync(request, cancel)).ValueOrThrow();
            ledgers.AddRange(page.Transactions
                .Where(t => t.Status == TransactionStatus.Success && t.Envelope is TransactionEnvelope.Tx { Value.Tx.SourceAccount: var source } && source == feed)
                .Select(t => t.Ledger.Value));
            if (page.Transactions.Count == 0)
            {
                return ledgers;
            }

            request = new LedgerRangeRequest(null, new Pagination(page.Cursor, 200));
        }
    }
}
