using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.History;

namespace Nectar.Tests.Web.History;

public sealed class RealisedYieldTests
{
    [Fact]
    public void Over_all_its_history_a_vault_that_earned_one_percent_grew_by_one_and_its_year_follows_from_the_days()
    {
        var all = Over(TimeSpan.FromDays(20), window: null)!;

        Assert.Equal((9_999, 1, 20d), ((long)all.GrowthE6, all.Liquidations, all.Span.TotalDays));
        Assert.InRange(all.Yearly!.Value, Math.Pow(1.00999, 365 / 20d) - 1, Math.Pow(1.01, 365 / 20d) - 1);
    }

    [Theory]
    [InlineData(20 * 24 * 60, 7, 0, 0)]
    [InlineData(20 * 24 * 60, 15, 9_999, 1)]
    // A week before, the profit had vested by half.
    [InlineData((17 * 24 * 60) + 30, 7, 4_975, 0)]
    public void A_window_counts_what_happened_in_it_from_the_price_at_its_beginning_on(int minutes, int window, long growthE6, int liquidations)
    {
        var found = Over(TimeSpan.FromMinutes(minutes), window)!;

        Assert.Equal((growthE6, liquidations), ((long)found.GrowthE6, found.Liquidations));
    }

    [Fact]
    public void A_window_that_the_history_does_not_fill_is_not_reckoned_nor_a_year_from_less_than_a_week()
    {
        Assert.Null(Over(TimeSpan.FromDays(20), window: 30));
        Assert.Null(Over(TimeSpan.FromHours(167), window: null)!.Yearly);
        Assert.Equal(0, Over(TimeSpan.FromDays(7), window: null)!.Yearly);
        Assert.Null(RealisedYield.Over([], new LedgerNumber(5), Samples.Now, null));
    }

    [Fact]
    public void A_loss_never_reads_as_smaller_than_it_is() =>
        Assert.Equal(-334, (long)new RealisedYield(TimeSpan.FromDays(1), 3_000_000_000_000, 2_999_000_000_000, 0).GrowthE6);

    private static RealisedYield? Over(TimeSpan age, int? window)
    {
        var at = Samples.Now + age;
        return RealisedYield.Over([.. OneProfit.Moments.Where(m => m.At <= at)], OneProfit.LedgerAt(age), at, window);
    }
}
