using CsCheck;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Liquidation;

namespace Nectar.Tests.Core.Liquidation;

public sealed class LiquidationPriceTests
{
    [Fact]
    public void One_unit_beyond_the_price_the_position_is_healthy() =>
        Gen.Select(Gen.Long[1_000_000, 1_000_000_000_000], Gen.Long[1_000_000, 1_000_000_000_000]).Sample((collateral, debt) =>
        {
            var market = Market();
            var positions = new Positions(PoolBuilder.At((0, collateral)), PoolBuilder.At((1, debt)), []);
            if (LiquidationPrice.Of(market, positions, PoolBuilder.Asset(0)) is LiquidationPriceReading.AtOrBelow(var below))
            {
                Assert.True(IsBad(market, positions, 0, below));
                Assert.False(IsBad(market, positions, 0, below + 1));
            }

            if (LiquidationPrice.Of(market, positions, PoolBuilder.Asset(1)) is LiquidationPriceReading.AtOrAbove(var above))
            {
                Assert.True(IsBad(market, positions, 1, above));
                Assert.False(IsBad(market, positions, 1, above - 1));
            }
        });

    [Fact]
    public void The_price_is_the_one_that_the_factors_give()
    {
        // 100 tokens at a factor of 0.5 against 20 of debt at 0.8: 20 / 0.8 / 50 = 0.5.
        var positions = new Positions(PoolBuilder.At((0, 1_000_000_000)), PoolBuilder.At((1, 200_000_000)), []);

        var reading = LiquidationPrice.Of(Market(), positions, PoolBuilder.Asset(0));

        Assert.Equal(new LiquidationPriceReading.AtOrBelow(4_999_999), reading);
    }

    [Fact]
    public void An_asset_that_the_position_has_nothing_of_has_no_such_price() => Assert.IsType<LiquidationPriceReading.Never>(
        LiquidationPrice.Of(Market(), new Positions(PoolBuilder.At((0, 5)), PoolBuilder.At((0, 1)), []), PoolBuilder.Asset(1)));

    private static bool IsBad(PoolMarket market, Positions positions, int asset, Int128 price) =>
        Assert.IsType<HealthReading.Known>(market.WithPrice(PoolBuilder.Asset(asset), price).HealthOf(positions)).Health.IsLiquidatable;

    private static PoolMarket Market()
    {
        var snapshot = new PoolBuilder()
            .With(1_000_000_000_000, 1_000_000_000_000, 5_000_000, 8_000_000, 10_000_000)
            .With(1_000_000_000_000, 1_000_000_000_000, 5_000_000, 8_000_000, 10_000_000)
            .Build();
        return PoolMarket.At(snapshot, snapshot.CloseTimeSeconds);
    }
}
