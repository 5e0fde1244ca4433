using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Liquidation;

namespace Nectar.Benchmarks.Keeper;

/// <summary>How long it takes to say of a million positions, exactly, which may be liquidated at new prices.</summary>
internal static class Recheck
{
    private const int Count = 1_000_000;
    private const int Rounds = 25;

    public static async Task RunAsync(TextWriter output, CancellationToken cancel)
    {
        await using var demo = await SampleMarket.StartAsync(cancel);
        var market = PoolMarket.At(await SampleMarket.ReadAsync(demo, cancel), 0);
        // Health from 0.6 to 1.4, so that four in ten positions are near the edge.
        var random = new Random(20_260_222);
        var positions = new Positions[Count];
        for (var i = 0; i < Count; i++)
        {
            var asset = (uint)(1 + random.Next(3));
            var collateral = (Int128)random.NextInt64(1_000_000, 10_000_000_000);
            var worth = market.OfCollateral(asset, collateral).CollateralBase;
            var debt = worth * 950 / random.Next(600, 1_400);
            positions[i] = new Positions(One(asset, collateral), One(0, debt), []);
        }

        var (scan, sums, bad) = (TimeSpan.MaxValue, TimeSpan.MaxValue, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var began = TimeProvider.System.GetTimestamp();
            var found = LiquidatableScan.Of(market, positions);
            scan = Min(scan, TimeProvider.System.GetElapsedTime(began));
            began = TimeProvider.System.GetTimestamp();
            bad = positions.AsParallel().Count(p => market.HealthOf(p) is HealthReading.Known { Health.IsLiquidatable: true });
            sums = Min(sums, TimeProvider.System.GetElapsedTime(began));
            if (bad != found.Count(f => f))
            {
                throw new InvalidOperationException($"the scan found {found.Count(f => f)}, the sums {bad}");
            }
        }

        await output.WriteLineAsync(
            $"exact re-check of {Count:N0} positions ({bad:N0} may be liquidated): {scan.TotalMilliseconds:N0} ms, by the sums alone {sums.TotalMilliseconds:N0} ms, the shortest of {Rounds} rounds");
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static Amounts<uint> One(uint index, Int128 amount) => new([new(index, amount)]);
}
