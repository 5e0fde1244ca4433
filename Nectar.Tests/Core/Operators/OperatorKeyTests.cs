using Nectar.Core.Operators;

namespace Nectar.Tests.Core.Operators;

public sealed class OperatorKeyTests
{
    private const string Key = "sixteen-or-more-characters";

    [Theory]
    [InlineData(Key, true)]
    [InlineData("sixteen-or-more-character", false)]
    [InlineData("Sixteen-or-more-characters", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_the_key_itself_matches(string? given, bool matches) => Assert.Equal(matches, new OperatorKey(Key).Matches(given));

    [Fact]
    public void One_that_is_too_short_is_refused_without_being_repeated()
    {
        var refused = Assert.Throws<ArgumentException>(() => new OperatorKey("fifteen-charact"));

        Assert.Contains("15 characters given, 16 are needed", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("fifteen", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fingerprint_tells_keys_apart_and_gives_none_away()
    {
        var (one, other) = (new OperatorKey(Key), new OperatorKey(Key + "!"));

        Assert.Equal(new OperatorKey(Key).Fingerprint, one.Fingerprint);
        Assert.NotEqual(one.Fingerprint, other.Fingerprint);
        Assert.Equal(16, one.Fingerprint.Length);
    }
}
