using Nectar.Web.Demo;

namespace Nectar.Web.Sandbox;

/// <summary>Prices that drift as the demo's do until one asset falls, in equal steps, and stays down. Both feeds tell the same. Pure.</summary>
/// <param name="shock">The fall.</param>
internal sealed class ShockPath(Shock shock) : IPricePath
{
    /// <summary>Ledgers between two rounds of prices.</summary>
    public const uint LedgersPerRound = 5;

    /// <summary>The first round with a lower price: until then one sees that nothing happens.</summary>
    public const uint FallFrom = 3;

    /// <summary>The first round with the whole fall.</summary>
    public const uint FallenFrom = FallFrom + Steps - 1;

    // Of half a price in five steps the last is from 60 to 50 %: less than the fifth that trips a breaker.
    private const uint Steps = 5;
    private readonly PriceDrift drift = new(shock.Seed);

    /// <inheritdoc/>
    public long MarketPriceE7(int asset, uint round) => drift.PriceE7(asset, round, asset == shock.Asset ? FallAt(round) : 0);

    /// <inheritdoc/>
    public long PoolPriceE7(int asset, uint round) => MarketPriceE7(asset, round);

    private int FallAt(uint round) => round switch
    {
        < FallFrom => 0,
        < FallenFrom => shock.Percent * 100 * (int)(round - FallFrom + 1) / (int)Steps,
        _ => shock.Percent * 100,
    };
}
