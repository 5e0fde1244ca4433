using Microsoft.Extensions.Logging.Abstractions;
using Nectar.Core.Keeper;
using Nectar.LocalNet.Closing;
using Nectar.Tests.Support;
using Nectar.Web.Demo;

namespace Nectar.Tests.Web.Demo;

/// <summary>
/// The demo as it comes, with its seed, its borrowers and its two keepers, played by the real host through a whole block of
/// slots, in which every scene has its share. Time is the network's ledgers, ten in a second of its clock, and each closes as
/// soon as all who act in it have acted.
/// </summary>
public sealed class PlayedMarket : IAsyncLifetime
{
    private static readonly DemoOptions options = new();

    private readonly LedgerClock clock = new();
    private readonly List<Actor> actors = [];
    private readonly List<uint> firstLedgers = [];
    private DemoNetwork? demo;

    internal RecordingJournal Journal { get; } = new();

    internal ToldLines Told { get; } = new();

    internal MarketSlots Slots { get; } = new(options.Seed);

    internal DemoNetwork Demo => demo!;

    /// <summary>All that both keepers wrote down, in order.</summary>
    internal IReadOnlyList<KeeperEvent> Events { get; private set; } = [];

    /// <summary>What feeds and exchange said after each round.</summary>
    internal List<ToldPrices> Prices { get; } = [];

    /// <summary>How many entries the network's ledger had at the end of each slot.</summary>
    internal List<int> Entries { get; } = [];

    internal PlayedFigures Before { get; private set; } = null!;

    internal PlayedFigures After { get; private set; } = null!;

    internal static int SlotCount => MarketSlots.SlotsPerBlock;

    /// <summary>The ledger in which the market opened.</summary>
    internal uint FirstLedger => firstLedgers[0];

    /// <summary>The last ledger of the play.</summary>
    internal uint LastLedger { get; private set; }

    /// <summary>What happened in a slot.</summary>
    internal IReadOnlyList<KeeperEvent> In(int slot) =>
        [.. Events.Where(e => e.Ledger.Value >= firstLedgers[slot] && e.Ledger.Value < firstLedgers[slot + 1])];

    internal IEnumerable<int> SlotsOf(params MarketScene[] scenes) => Enumerable.Range(0, SlotCount).Where(s => scenes.Contains(Slots.SceneOf((uint)s)));

    public async ValueTask InitializeAsync()
    {
        demo = await DemoNetwork.StartAsync(options, clock, Told, CancellationToken.None);
        await Demo.Network.SetClosingAsync(new ClosingMode.ByHand());
        actors.AddRange(demo.KeepersAt(options.LedgerInterval).Select(o => new Actor(o, demo, Journal)));
        Before = await PlayedFigures.ReadAsync(demo);
        await PlayAsync(Demo.Network);
        LastLedger = Demo.Network.Latest.Sequence;
        After = await PlayedFigures.ReadAsync(demo);
        Events = Journal.Events;
    }

    public async ValueTask DisposeAsync()
    {
        if (demo is not null)
        {
            await demo.DisposeAsync();
        }
    }

    private async Task PlayAsync(LocalNetwork network)
    {
        var first = network.Latest.Sequence;
        for (uint? last = null; ;)
        {
            var round = (network.Latest.Sequence - first) / MarketSlots.LedgersPerRound;
            if (round != last)
            {
                if (MarketSlots.PhaseOf(round) == 0)
                {
                    firstLedgers.Add(network.Latest.Sequence);
                    Entries.Add(network.Latest.State.Count);
                }

                if (MarketSlots.SlotOf(round) == SlotCount)
                {
                    break;
                }

                last = round;
                await network.SetClosingAsync(new ClosingMode.OnSubmit());
                await Demo.Market.PlayAsync(round, CancellationToken.None);
                await network.SetClosingAsync(new ClosingMode.ByHand());
                Prices.Add(await ToldPrices.ReadAsync(Demo, round));
            }

            await ActAsync();
            clock.Advance(options.LedgerInterval);
            await network.CloseLedgersAsync();
        }

        // Whoever waits for the last ledgers hears of them.
        for (var ledger = 0; ledger < 5 || actors.Any(a => a.IsBusy); ledger++)
        {
            await ActAsync(mayBegin: ledger < 5);
            await network.CloseLedgersAsync();
        }
    }

    /// <summary>Lets whoever is free look, and returns once everybody waits for a ledger.</summary>
    private async Task ActAsync(bool mayBegin = true)
    {
        foreach (var actor in actors)
        {
            await actor.GoOnAsync(mayBegin);
        }

        for (var waited = 0; waited < 1_000 && actors.Any(a => a.IsThinking); waited++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }
    }

    private sealed class Actor
    {
        private readonly KeeperRunner runner;
        private readonly CountingServer count;
        private Task cycle = Task.CompletedTask;
        private int sentBefore;

        public Actor(KeeperOptions keeper, DemoNetwork demo, RecordingJournal journal)
        {
            (var server, count) = CountingServer.Before(demo.Server);
            runner = new KeeperRunner(keeper, demo.Network.Network, server, journal, TimeProvider.System, NullLoggerFactory.Instance);
        }

        public bool IsBusy => !cycle.IsCompleted;

        public bool IsThinking => IsBusy && count.Sent == sentBefore;

        public async Task GoOnAsync(bool mayBegin)
        {
            sentBefore = count.Sent;
            if (!IsBusy)
            {
                await cycle;
                cycle = !mayBegin ? cycle : runner.RunCycleAsync(CancellationToken.None);
            }
        }
    }
}
