using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.LocalNet.Closing;
using Nectar.Web.Demo;

namespace Nectar.Benchmarks.Keeper;

/// <summary>
/// How long two rival keepers take from a price to the auction, at the pace of the demo, at a second and at the public
/// networks' five seconds a ledger, with their journal on disk.
/// </summary>
internal static class AuctionLatency
{
    private static readonly (int Milliseconds, int Cases)[] paces = [(100, 60), (1_000, 30), (5_000, 10)];

    // Between two cases: in the demo they come half a minute apart.
    private static readonly TimeSpan rest = TimeSpan.FromMilliseconds(500);

    public static async Task RunAsync(TextWriter output, CancellationToken cancel)
    {
        foreach (var (milliseconds, cases) in paces)
        {
            await RunAsync(TimeSpan.FromMilliseconds(milliseconds), cases, output, cancel);
        }
    }

    private static async Task RunAsync(TimeSpan pace, int cases, TextWriter output, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("nectar-auctions-").FullName;
        await using var services = await OpenJournalAsync(folder, cancel);
        var journal = new StampedJournal(services.GetRequiredService<IKeeperJournal>());
        var demo = await DemoNetwork.StartAsync(
            new DemoOptions { LedgersPerSecond = (uint)Math.Max(1, 1 / pace.TotalSeconds) }, TimeProvider.System, NullLoggerFactory.Instance, cancel);
        await using (demo)
        {
            var falls = new PriceFalls(demo);
            await falls.TightenAsync(cancel);
            await demo.Network.SetClosingAsync(new ClosingMode.Every(pace), cancel);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var closes = new ConcurrentDictionary<uint, long>();
            var watching = WatchAsync(demo.Network, closes, stop.Token);
            var keepers = demo.KeepersAt(pace).Select(options => new KeeperRunner(
                options, demo.Network.Network, demo.Server, journal, TimeProvider.System, NullLoggerFactory.Instance)).ToList();
            var running = keepers.Select(k => k.RunAsync(stop.Token)).ToList();
            await demo.Network.WaitForLedgerAsync(demo.Network.Latest.Sequence + 3, cancel);
            var found = new List<(uint Price, uint? Auction)>();
            for (var turn = 0; turn < cases; turn++)
            {
                found.Add(await falls.FallAsync(turn, cancel));
                await Task.Delay(rest, TimeProvider.System, cancel);
            }

            await stop.CancelAsync();
            await Task.WhenAll([.. running, watching]);
            await TellAsync(output, pace, found, closes, journal);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task TellAsync(
        TextWriter output, TimeSpan pace, List<(uint Price, uint? Auction)> found, ConcurrentDictionary<uint, long> closes, StampedJournal journal)
    {
        var opened = found.Where(f => f.Auction is not null).Select(f => (f.Price, Auction: f.Auction!.Value)).ToList();
        var sent = journal.Lines.Where(l => l.Happened is KeeperEvent.StepSent { Step: CaseStep.Auction }).ToList();
        // Handed in right after the line that says so is saved, by whichever keeper was first.
        var handedIn = opened.Select(o => TimeProvider.System.GetElapsedTime(closes[o.Price], sent.Where(s => s.Saved > closes[o.Price]).Min(s => s.Saved)).TotalMilliseconds);
        var included = opened.Select(o => TimeProvider.System.GetElapsedTime(closes[o.Price], closes[o.Auction]).TotalMilliseconds);
        await output.WriteLineAsync(
            $"at {pace.TotalMilliseconds:N0} ms a ledger, from the close that makes a price known: ledgers to the auction {Spread.Of(opened.Select(o => (double)(o.Auction - o.Price)))}; "
            + $"ms to its handing in {Spread.Of(handedIn)}; ms to its ledger's close {Spread.Of(included)}; cases without auction {found.Count - opened.Count}");
    }

    private static async Task<ServiceProvider> OpenJournalAsync(string folder, CancellationToken cancel)
    {
        var services = new ServiceCollection();
        services.AddNectarJournal(o => o.File = Path.Combine(folder, "auctions.db"));
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<JournalDatabase>().OpenAsync(cancel);
        return provider;
    }

    private static async Task WatchAsync(LocalNetwork network, ConcurrentDictionary<uint, long> closes, CancellationToken cancel)
    {
        try
        {
            for (var next = network.Latest.Sequence + 1; ; next++)
            {
                await network.WaitForLedgerAsync(next, cancel);
                closes[next] = TimeProvider.System.GetTimestamp();
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Seen enough.
        }
    }
}
