using System.Collections.Concurrent;
using Nectar.Core.Contracts.Pool;

namespace Nectar.Core.Liquidation;

/// <summary>Says of many positions at once, exactly, which may be liquidated: a million take a few hundredths of a second.</summary>
public static class LiquidatableScan
{
    // Below it the threads would cost more than they save.
    private const int Part = 4_096;

    /// <summary>For each position whether Blend would let it be liquidated in this market; false where it could not say.</summary>
    /// <param name="market">The market.</param>
    /// <param name="positions">The positions.</param>
    public static bool[] Of(PoolMarket market, IReadOnlyList<Positions> positions)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(positions);
        var (screen, found) = (new HealthScreen(market), new bool[positions.Count]);
        if (found.Length <= Part)
        {
            Look(0, found.Length);
        }
        else
        {
            Parallel.ForEach(Partitioner.Create(0, found.Length, Part), part => Look(part.Item1, part.Item2));
        }

        return found;

        void Look(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                found[i] = screen.IsLiquidatable(positions[i]) ?? market.HealthOf(positions[i]) is HealthReading.Known { Health.IsLiquidatable: true };
            }
        }
    }
}
