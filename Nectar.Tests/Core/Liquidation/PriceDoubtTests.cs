using Nectar.Core.Contracts.Oracle;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Liquidation;

public sealed class PriceDoubtTests
{
    private static readonly PriceBounds bounds = new(new BasisPoints(2_000), new BasisPoints(500), 900);

    [Theory]
    [InlineData(10_000_000, 12_000_000, null)]
    [InlineData(10_000_000, 12_000_001, "the price moved by 20.01 % between two readings, 20.00 % is allowed")]
    [InlineData(10_000_000, 8_000_000, null)]
    [InlineData(10_000_000, 7_999_999, "the price moved by 20.01 % between two readings, 20.00 % is allowed")]
    [InlineData(10_500_000, 1_060_000_000, "the price moved by 9995.24 % between two readings, 20.00 % is allowed")]
    public void A_jump_beyond_the_bound_is_doubted_either_way(long before, long now, string? doubt) =>
        Assert.Equal(doubt, PriceDoubt.OfReading(new PriceData(before, 1_000), new PriceData(now, 1_000), 1_000, bounds));

    [Fact]
    public void An_old_price_and_no_price_are_doubted()
    {
        Assert.Null(PriceDoubt.OfReading(null, new PriceData(1, 1_000), 1_900, bounds));
        Assert.Equal("the price is 901 s old, 900 s are allowed", PriceDoubt.OfReading(null, new PriceData(1, 1_000), 1_901, bounds));
        Assert.Equal("the oracle gives no price", PriceDoubt.OfReading(new PriceData(1, 1_000), null, 1_000, bounds));
    }

    [Theory]
    [InlineData("950", null)]
    [InlineData("949.9999999", "the exchange's quote is 5.01 % off the pool's price, 5.00 % is allowed")]
    [InlineData("1050.0000001", "the exchange's quote is 5.01 % off the pool's price, 5.00 % is allowed")]
    [InlineData("10", "the exchange's quote is 99.00 % off the pool's price, 5.00 % is allowed")]
    public void A_price_that_nobody_would_pay_is_doubted(string quoted, string? doubt)
    {
        var snapshot = new PoolBuilder()
            .With(1_000_000_000_000, 1_000_000_000_000, 0, 9_000_000, 10_000_000)
            .With(1_000_000_000_000, 1_000_000_000_000, 0, 9_000_000, 20_000_000, decimals: 9)
            .Build();
        var market = PoolMarket.At(snapshot, snapshot.CloseTimeSeconds);
        var quote = new TradeQuote(500_000_000_000, Usdc.Parse(quoted));

        Assert.Equal(doubt, PriceDoubt.OfQuote(market, PoolBuilder.Asset(1), PoolBuilder.Asset(0), quote, bounds));
    }
}
