using Nectar.Core.Journal;
using Nectar.Tests.Support;
using Nectar.Web.Components;

namespace Nectar.Tests.Web.Components;

public sealed class KeeperScoreTests
{
    [Theory]
    [InlineData(new uint[] { 7 }, 50, 7)]
    [InlineData(new uint[] { 4, 1, 3, 2 }, 50, 2)]
    [InlineData(new uint[] { 1, 2, 3, 4, 5 }, 50, 3)]
    [InlineData(new uint[] { 1, 2, 3, 4, 5 }, 95, 5)]
    [InlineData(new uint[] { 1, 2, 3, 4, 5 }, 1, 1)]
    public void A_percentile_is_a_value_that_was_measured(uint[] values, int percent, uint expected) =>
        Assert.Equal(expected, KeeperScore.Percentile(values, percent));

    [Fact]
    public void Xlm_lasts_for_as_many_races_as_the_fees_of_those_before_say()
    {
        var tally = new KeeperTally(Samples.Alpha, "alpha", Samples.Now, 5, 4, 3, 1, 0, new(100), Fees: 400);
        var row = new KeeperRow(Samples.Picture().Keepers[0], null, tally);

        Assert.Equal(25, KeeperScore.Of(row, [], xlm: 2_599).Runway);
        Assert.Null(KeeperScore.Of(row with { Tally = null }, [], xlm: 2_599).Runway);
        Assert.Null(KeeperScore.Of(row, [], xlm: null).Runway);
    }
}
