using Nectar.Web.History;

namespace Nectar.Tests.Web.History;

public sealed class GrowthTests
{
    [Theory]
    [InlineData(3, 3, 0)]
    [InlineData(3, 6, 1_000_000)]
    [InlineData(3, 4, 333_333)]
    [InlineData(2, 1, -500_000)]
    [InlineData(3, 2, -333_334)]
    public void Growth_is_in_millionths_of_the_earlier_price_rounded_down(long then, long now, long millionths) =>
        Assert.Equal(millionths, (long)Growth.E6(then, now));
}
