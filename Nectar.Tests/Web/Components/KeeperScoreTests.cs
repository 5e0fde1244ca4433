using Nectar.Core.Journal;
using Nectar.Core.Keeper;
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

        Assert.Equal(25, KeeperScore.Of(row, null, [], xlm: 2_599).Runway);
        Assert.Null(KeeperScore.Of(row with { Tally = null }, null, [], xlm: 2_599).Runway);
        Assert.Null(KeeperScore.Of(row, null, [], xlm: null).Runway);
    }

    [Fact]
    public void Xlm_lasts_for_the_days_that_fees_and_pace_so_far_say_rounded_down()
    {
        // Four liquidations cost 400 with the race that was lost; the last two took six hours.
        var tally = new KeeperTally(Samples.Alpha, "alpha", Samples.Now, 5, 4, 4, 1, 0, new(100), Fees: 400);
        var row = new KeeperRow(Samples.Picture().Keepers[0], null, tally);
        Liquidation[] two = [Liquidation(0, 3, 150), Liquidation(3, 6, 170)];

        // 1,999 last for 19.99 liquidations, of which there are eight a day.
        Assert.Equal(2, KeeperScore.Of(row, null, two, xlm: 1_999).Days);
        Assert.Equal(1, KeeperScore.Of(row, null, two, xlm: 1_599).Days);
        Assert.Null(KeeperScore.Of(row, null, two[..1], xlm: 1_999).Days);
        Assert.Null(KeeperScore.Of(row with { Tally = tally with { Fees = 0 } }, null, two, xlm: 1_999).Days);
        Assert.Null(KeeperScore.Of(row, null, two, xlm: null).Days);
    }

    [Fact]
    public void Ledgers_count_from_detection_to_fill_of_the_keepers_own_liquidations()
    {
        var row = new KeeperRow(Samples.Picture().Keepers[0], null, null);
        var other = Liquidation(0, 1, 9) with { Case = Samples.Case(Guid.NewGuid(), new CaseState.Returned()) with { Keeper = Samples.KeyOf(77).AccountId } };

        var score = KeeperScore.Of(row, null, [Liquidation(0, 1, 150), Liquidation(1, 2, 170), other, Liquidation(2, 3, null)], null);

        Assert.Equal((150u, 170u), (score.MedianLedgers, score.SlowLedgers));
    }

    private static Liquidation Liquidation(int fromHour, int toHour, uint? ledgers) => new(
        Samples.Case(Guid.NewGuid(), new CaseState.Returned()), "alpha", Samples.Now.AddHours(fromHour), Samples.Now.AddHours(toHour), new(500),
        new(1), new(2), new(1), Samples.Hash, 200, ledgers);
}
