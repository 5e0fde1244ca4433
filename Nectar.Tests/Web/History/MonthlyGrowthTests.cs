using Nectar.Web.History;

namespace Nectar.Tests.Web.History;

public sealed class MonthlyGrowthTests
{
    private const long One = 1_000_000_000_000;

    [Fact]
    public void The_median_and_the_worst_are_of_the_months_between_the_first_and_the_current_one()
    {
        (DateTimeOffset At, Int128 Price)[] prices =
        [
            (Day(1, 20), One), (Day(1, 31), 2 * One),
            (Day(2, 3), 2 * One), (Day(2, 28), 3 * One),
            // March is silent.
            (Day(4, 30), (3 * One) - 1),
            (Day(5, 31), 6 * One),
            (Day(6, 1), 60 * One),
        ];

        // February +50 %, March 0, April a hair down and rounded down to a whole millionth, May +100 % and a little.
        Assert.Equal(new MonthlyGrowth(4, 0, -1), MonthlyGrowth.Of(Day(1, 20), Day(6, 2), time => prices.Last(p => p.At <= time).Price));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Before_a_whole_month_there_is_none(int month) =>
        Assert.Null(MonthlyGrowth.Of(Day(1, 1), Day(month, 28), _ => One));

    private static DateTimeOffset Day(int month, int day) => new(2026, month, day, 12, 0, 0, TimeSpan.Zero);
}
