using Nectar.Core.Keeper;
using Nectar.Tests.Support;
using Nectar.Web.Components;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Components.Consoles;

public sealed class ConsoleKeeperTests
{
    private static readonly Heartbeat beating = new Heartbeat.Beating(TimeSpan.FromSeconds(1));

    [Fact]
    public void A_silent_keeper_is_possibly_down_in_words_with_how_long_and_why()
    {
        var keeper = Keeper(new Heartbeat.PossiblyDown(TimeSpan.FromSeconds(41), TimeSpan.FromSeconds(30)), new Reading<KeeperView>.Stale(Samples.View(), Samples.Now, TimeSpan.FromSeconds(41), "connection refused"));

        Assert.Equal(("danger", "✕", "POSSIBLY DOWN: no sign for 41 s, 3 polls are 30 s: connection refused"), keeper.State);
    }

    [Fact]
    public void One_that_writes_but_cannot_read_the_pool_is_told_from_one_that_is_silent() =>
        Assert.Equal(("warn", "◐", "NO READING: connection refused"), Keeper(beating, new Reading<KeeperView>.Unavailable("connection refused")).State);

    [Fact]
    public void One_of_another_process_has_no_heartbeat_here() => Assert.Equal(("quiet", "○", "RUNS ELSEWHERE"), Keeper(null, null).State);

    private static ConsoleKeeper Keeper(Heartbeat? heart, Reading<KeeperView>? view) => new("alpha", Samples.Alpha.ToString(), null, null, view, heart, null, null, null);
}
