using CsCheck;
using Nectar.LocalNet.Rpc;

namespace Nectar.Tests.LocalNet.Rpc;

public sealed class FeeSampleTests
{
    [Fact]
    public void A_percentile_is_the_lowest_fee_that_so_many_paid_no_more_than()
    {
        var fees = FeeSample.Distribution([.. Enumerable.Range(1, 10).Select(i => (ulong)i * 100)], 3);

        Assert.Equal((100UL, 1_000UL), (fees.Min, fees.Max));
        Assert.Equal([100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000, 1_000], new[] { fees.P10, fees.P20, fees.P30, fees.P40, fees.P50, fees.P60, fees.P70, fees.P80, fees.P90, fees.P95, fees.P99 });
        Assert.Equal((10u, 3u), (fees.TransactionCount, fees.LedgerCount));
    }

    [Theory]
    [InlineData(new ulong[] { 5 }, 5)]
    [InlineData(new ulong[] { 9, 5, 5 }, 5)]
    [InlineData(new ulong[] { 5, 9, 9 }, 9)]
    [InlineData(new ulong[] { 9, 5 }, 5)]
    public void The_mode_is_the_most_frequent_fee_and_of_several_the_lowest(ulong[] fees, ulong mode) =>
        Assert.Equal(mode, FeeSample.Distribution(fees, 1).Mode);

    [Fact]
    public void Where_nothing_was_paid_all_is_nothing()
    {
        var fees = FeeSample.Distribution([], 10);

        Assert.Equal((0UL, 0UL, 0UL, 0UL), (fees.Min, fees.Mode, fees.P50, fees.Max));
        Assert.Equal((0u, 0u), (fees.TransactionCount, fees.LedgerCount));
    }

    [Fact]
    public void Percentiles_never_fall() => Gen.ULong.Array[1, 200].Sample(fees =>
    {
        var d = FeeSample.Distribution(fees, 1);
        ulong[] row = [d.Min, d.P10, d.P20, d.P30, d.P40, d.P50, d.P60, d.P70, d.P80, d.P90, d.P95, d.P99, d.Max];
        return row.SequenceEqual(row.Order()) && row.All(fees.Contains) && fees.Contains(d.Mode);
    });
}
