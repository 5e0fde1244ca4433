using Nectar.Core.Units;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Live;

public sealed class ShownTests
{
    [Theory]
    [InlineData("0", "0.00")]
    [InlineData("0.0199999", "0.01")]
    [InlineData("1234567.8999999", "1,234,567.89")]
    [InlineData("-0.0000001", "-0.01")]
    [InlineData("-5", "-5.00")]
    public void Money_has_two_decimals_and_never_reads_as_more(string amount, string shown) => Assert.Equal(shown, Shown.Money(Usdc.Parse(amount)));

    [Theory]
    [InlineData("1002966753457", "1.002966")]
    [InlineData("999999999999", "0.999999")]
    public void A_share_price_has_six_decimals_rounded_down(string e12, string shown) =>
        Assert.Equal(shown, Shown.SharePrice(Int128.Parse(e12, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(0.4, "0 s")]
    [InlineData(119, "119 s")]
    [InlineData(120, "2 min")]
    [InlineData(7_199, "119 min")]
    [InlineData(7_200, "2 h")]
    [InlineData(172_800, "2 d")]
    [InlineData(-5, "0 s")]
    public void An_age_is_told_in_the_unit_that_fits(double seconds, string shown) => Assert.Equal(shown, Shown.Age(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(12_345_678, 7, "1.2345678")]
    [InlineData(-5, 7, "-0.0000005")]
    [InlineData(1_000_000, 3, "1,000")]
    [InlineData(7, 0, "7")]
    public void A_token_amount_keeps_its_digits(long amount, uint decimals, string shown) => Assert.Equal(shown, Shown.Amount(amount, decimals));
}
