using Nectar.Core.Keeper;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Keeper;

public sealed class HeartbeatTests
{
    private static readonly TimeSpan poll = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public void Up_to_three_polls_of_silence_are_a_beating_heart(int seconds) =>
        Assert.Equal(new Heartbeat.Beating(TimeSpan.FromSeconds(seconds)), Heartbeat.Judge(Samples.Now.AddSeconds(-seconds), Samples.Now.AddDays(-1), poll, Samples.Now));

    [Fact]
    public void Beyond_them_it_is_possibly_down()
    {
        var silence = TimeSpan.FromMilliseconds(30_001);

        Assert.Equal(new Heartbeat.PossiblyDown(silence, TimeSpan.FromSeconds(30)), Heartbeat.Judge(Samples.Now - silence, Samples.Now.AddDays(-1), poll, Samples.Now));
    }

    [Fact]
    public void One_that_never_gave_a_sign_is_awaited_as_long_and_then_possibly_down_as_well()
    {
        Assert.Equal(new Heartbeat.Awaited(), Heartbeat.Judge(null, Samples.Now.AddSeconds(-30), poll, Samples.Now));
        Assert.IsType<Heartbeat.PossiblyDown>(Heartbeat.Judge(null, Samples.Now.AddSeconds(-31), poll, Samples.Now));
    }

    [Fact]
    public void A_longer_poll_interval_allows_a_longer_silence() =>
        Assert.IsType<Heartbeat.Beating>(Heartbeat.Judge(Samples.Now.AddSeconds(-900), Samples.Now.AddDays(-1), TimeSpan.FromSeconds(300), Samples.Now));
}
