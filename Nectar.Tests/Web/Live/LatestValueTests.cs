using Microsoft.Extensions.Time.Testing;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Live;

public sealed class LatestValueTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void A_value_goes_from_loading_over_live_to_stale_and_is_kept()
    {
        var latest = new LatestValue<string>(time, TimeSpan.FromSeconds(10));
        Assert.Equal(new Reading<string>.Loading("starting"), latest.Read("starting"));

        latest.Set("value");
        var at = time.GetUtcNow();
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(new Reading<string>.Live("value", at), latest.Read("starting"));

        latest.Fail("connection refused");
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new Reading<string>.Stale("value", at, TimeSpan.FromSeconds(11), "connection refused"), latest.Read("starting"));

        latest.Set("newer");
        Assert.Equal(new Reading<string>.Live("newer", time.GetUtcNow()), latest.Read("starting"));
    }

    [Fact]
    public void What_never_came_is_unavailable_with_its_reason()
    {
        var latest = new LatestValue<string>(time, TimeSpan.FromSeconds(10));

        latest.Fail("connection refused");

        Assert.Equal(new Reading<string>.Unavailable("connection refused"), latest.Read("starting"));
    }
}
