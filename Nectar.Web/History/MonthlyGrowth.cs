namespace Nectar.Web.History;

/// <summary>
/// How a share's price moved in each whole calendar month of UTC, since profit comes in lumps and one figure over all of the time hides them. Pure.
/// </summary>
/// <param name="Months">How many months are whole.</param>
/// <param name="MedianE6">The middle one in millionths, of an even number the lower of the two; rounded down.</param>
/// <param name="WorstE6">The lowest one in millionths, rounded down.</param>
internal sealed record MonthlyGrowth(int Months, Int128 MedianE6, Int128 WorstE6)
{
    /// <summary>From prices; null where no month is whole yet: the first and the current one never are.</summary>
    /// <param name="first">Since when there is a price.</param>
    /// <param name="now">Now.</param>
    /// <param name="priceE12">The price with 12 decimals at any time between.</param>
    public static MonthlyGrowth? Of(DateTimeOffset first, DateTimeOffset now, Func<DateTimeOffset, Int128> priceE12)
    {
        var starts = new List<DateTimeOffset>();
        for (var start = MonthOf(first).AddMonths(1); start <= now; start = start.AddMonths(1))
        {
            starts.Add(start);
        }

        var prices = starts.ConvertAll(start => priceE12(start));
        var growths = prices.Zip(prices.Skip(1), Growth.E6).Order().ToList();
        return growths.Count == 0 ? null : new MonthlyGrowth(growths.Count, growths[(growths.Count - 1) / 2], growths[0]);
    }

    private static DateTimeOffset MonthOf(DateTimeOffset at) => new(at.UtcDateTime.Year, at.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
}
