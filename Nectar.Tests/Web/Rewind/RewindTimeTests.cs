using Nectar.Web.Rewind;

namespace Nectar.Tests.Web.Rewind;

public sealed class RewindTimeTests
{
    private static readonly DateTimeOffset first = new(2026, 11, 29, 11, 0, 0, 400, TimeSpan.Zero);
    private static readonly DateTimeOffset now = new(2026, 11, 29, 12, 7, 53, 900, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-29T12:03:41Z")]
    [InlineData(" 2026-11-29T12:03:41 ")]
    [InlineData("1795953821")]
    public void A_second_is_read_in_any_of_its_forms(string asked)
    {
        var found = Assert.IsType<RewindTime.Found>(RewindTime.Of(asked, first, now));

        Assert.Equal(new DateTimeOffset(2026, 11, 29, 12, 3, 41, TimeSpan.Zero), found.Second);
        Assert.Null(found.Problem);
    }

    [Theory]
    [InlineData(null, "2026-11-29T12:07:53Z")]
    [InlineData("", "2026-11-29T12:07:53Z")]
    [InlineData("2026-11-29T12:03", "2026-11-29T12:03:00Z")]
    [InlineData("2026-11-29T11:00:00Z", "2026-11-29T11:00:00Z")]
    [InlineData("2026-11-29T12:07:53Z", "2026-11-29T12:07:53Z")]
    public void Nothing_asks_for_the_newest_second_and_both_ends_may_be_asked_for(string? asked, string shown) =>
        Assert.Equal(shown, RewindTime.Text(Assert.IsType<RewindTime.Found>(RewindTime.Of(asked, first, now)).Second));

    [Theory]
    [InlineData("2026-11-29T12:07:54Z", "2026-11-29T12:07:53Z", "2026-11-29T12:07:54Z has not come yet: it is 2026-11-29T12:07:53Z now, which is shown instead.")]
    [InlineData("253402300799", "2026-11-29T12:07:53Z", "9999-12-31T23:59:59Z has not come yet: it is 2026-11-29T12:07:53Z now, which is shown instead.")]
    [InlineData("2026-11-29T10:59:59Z", "2026-11-29T11:00:00Z", "Of 2026-11-29T10:59:59Z nothing is kept: the first that is kept is of 2026-11-29T11:00:00Z, which is shown instead.")]
    [InlineData("0", "2026-11-29T11:00:00Z", "Of 1970-01-01T00:00:00Z nothing is kept: the first that is kept is of 2026-11-29T11:00:00Z, which is shown instead.")]
    public void What_lies_outside_is_moved_to_the_nearest_second_and_told_with_value_and_rule(string asked, string shown, string problem)
    {
        var moved = Assert.IsType<RewindTime.Moved>(RewindTime.Of(asked, first, now));

        Assert.Equal((shown, problem), (RewindTime.Text(moved.Second), moved.Problem));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-11-29T12:03:41.5Z")]
    [InlineData("2026-11-29T12:03:41+01:00")]
    [InlineData("2026-13-29T12:03:41Z")]
    [InlineData("-1")]
    [InlineData("253402300800")]
    [InlineData("99999999999999999999999999")]
    public void What_is_no_second_is_told_with_what_one_is(string asked)
    {
        var unreadable = Assert.IsType<RewindTime.Unreadable>(RewindTime.Of(asked, first, now));

        Assert.Equal("2026-11-29T12:07:53Z", RewindTime.Text(unreadable.Second));
        Assert.Equal($"“{asked}” is no second: t=2026-11-29T12:03:41Z is one, in UTC, and t=1795953821 is the same in Unix seconds. The newest second is shown instead.", unreadable.Problem);
    }

    [Fact]
    public void An_address_leads_back_to_the_second_that_it_was_made_for()
    {
        for (var n = 0; n < 1_000; n++)
        {
            var at = first.AddMilliseconds(n * 3_917);
            var read = RewindTime.Of(RewindTime.LinkTo(at)["/rewind?t=".Length..], first, now);

            Assert.Equal(at.ToUnixTimeSeconds(), Assert.IsType<RewindTime.Found>(read).Second.ToUnixTimeSeconds());
        }
    }
}
