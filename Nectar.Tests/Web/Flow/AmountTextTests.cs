using CsCheck;
using Nectar.Core.Units;
using Nectar.Web.Flow;

namespace Nectar.Tests.Web.Flow;

public sealed class AmountTextTests
{
    private static readonly Usdc most = new(1_000_0000000);

    [Theory]
    [InlineData("1", 1_0000000)]
    [InlineData(" 0.0000001 ", 1)]
    [InlineData("12.", 12_0000000)]
    [InlineData(".5", 5000000)]
    [InlineData("1000", 1_000_0000000)]
    [InlineData("999.9999999", 999_9999999)]
    public void Digits_are_read_to_the_stroop(string text, long stroops) =>
        Assert.Equal((new Usdc(stroops), null), AmountText.ReadUsdc(text, most));

    [Theory]
    [InlineData("0", "above 0")]
    [InlineData("-1", "above 0")]
    [InlineData("1000.0000001", "more than the 1000 there are")]
    [InlineData("1,5", "digits with a point")]
    [InlineData("1e3", "digits with a point")]
    [InlineData(".", "digits with a point")]
    [InlineData("1.2.", "digits with a point")]
    [InlineData("0.00000001", "at most 7 decimals")]
    [InlineData("NaN", "digits with a point")]
    [InlineData("99999999999999999999999999999999999999", "digits with a point")]
    public void Anything_else_is_refused_with_the_rule(string text, string rule)
    {
        var (amount, problem) = AmountText.ReadUsdc(text, most);

        Assert.Null(amount);
        Assert.Contains(rule, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_field_is_neither_an_amount_nor_a_mistake() => Assert.Equal((null, null), AmountText.ReadUsdc("  ", most));

    [Fact]
    public void Shares_have_thirteen_decimals() =>
        Assert.Equal((new Shares(1), null), AmountText.ReadShares("0.0000000000001", new Shares(100)));

    [Fact]
    public void What_a_button_fills_in_is_read_back_as_the_same_amount() =>
        Gen.Long[1, long.MaxValue / 2].Sample(stroops =>
            Assert.Equal((new Usdc(stroops), null), AmountText.ReadUsdc(AmountText.Write(new Usdc(stroops).ToString()), new Usdc(long.MaxValue))));

    [Theory]
    [InlineData(25, 2)]
    [InlineData(75, 8)]
    [InlineData(100, 11)]
    public void A_part_is_rounded_down_and_all_is_all(int percent, int expected) => Assert.Equal((Int128)expected, AmountText.PartOf(11, percent));
}
