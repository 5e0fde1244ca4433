using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Tests.EndToEnd;

namespace Nectar.Benchmarks.Keeper;

/// <summary>The app as a newcomer starts it: until the first liquidation, through a number of them, and at rest with nobody watching.</summary>
internal static class AppRun
{
    private const int Liquidations = 12;
    private static readonly TimeSpan rest = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(TextWriter output, CancellationToken cancel)
    {
        await using var app = RunningApp.Start();
        using var http = new HttpClient { BaseAddress = app.Address };
        await WaitAsync(http, 1, cancel);
        await output.WriteLineAsync($"from the command to the first filled liquidation: {TimeProvider.System.GetElapsedTime(app.Started).TotalSeconds:N1} s");

        await WaitAsync(http, Liquidations, cancel);
        // Only now is the code compiled for speed; before, the runtime's own work counts.
        var before = app.Usage();
        await Task.Delay(rest, TimeProvider.System, cancel);
        var after = app.Usage();
        await output.WriteLineAsync(
            $"the app with nobody watching: {(after.Processor - before.Processor) / rest:P1} of one core, {after.Memory / 1_048_576} MB");

        var told = await ToldPrices.ReadAsync(app.Address, cancel);
        var stories = (await ReadJournalAsync(Path.Combine(app.Folder, "embedded.db"), cancel)).Where(l => l.CaseId is not null).GroupBy(l => l.CaseId).ToList();
        var (auctions, fills, others) = (new List<double>(), new List<double>(), 0);
        foreach (var story in stories)
        {
            if (CauseOf(story, stories, told) is not { } price)
            {
                others++;
                continue;
            }

            auctions.AddRange(story.OfType<KeeperEvent.AuctionOpened>().Select(e => (double)(e.Ledger.Value - price)));
            fills.AddRange(story.Where(e => e is KeeperEvent.Liquidated or KeeperEvent.Filled).Select(e => (double)(e.Ledger.Value - price)));
        }

        await output.WriteLineAsync($"cases that no price of those remembered made due, left out: {others}");
        await output.WriteLineAsync($"ledgers from the change of the price to the ledger with the auction: {Spread.Of(auctions)}");
        await output.WriteLineAsync($"ledgers from the change of the price to the ledger with the fill: {Spread.Of(fills)}");
    }

    /// <summary>
    /// The ledger with the price that made a case due; null where there is none, or where the borrower was liquidated since,
    /// so that what it had and owed at that price is not what is known of it.
    /// </summary>
    private static uint? CauseOf(IGrouping<Guid?, KeeperEvent> story, IEnumerable<IGrouping<Guid?, KeeperEvent>> stories, ToldPrices told)
    {
        var detected = story.OfType<KeeperEvent.Detected>().First();
        return story.SelectMany(LotOf).FirstOrDefault() is { } lot
            && told.CauseOf(detected.Ledger.Value, lot.Asset, detected.Health) is { } price
            && !stories.SelectMany(s => s).Any(e => e.Borrower == detected.Borrower && e is KeeperEvent.Liquidated or KeeperEvent.Filled
                && e.Ledger.Value >= price && e.Ledger < detected.Ledger)
            ? price
            : null;
    }

    private static IReadOnlyList<AssetAmount> LotOf(KeeperEvent told) => told switch
    {
        KeeperEvent.AuctionOpened opened => opened.Lot,
        KeeperEvent.AuctionAdopted adopted => adopted.Lot,
        _ => [],
    };

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
}
