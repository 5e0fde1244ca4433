using Nectar.Web.Components.Rewinds;

namespace Nectar.Tests.Web.Components;

public sealed class RewindWordsTests
{
    [Theory]
    [InlineData(-5, "0 s")]
    [InlineData(59, "59 s")]
    [InlineData(60, "1 min 0 s")]
    [InlineData(252, "4 min 12 s")]
    [InlineData(3_599, "59 min 59 s")]
    [InlineData(11_100, "3 h 5 min")]
    [InlineData(86_399, "23 h 59 min")]
    [InlineData(198_000, "2 d 7 h")]
    public void How_long_ago_is_told_in_two_units_rounded_down(int seconds, string words) => Assert.Equal(words, RewindWords.Ago(TimeSpan.FromSeconds(seconds + 0.9 * Math.Sign(seconds))));
}
