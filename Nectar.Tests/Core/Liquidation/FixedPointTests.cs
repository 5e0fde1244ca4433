using System.Numerics;
using CsCheck;
using Nectar.Core.Liquidation;

namespace Nectar.Tests.Core.Liquidation;

public sealed class FixedPointTests
{
    private static readonly Gen<Int128> any = Gen.Select(Gen.Long, Gen.ULong, (high, low) => ((Int128)high << 64) | low);
    private static readonly Gen<Int128> positive = Gen.Select(Gen.Long[0, long.MaxValue], Gen.ULong, (high, low) => ((Int128)high << 64) | low | 1);

    [Fact]
    public void Down_goes_towards_minus_infinity_and_up_of_a_negative_goes_to_zero()
    {
        Assert.Equal(-4, FixedPoint.MulFloor(-7, 1, 2));
        Assert.Equal(-3, FixedPoint.MulCeil(-7, 1, 2));
        Assert.Equal(3, FixedPoint.MulFloor(7, 1, 2));
        Assert.Equal(4, FixedPoint.MulCeil(7, 1, 2));
        Assert.Equal(4, FixedPoint.MulCeil(8, 1, 2));
    }

    [Fact]
    public void Every_product_is_divided_as_if_numbers_had_no_end() => Gen.Select(any, any, positive).Sample((x, y, divisor) =>
    {
        var exact = (BigInteger)x * y;
        var towardsZero = BigInteger.DivRem(exact, divisor, out var rest);
        if (BigInteger.Abs(towardsZero) >= (BigInteger)Int128.MaxValue)
        {
            Assert.Throws<OverflowException>(() => FixedPoint.MulFloor(x, y, divisor));
            return;
        }

        Assert.Equal(rest.Sign < 0 ? towardsZero - 1 : towardsZero, FixedPoint.MulFloor(x, y, divisor));
        Assert.Equal(rest.Sign > 0 ? towardsZero + 1 : towardsZero, FixedPoint.MulCeil(x, y, divisor));
    });

    [Fact]
    public void The_smallest_number_of_all_is_divided_like_any_other()
    {
        Assert.Equal(Int128.MinValue / 2, FixedPoint.MulFloor(Int128.MinValue, 1, 2));
        Assert.Equal(Int128.MinValue / 2, FixedPoint.MulCeil(1, Int128.MinValue, 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_divisor_that_is_not_positive_is_refused(int divisor) =>
        Assert.Throws<DivideByZeroException>(() => FixedPoint.MulFloor(1, 1, divisor));
}
