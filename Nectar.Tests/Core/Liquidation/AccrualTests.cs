using CsCheck;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Liquidation;

namespace Nectar.Tests.Core.Liquidation;

public sealed class AccrualTests
{
    private static readonly ReserveConfig config = PoolBuilder.Config(0, 7_500_000, 7_500_000);

    [Theory]
    [InlineData(6_565_656, 1_000_000_852_536, 9_999_066)]
    [InlineData(7_979_797, 1_000_002_853_078, 10_000_479)]
    [InlineData(9_696_969, 1_000_018_247_510, 10_002_196)]
    public void Growth_has_Blends_numbers_on_all_three_slopes(int utilisation, long growth, int modifier) =>
        Assert.Equal(((Int128)growth, (Int128)modifier), Accrual.Growth(config, utilisation, 10_000_000, 500));

    [Fact]
    public void A_week_of_interest_has_Blends_numbers_to_the_last_unit()
    {
        var stored = Stored(990_000_000, 650_000_000);

        var later = Accrual.To(stored, 2_000_000, 617_280).Data;

        Assert.Equal(
            stored.Data with
            {
                DRateE12 = 1_349_657_798_173,
                BRateE12 = 1_125_547_124_242,
                IrModE7 = 10_449_815,
                BackstopCredit = 517_357,
                LastTimeSeconds = 617_280,
            },
            later);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(990_000_000, 0)]
    public void Without_supply_or_debt_only_the_clock_moves(long supply, long debt)
    {
        var stored = Stored(supply, debt);

        Assert.Equal(stored.Data with { LastTimeSeconds = 1_000 }, Accrual.To(stored, 2_000_000, 1_000).Data);
    }

    [Fact]
    public void Interest_of_less_than_a_unit_leaves_the_rate_of_supply_as_it_is()
    {
        var stored = Stored(990_000_007, 9);

        var later = Accrual.To(stored, 2_000_000, 1_000).Data;

        Assert.True(later.DRateE12 > stored.Data.DRateE12);
        Assert.Equal(stored.Data.BRateE12, later.BRateE12);
    }

    [Fact]
    public void A_time_that_is_not_after_the_last_changes_nothing()
    {
        var stored = Stored(990_000_000, 650_000_000) with { Data = Stored(990_000_000, 650_000_000).Data with { LastTimeSeconds = 500 } };

        Assert.Same(stored, Accrual.To(stored, 2_000_000, 500));
        Assert.Same(stored, Accrual.To(stored, 2_000_000, 499));
    }

    [Fact]
    public void Interest_never_lowers_a_rate_and_suppliers_never_get_more_than_debtors_pay() =>
        Gen.Select(Gen.Long[1, 10_000_000_000_000_000], Gen.Int[0, 10_000_000], Gen.Int[1, 31_536_000], Gen.UInt[0, 9_000_000])
            .Sample((supply, share, seconds, backstop) =>
            {
                var stored = Stored(supply, (long)((Int128)supply * share / 10_000_000));
                var (before, after) = (stored.Data, Accrual.To(stored, backstop, (ulong)seconds).Data);
                var paid = Tokens.Owed(after, after.DSupply) - Tokens.Owed(before, before.DSupply);
                var earned = Tokens.Supplied(after, after.BSupply) - Tokens.Supplied(before, before.BSupply);
                Assert.True(after.DRateE12 >= before.DRateE12 && after.BRateE12 >= before.BRateE12);
                Assert.True(earned + after.BackstopCredit - before.BackstopCredit <= paid);
            });

    private static Reserve Stored(long supply, long debt) => new(
        PoolBuilder.Asset(0), config, new ReserveData(1_123_456_789_000, supply, 0, 1_345_678_123_000, debt, 10_000_000, 0));
}
