using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Operators;
using Nectar.Tests.Support;
using Nectar.Web.Operators;

namespace Nectar.Tests.Web.Operators;

public sealed class KeeperControlsTests
{
    private static readonly KeeperOptions keeper = Samples.Network().Keepers[0];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_running_keepers_control_has_the_change_at_once_and_the_next_lifes_from_the_start()
    {
        await using var web = await WebFixture.StartAsync();
        var controls = web.Services.GetRequiredService<KeeperControls>();
        var running = await controls.OfAsync(keeper, Cancel);

        await controls.ActAsync(keeper, new(OperatorAction.Pause, "", "alpha", 0), "operator key", Cancel);
        await controls.ActAsync(keeper, new(OperatorAction.SetPollInterval, "42", "alpha", 1), "operator key", Cancel);

        var expected = KeeperSettings.Of(keeper) with { IsPaused = true, PollInterval = TimeSpan.FromSeconds(42), Version = 2 };
        Assert.Equal(expected, running.Current);
        var nextLife = new KeeperControls(web.Services.GetRequiredService<OperatorJournal>(), TimeProvider.System);
        Assert.Equal(expected, (await nextLife.OfAsync(keeper, Cancel)).Current);
    }
}
