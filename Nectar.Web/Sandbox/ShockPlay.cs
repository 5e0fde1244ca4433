using Microsoft.Extensions.Logging.Abstractions;
using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;
using Nectar.LocalNet.Closing;
using Nectar.Web.Demo;

namespace Nectar.Web.Sandbox;

/// <summary>Plays one shock on a network that has everything deployed: the same contracts, feeds and keepers as the embedded network's, and nothing shared with it.</summary>
/// <param name="demo">The network, made with a <see cref="ShockPath"/> of the shock.</param>
/// <param name="shock">What happens.</param>
/// <param name="settings">The bounds.</param>
/// <param name="journal">What its keepers remember.</param>
/// <param name="time">The clock.</param>
internal sealed class ShockPlay(DemoNetwork demo, Shock shock, SandboxSettings settings, MemoryJournal journal, TimeProvider time)
{
    // Nobody waits long for what is about to be forgotten.
    private static readonly TimeSpan stopWithin = TimeSpan.FromSeconds(2);
    private readonly ShockPath path = new(shock);
    private readonly VaultClient vault = new(demo.Contracts.Vault);
    private readonly HashSet<string> underWater = [];
    private PositionRow? lowest;
    private int accounts;
    private uint round;

    /// <summary>Plays it to its end, and reads what came of it.</summary>
    /// <param name="tell">Hears how far it has come.</param>
    /// <param name="stop">Ends it early; there is a result then, too.</param>
    /// <exception cref="DemoFaultException">The network did not take the prices of a round.</exception>
    public async Task<SandboxResult> PlayAsync(Action<SandboxProgress> tell, CancellationToken stop)
    {
        var first = demo.Network.Latest.Sequence;
        var before = await demo.Server.ReadAsync(vault.GetState(), CancellationToken.None);
        await demo.Network.SetClosingAsync(new ClosingMode.Every(settings.LedgerInterval), CancellationToken.None);
        List<KeeperRunner> keepers = [.. demo.KeepersAt(settings.LedgerInterval).Select(o => new KeeperRunner(
            o with { StopWithin = stopWithin }, demo.Network.Network, demo.Server, journal, time, NullLoggerFactory.Instance))];
        using var timeUp = new CancellationTokenSource(settings.LongestRun, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stop, timeUp.Token);
        var running = Task.WhenAll(keepers.Select(k => k.RunAsync(ends.Token)));
        SandboxEnding ending;
        try
        {
            ending = await WatchAsync(first, keepers, running, tell, ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            ending = stop.IsCancellationRequested ? SandboxEnding.Stopped : SandboxEnding.OutOfTime;
        }
        finally
        {
            await ends.CancelAsync();
            await running;
        }

        return await ResultAsync(ending, first, before, keepers);
    }

    private async Task<SandboxEnding> WatchAsync(
        uint first, IReadOnlyList<KeeperRunner> keepers, Task running, Action<SandboxProgress> tell, CancellationToken cancel)
    {
        uint? fallen = null;
        for (; ; round++)
        {
            await demo.Market.Prices.TellAsync(round, cancel);
            fallen ??= round >= path.FallenFrom ? demo.Network.Latest.Sequence : null;
            await demo.Network.WhenClosedAsync(first + ((round + 1) * ShockPath.LedgersPerRound), cancel);
            if (running.IsCompleted)
            {
                await running;
            }

            var latest = demo.Network.Latest.Sequence;
            List<KeeperView?> seen = [.. keepers.Select(k => k.View)];
            var newest = seen.MaxBy(view => view?.Ledger);
            Note(newest);
            tell(new SandboxProgress.Playing(latest - first, path.MarketPriceE7(shock.Asset, round), fallen is not null, newest));
            if (SandboxCourse.EndOf(latest - first, fallen, seen, underWater.Count) is { } ending)
            {
                return ending;
            }
        }
    }

    private void Note(KeeperView? seen)
    {
        // Lowest health first.
        var positions = seen?.Positions ?? [];
        lowest = positions is [var worst, ..] && !(worst.Health >= lowest?.Health) ? worst : lowest;
        underWater.UnionWith(positions.Where(p => p.Health.IsUnderWater()).Select(p => p.Borrower));
        accounts = Math.Max(accounts, positions.Count(p => p.Health is not null));
    }

    private async Task<SandboxResult> ResultAsync(SandboxEnding ending, uint first, VaultState before, IReadOnlyList<KeeperRunner> keepers)
    {
        var last = keepers.Max(k => k.View?.Ledger.Value) ?? first;
        await demo.Network.SetClosingAsync(new ClosingMode.ByHand(), CancellationToken.None);
        var after = await demo.Server.ReadAsync(vault.GetState(), CancellationToken.None);
        var events = journal.Lines.Select(l => l.Happened).ToList();
        var stand = new List<SandboxKeeper>();
        foreach (var (person, options) in demo.People.Keepers.Zip(keepers, (p, k) => (p, k.Options)))
        {
            var record = await demo.Server.ReadAsync(vault.GetKeeperRecord(person.Address), CancellationToken.None);
            stand.Add(new SandboxKeeper(options.Name, options.Mode, record, events.Count(e => e is KeeperEvent.RaceLost && e.Keeper == options.Account)));
        }

        return new SandboxResult(
            ending, last - first, path.MarketPriceE7(shock.Asset, 0), path.MarketPriceE7(shock.Asset, round), before, after, await VestedAsync(after),
            lowest, [.. underWater.Order(StringComparer.Ordinal)], accounts, [.. events.Select(LiquidationOf).OfType<SandboxLiquidation>()], stand);
    }

    // Profit vests over ledgers that nothing else happens in: they are closed at once.
    private async Task<VaultState?> VestedAsync(VaultState after)
    {
        var left = (long)after.VestUntil.Value - demo.Network.Latest.Sequence;
        if (after.Unvested == Usdc.Zero || left <= 0)
        {
            return null;
        }

        await demo.Network.CloseLedgersAsync((int)left, 0, CancellationToken.None);
        return await demo.Server.ReadAsync(vault.GetState(), CancellationToken.None);
    }

    private static SandboxLiquidation? LiquidationOf(KeeperEvent happened) => Liquidation.EndedBy(happened) is var (profit, took)
        ? new SandboxLiquidation(happened.Borrower!, happened.KeeperName, happened.Ledger, profit, took)
        : null;
}
