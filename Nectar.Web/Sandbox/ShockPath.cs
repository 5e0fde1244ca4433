using Nectar.Web.Demo;

namespace Nectar.Web.Sandbox;

/// <summary>Prices that drift as the demo's do until one asset falls, in equal steps a round apart, and stays down. Both feeds tell the same. Pure.</summary>
/// <param name="shock">The fall.</param>
internal sealed class ShockPath(Shock shock) : IPricePath
{
    /// <summary>Ledgers between two rounds of prices.</summary>
    public const uint LedgersPerRound = 5;

    /// <summary>The first round with a lower price: until then one sees that nothing happens.</summary>
    public const uint FallFrom = 3;

    // A keeper's breaker trips at a fifth; the drift comes on top.
    private const int LargestStepBps = 1_750;
    private readonly PriceDrift drift = new(shock.Seed);
    private readonly int steps = StepsOf(shock.Percent * 100);

    /// <summary>The first round with the whole fall.</summary>
    public uint FallenFrom => FallFrom + (uint)steps - 1;

    /// <inheritdoc/>
    public long MarketPriceE7(int asset, uint round) => drift.PriceE7(asset, round, asset == shock.Asset ? FallAt(round) : 0);

    /// <inheritdoc/>
    public long PoolPriceE7(int asset, uint round) => MarketPriceE7(asset, round);

    private int FallAt(uint round) => round < FallFrom ? 0 : shock.Percent * 100 * (int)Math.Min(round - FallFrom + 1, (uint)steps) / steps;

    // As few as can be: what the first step puts under water is auctioned for that step's health, and has to be auctioned once more.
    private static int StepsOf(int fallBps)
    {
        var steps = 1;
        // The last step is the largest, measured by what it falls from.
        while (fallBps * PriceDrift.Whole > LargestStepBps * (((PriceDrift.Whole - fallBps) * steps) + fallBps))
        {
            steps++;
        }

        return steps;
    }
}
