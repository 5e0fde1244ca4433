using Nectar.Core.Liquidation;

namespace Nectar.Tests.Core.Liquidation;

public sealed class HealthEdgeTests
{
    [Theory]
    [InlineData(9_999_999L, true)]
    [InlineData(0L, true)]
    [InlineData(10_000_000L, false)]
    [InlineData(null, false)]
    public void A_health_factor_of_one_is_not_under_water_and_neither_is_who_owes_nothing(long? health, bool isUnderWater) =>
        Assert.Equal(isUnderWater, (health is { } h ? new Ratio(h) : (Ratio?)null).IsUnderWater());
}
