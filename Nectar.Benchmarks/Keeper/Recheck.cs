using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Liquidation;

namespace Nectar.Benchmarks.Keeper;

/// <summary>How long it takes to say of a million positions, exactly, which may be liquidated at new prices.</summary>
internal static class Recheck
{
    private const int Count = 1_000_000;
    private const int Rounds = 9;

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

        var times = new List<double>();
        var bad = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var began = TimeProvider.System.GetTimestamp();
            bad = positions.AsParallel().Count(p => market.HealthOf(p) is HealthReading.Known { Health.IsLiquidatable: true });
            times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }

        await output.WriteLineAsync($"exact re-check of {Count:N0} positions ({bad:N0} may be liquidated): {times.Order().ElementAt(Rounds / 2):N0} ms, at best {times.Min():N0} ms");
    }

    private static Amounts<uint> One(uint index, Int128 amount) => new([new(index, amount)]);
}
