using Nectar.Web.Live;

namespace Nectar.Tests.Web.Live;

public sealed class LineFilterTests
{
    private static readonly LogLine look = Line(Tone.Quiet, "alpha", "WATCHED", "3 in debt", isLook: true);
    private static readonly LogLine trip = Line(Tone.Warning, "beta", "BREAKER", "XLM is not filled");
    private static readonly LogLine failure = Line(Tone.Bad, "alpha", "FAILED", "draw refused");

    [Theory]
    [InlineData(LineLevel.All, true, true, true)]
    [InlineData(LineLevel.Events, false, true, true)]
    [InlineData(LineLevel.Warnings, false, true, true)]
    [InlineData(LineLevel.Errors, false, false, true)]
    public void Each_level_leaves_out_what_is_below_it(LineLevel level, bool hasLook, bool hasTrip, bool hasFailure)
    {
        var filter = LineFilter.Of("", level, "", out _)!;

        Assert.Equal((hasLook, hasTrip, hasFailure), (filter.Matches(look), filter.Matches(trip), filter.Matches(failure)));
    }

    [Theory]
    [InlineData("XLM", "", true)]
    [InlineData("breaker", "", true)]
    [InlineData("breaker", "alpha", false)]
    [InlineData("", "beta", true)]
    [InlineData("USDC", "", false)]
    [InlineData("/^beta breaker .* not/", "", true)]
    [InlineData("/^breaker/", "", false)]
    [InlineData("/", "", false)]
    [InlineData("//", "", false)]
    public void A_line_must_hold_the_text_and_be_the_keepers(string text, string keeper, bool matches) =>
        Assert.Equal(matches, LineFilter.Of(text, LineLevel.All, keeper, out _)!.Matches(trip));

    [Theory]
    [InlineData("/(/", "Not enough )'s")]
    [InlineData("/(?=a)b/", "NonBacktracking")]
    public void A_pattern_that_is_none_or_that_looks_around_is_refused_with_the_reason(string text, string why) =>
        Assert.Contains(why, ProblemOf(text), StringComparison.Ordinal);

    [Fact]
    public void A_pattern_of_more_than_200_characters_is_refused()
    {
        Assert.Equal("", ProblemOf($"/{new string('a', 200)}/"));
        Assert.Equal("a regular expression may have 200 characters", ProblemOf($"/{new string('a', 201)}/"));
    }

    private static string ProblemOf(string text)
    {
        var filter = LineFilter.Of(text, LineLevel.All, "", out var problem);
        Assert.Equal(problem.Length == 0, filter is not null);
        return problem;
    }

    private static LogLine Line(Tone tone, string keeper, string word, string text, bool isLook = false) => new(1, default, 1, keeper, tone, "·", word, text, null, isLook);
}
