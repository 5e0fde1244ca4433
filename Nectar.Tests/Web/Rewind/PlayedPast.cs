using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Units;
using Nectar.Tests.EndToEnd;
using Nectar.Tests.Support;
using Nectar.Tests.Web.Flow;
using Nectar.Web.Demo;
using Nectar.Web.Live;
using Nectar.Web.Sandbox;

namespace Nectar.Tests.Web.Rewind;

/// <summary>
/// A real network on which a price falls and a keeper liquidates in steps, each of its lines in a second of its own, with the
/// real application beside it: what was true meanwhile is noted, to be compared with what the past is said to have been.
/// </summary>
public sealed class PlayedPast : IAsyncLifetime
{
    private readonly ShiftedClock clock = new();
    private readonly List<(DateTimeOffset At, LedgerNumber Ledger, VaultState State)> chain = [];
    private readonly List<PositionSample> samples = [];
    private DemoNetwork? demo;
    private WebFixture? web;

    internal WebFixture Web => web!;

    internal KeeperOptions Keeper { get; private set; } = null!;

    /// <summary>All lines, oldest first.</summary>
    internal IReadOnlyList<FeedLine> Lines { get; private set; } = [];

    /// <summary>What the chain itself said of the vault, oldest first.</summary>
    internal IReadOnlyList<(DateTimeOffset At, LedgerNumber Ledger, VaultState State)> Chain => chain;

    /// <summary>All samples, oldest first.</summary>
    internal IReadOnlyList<PositionSample> Kept => samples;

    /// <summary>What the keeper saw last.</summary>
    internal KeeperView View { get; private set; } = null!;

    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The only line of a kind that belongs to a case that ended with profit.</summary>
    internal T Line<T>()
        where T : KeeperEvent
    {
        var end = Lines.Select(l => l.Happened).OfType<KeeperEvent.Returned>().First();
        return Lines.Select(l => l.Happened).OfType<T>().Single(e => e.CaseId == end.CaseId);
    }

    public async ValueTask InitializeAsync()
    {
        // A dump has no events: what replays them needs a network's whole life.
        demo = await DemoNetwork.StartAsync(DeployedNetwork.Options, clock, NullLoggerFactory.Instance, CancellationToken.None, new ShockPath(Shock.Default));
        // The vault's first second is never the first line's, however fast the machine.
        clock.Ahead += TimeSpan.FromSeconds(2);
        Keeper = demo.KeepersAt(TimeSpan.FromSeconds(5)).Single(k => k.Mode == CaseMode.Staged);
        web = await WebFixture.StartAsync(
            network: DemoInUse.Of(demo) with { Seed = 1, Keepers = [Keeper] }, configure: b => b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        await PlayAsync(demo, web);
        Lines = await web.Services.GetRequiredService<JournalQueries>().NewestLinesAsync(10_000, CancellationToken.None);
        var watch = web.Services.GetRequiredService<VaultWatch>();
        while (watch.Read() is not Reading<VaultPicture>.Live { Value.Ledger: var read } || read != Latest)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        clock.Ahead += TimeSpan.FromSeconds(2);
    }

    public async ValueTask DisposeAsync()
    {
        await (web?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (demo?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private LedgerNumber Latest => new(demo!.Network.Latest.Sequence);

    private async Task PlayAsync(DemoNetwork played, WebFixture beside)
    {
        var journal = new TickingJournal(beside.Journal, clock);
        var runner = new KeeperRunner(Keeper, played.Network.Network, played.Server, journal, clock, NullLoggerFactory.Instance);
        var positions = beside.Services.GetRequiredService<PositionJournal>();
        var book = new SampleBook([]);
        for (var round = 0u; !journal.HasProfit || round % 4 != 0; round++)
        {
            await played.Market.Prices.TellAsync(round, CancellationToken.None);
            await runner.RunCycleAsync(CancellationToken.None);
            View = runner.View!;
            var kept = book.Take(View);
            samples.AddRange(kept);
            await positions.RecordAsync(played.Contracts.Pool, kept, CancellationToken.None);
            await NoteAsync(played);
            await played.Network.CloseLedgersAsync(8);
            Assert.True(round < 100, "nobody was liquidated");
        }

        await runner.RunCycleAsync(CancellationToken.None);
        View = runner.View!;
        await positions.RecordAsync(played.Contracts.Pool, book.Take(View), CancellationToken.None);
        await NoteAsync(played);
    }

    private async Task NoteAsync(DemoNetwork played)
    {
        if (await played.Server.SimulateAsync(new VaultClient(played.Contracts.Vault).GetState(), null, CancellationToken.None) is CallResult<VaultState>.Answered(var state, var ledger))
        {
            chain.Add((clock.GetUtcNow(), ledger, state));
        }

        clock.Ahead += TimeSpan.FromSeconds(2);
    }

    /// <summary>A second passes with each line.</summary>
    private sealed class TickingJournal(IKeeperJournal inner, ShiftedClock clock) : IKeeperJournal
    {
        public bool HasProfit { get; private set; }

        public async Task<long> AppendAsync(KeeperEvent happened, LiquidationCase? stands, CancellationToken cancel)
        {
            HasProfit |= happened is KeeperEvent.Returned returned && returned.Profit > Usdc.Zero;
            clock.Ahead += TimeSpan.FromSeconds(1);
            return await inner.AppendAsync(happened, stands, cancel);
        }

        public Task<IReadOnlyList<LiquidationCase>> OpenCasesAsync(AccountId keeper, CancellationToken cancel) => inner.OpenCasesAsync(keeper, cancel);

        public Task<IReadOnlyList<KeeperEvent.BreakerTripped>> TrippedAsync(AccountId keeper, CancellationToken cancel) => inner.TrippedAsync(keeper, cancel);

        public Task<EventCursor?> CursorAsync(AccountId keeper, ContractId pool, CancellationToken cancel) => inner.CursorAsync(keeper, pool, cancel);

        public Task<IReadOnlyList<string>> BorrowersAsync(AccountId keeper, ContractId pool, CancellationToken cancel) => inner.BorrowersAsync(keeper, pool, cancel);

        public Task AdvanceAsync(AccountId keeper, ContractId pool, EventCursor cursor, IReadOnlyCollection<string> borrowers, CancellationToken cancel) =>
            inner.AdvanceAsync(keeper, pool, cursor, borrowers, cancel);
    }
}
