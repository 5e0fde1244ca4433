using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;
using Nectar.Web.Demo;
using Nectar.Web.Sandbox;

namespace Nectar.Tests.Web.Sandbox;

/// <summary>Shocks on a real embedded network with its two real keepers, ten times as fast as visitors see them.</summary>
public sealed class ShockPlayTests
{
    private static readonly SandboxSettings fast = new() { LedgersPerSecond = 50 };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fall_liquidates_those_it_puts_under_water_and_every_figure_is_the_chains()
    {
        var (shock, journal) = (new Shock(2, 22, Shock.Default.Seed), new MemoryJournal());
        await using var demo = await OpenAsync(shock);
        var vault = new VaultClient(demo.Contracts.Vault);
        var before = await demo.Server.ReadAsync(vault.GetState(), Cancel);

        var result = await new ShockPlay(demo, shock, fast, journal, TimeProvider.System).PlayAsync(_ => { }, Cancel);

        Assert.Equal(SandboxEnding.Settled, result.Ending);
        Assert.Equal(before, result.Before);
        Assert.Equal(2, result.UnderWater.Count);
        Assert.Equal(result.UnderWater, Liquidated(result));
        Assert.True(result.Lowest!.Health < Ratio.One);
        Assert.Equal(12, result.Accounts);
        // What the chain says once it has stood still: the figures right after the end plus what vested since.
        var state = await demo.Server.ReadAsync(vault.GetState(), Cancel);
        Assert.Equal(state, result.Vested);
        Assert.Equal((state.Idle, state.Profit), (result.After.Idle, result.After.Profit));
        Assert.True(state.SharePriceE12 > result.Before.SharePriceE12, $"{state.SharePriceE12} after {result.Before.SharePriceE12}");
        foreach (var (keeper, person) in result.Keepers.Zip(demo.People.Keepers))
        {
            var record = await demo.Server.ReadAsync(vault.GetKeeperRecord(person.Address), Cancel);
            var won = result.Liquidations.Where(l => l.Keeper == person.Name).ToList();
            Assert.Equal((person.Name, record), (keeper.Name, keeper.Record));
            Assert.Equal(Sum(won.Select(l => l.Profit)), record.ProfitMeasured + record.ProfitReturned);
        }

        Assert.Equal([CaseMode.Atomic, CaseMode.Staged], result.Keepers.Select(k => k.Mode));
        Assert.All(journal.Cases, c => Assert.False(c.IsOpen));
    }

    [Fact]
    public async Task A_fall_that_puts_nobody_under_water_ends_at_once_with_the_lowest_health()
    {
        var (shock, journal) = (new Shock(0, 1, Shock.Default.Seed), new MemoryJournal());
        await using var demo = await OpenAsync(shock);

        var result = await new ShockPlay(demo, shock, fast, journal, TimeProvider.System).PlayAsync(_ => { }, Cancel);

        Assert.Equal(SandboxEnding.NobodyUnderWater, result.Ending);
        Assert.Empty(result.Liquidations);
        Assert.Empty(result.UnderWater);
        Assert.InRange(result.Lowest!.Health!.Value.Value, 10_000_000, 11_700_000);
        Assert.Equal(result.Before.SharePriceE12, result.After.SharePriceE12);
        Assert.Null(result.Vested);
        Assert.DoesNotContain(journal.Lines, l => l.Happened is KeeperEvent.Detected);
    }

    [Fact]
    public async Task Equal_shocks_give_equal_prices_and_liquidate_the_same_accounts()
    {
        var shock = new Shock(1, 22, Shock.Default.Seed);
        var results = new List<SandboxResult>();
        for (var i = 0; i < 2; i++)
        {
            await using var demo = await OpenAsync(shock);
            results.Add(await new ShockPlay(demo, shock, fast, new MemoryJournal(), TimeProvider.System).PlayAsync(_ => { }, Cancel));
        }

        Assert.All(results, r => Assert.Equal(SandboxEnding.Settled, r.Ending));
        Assert.NotEmpty(results[0].UnderWater);
        Assert.Equal(results[0].UnderWater, results[1].UnderWater);
        Assert.Equal(results[0].PriceBeforeE7, results[1].PriceBeforeE7);
        Assert.All(results, r => Assert.Equal(r.UnderWater, Liquidated(r)));
    }

    [Fact]
    public async Task Stopped_in_the_middle_it_ends_and_tells_what_there_is()
    {
        var (shock, journal) = (new Shock(2, 22, Shock.Default.Seed), new MemoryJournal());
        await using var demo = await OpenAsync(shock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        void StopOnceFallen(SandboxProgress progress)
        {
            if (progress is SandboxProgress.Playing { HasFallen: true })
            {
                stop.Cancel();
            }
        }

        var result = await new ShockPlay(demo, shock, fast, journal, TimeProvider.System).PlayAsync(StopOnceFallen, stop.Token);

        Assert.Equal(SandboxEnding.Stopped, result.Ending);
        Assert.Empty(result.Liquidations);
        Assert.Equal(2, journal.Lines.Count(l => l.Happened is KeeperEvent.Stopped));
    }

    [Fact]
    public async Task Out_of_time_it_ends_by_itself()
    {
        var (shock, journal) = (new Shock(2, 22, Shock.Default.Seed), new MemoryJournal());
        await using var demo = await OpenAsync(shock);
        var settings = fast with { LongestRun = TimeSpan.FromSeconds(1) };

        var result = await new ShockPlay(demo, shock, settings, journal, TimeProvider.System).PlayAsync(_ => { }, Cancel);

        Assert.Equal(SandboxEnding.OutOfTime, result.Ending);
    }

    [Fact]
    public async Task Nothing_of_its_network_is_left_where_its_result_is_kept()
    {
        var (network, kept) = await PlayAndForgetAsync();
        for (var i = 0; network.IsAlive && i < 50; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        }

        Assert.False(network.IsAlive);
        Assert.Equal(SandboxEnding.NobodyUnderWater, kept.Result.Ending);
        Assert.NotEmpty(kept.Journal.Lines);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<(WeakReference Network, (SandboxResult Result, MemoryJournal Journal, SandboxProgress? Last) Kept)> PlayAndForgetAsync()
    {
        var (shock, journal) = (new Shock(0, 1, Shock.Default.Seed), new MemoryJournal());
        await using var demo = await OpenAsync(shock);
        SandboxProgress? last = null;
        var result = await new ShockPlay(demo, shock, fast, journal, TimeProvider.System).PlayAsync(progress => last = progress, Cancel);
        return (new WeakReference(demo.Network), (result, journal, last));
    }

    // Deployed anew: keepers find accounts in events, which a dump does not have.
    private static Task<DemoNetwork> OpenAsync(Shock shock) => DemoNetwork.StartAsync(
        new DemoOptions { Seed = shock.Seed, Borrowers = 12, LedgersPerSecond = (uint)fast.LedgersPerSecond }, TimeProvider.System, NullLoggerFactory.Instance, Cancel, new ShockPath(shock));

    // One account may be filled in parts, and by both.
    private static IEnumerable<string> Liquidated(SandboxResult result) => result.Liquidations.Select(l => l.Borrower).Distinct().Order(StringComparer.Ordinal);

    private static Usdc Sum(IEnumerable<Usdc> amounts) => amounts.Aggregate(Usdc.Zero, (sum, amount) => sum + amount);
}
