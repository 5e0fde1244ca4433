namespace Nectar.Web.History;

/// <summary>
/// How a share's price moved in each whole calendar month of UTC, since profit comes in lumps and one figure over all of the time hides them. Pure.
/// </summary>
/// <param name="Months">How many months are whole.</param>
/// <param name="MedianE6">The middle one in millionths, of an even number the lower of the two; rounded down.</param>
/// <param name="WorstE6">The lowest one in millionths, rounded down.</param>
internal sealed record MonthlyGrowth(int Months, Int128 MedianE6, Int128 WorstE6)
{
    /// <summary>From prices as of moments; null where no month is whole yet: the first and the current one never are.</summary>
    /// <param name="prices">When, and the price with 12 decimals right then; oldest first. A month without a moment kept the price.</param>
    /// <param name="now">Now.</param>
    public static MonthlyGrowth? Of(IReadOnlyList<(DateTimeOffset At, Int128 PriceE12)> prices, DateTimeOffset now)
    {
        var growths = new List<Int128>();
        if (prices.Count > 0)
        {
            var price = prices.Last(p => MonthOf(p.At) == MonthOf(prices[0].At)).PriceE12;
            for (var month = MonthOf(prices[0].At) + 1; month < MonthOf(now); month++)
            {
                var end = prices.Where(p => MonthOf(p.At) == month).Select(p => (Int128?)p.PriceE12).LastOrDefault() ?? price;
                growths.Add(Growth.E6(price, end));
                price = end;
            }
        }

        growths.Sort();
        return growths.Count == 0 ? null : new MonthlyGrowth(growths.Count, growths[(growths.Count - 1) / 2], growths[0]);
    }

    private static int MonthOf(DateTimeOffset at) => (at.UtcDateTime.Year * 12) + at.UtcDateTime.Month - 1;
}
