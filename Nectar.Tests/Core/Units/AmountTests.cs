using System.Numerics;
using CsCheck;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Units;

public sealed class AmountTests
{
    [Theory]
    [InlineData("0", "0.0000000")]
    [InlineData("12.3456789", "12.3456789")]
    [InlineData("-0.0000001", "-0.0000001")]
    [InlineData("17014118346046923173168730371588.4105727", "17014118346046923173168730371588.4105727")]
    [InlineData("-17014118346046923173168730371588.4105728", "-17014118346046923173168730371588.4105728")]
    public void Usdc_is_read_exactly_and_shown_with_all_decimals(string text, string shown) =>
        Assert.Equal(shown, Usdc.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1.23456789")]
    [InlineData("1,5")]
    [InlineData("1e3")]
    [InlineData("--1")]
    [InlineData(" 1")]
    public void What_is_no_amount_is_refused_by_name(string text) =>
        Assert.Equal($"'{text}' is not an amount of USDC: digits with at most 7 decimals", Assert.Throws<FormatException>(() => Usdc.Parse(text)).Message);

    [Fact]
    public void Any_number_of_shares_comes_back_from_its_text() =>
        Gen.Select(Gen.Long, Gen.ULong).Sample((high, low) =>
        {
            var shares = new Shares(((Int128)high << 64) | low);

            return Shares.Parse(shares.ToString()) == shares;
        });

    [Fact]
    public void Sums_that_leave_128_bits_throw()
    {
        Assert.Throws<OverflowException>(() => new Usdc(Int128.MaxValue) + new Usdc(1));
        Assert.Throws<OverflowException>(() => new Usdc(Int128.MinValue) - new Usdc(1));
        Assert.Throws<OverflowException>(() => new BasisPoints(10_000).Of(new Usdc(Int128.MaxValue), Rounding.Down));
        Assert.Throws<OverflowException>(() => Usdc.Parse("17014118346046923173168730371588.4105728"));
    }

    [Fact]
    public void A_part_is_rounded_to_the_named_side_and_no_further() =>
        Gen.Select(Gen.Long, Gen.UInt[0, 20_000]).Sample((amount, points) =>
        {
            var exact = (BigInteger)amount * points;
            var (down, up) = (new BasisPoints(points).Of(new Usdc(amount), Rounding.Down), new BasisPoints(points).Of(new Usdc(amount), Rounding.Up));

            return (BigInteger)down.Stroops * 10_000 <= exact && exact - ((BigInteger)down.Stroops * 10_000) < 10_000
                && (BigInteger)up.Stroops * 10_000 >= exact && ((BigInteger)up.Stroops * 10_000) - exact < 10_000;
        });
}
