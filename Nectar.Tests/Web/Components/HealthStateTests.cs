using Nectar.Core.Liquidation;
using Nectar.Web.Components.Controls;

namespace Nectar.Tests.Web.Components;

public sealed class HealthStateTests
{
    [Theory]
    [InlineData(9_999_999, "LIQUIDATABLE", 49)]
    [InlineData(10_000_000, "AT RISK", 50)]
    [InlineData(11_999_999, "AT RISK", 59)]
    [InlineData(12_000_000, "HEALTHY", 60)]
    [InlineData(900_000_000, "HEALTHY", 100)]
    public void Edges_are_one_and_one_point_two_and_one_is_the_middle_of_the_bar(long health, string word, int width)
    {
        Assert.Equal(word, HealthState.Of(new Ratio(health)).Word);
        Assert.Equal(width, HealthState.BarWidth(new Ratio(health)));
    }

    [Theory]
    [InlineData(20_000_000, "50.0 %")]
    [InlineData(10_312_000, "3.0 %")]
    [InlineData(10_001_000, "0.0 %")]
    [InlineData(10_000_000, "0.0 %")]
    [InlineData(9_000_000, "0.0 %")]
    [InlineData(-1, "0.0 %")]
    public void The_distance_is_what_the_collateral_may_lose_rounded_down(long health, string distance) =>
        Assert.Equal(distance, HealthState.Distance(new Ratio(health)));
}
