using Microsoft.Extensions.Time.Testing;
using Nectar.Core.Keeper;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Keeper;

public sealed class KeeperRunnerTests(SharedHost shared)
{
    [Fact(Timeout = 120_000)]
    public async Task A_close_that_the_network_tells_of_is_looked_at_without_waiting_for_any_clock()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var market = await RecordedMarket.StartAsync("lab", shared);
        // This clock stands still: whoever waits for it waits for ever.
        var keeper = market.Keeper("alpha", CaseMode.Atomic, new RecordingJournal(), new FakeTimeProvider());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var running = keeper.RunAsync(stop.Token);
        for (var ledgers = 0; ledgers < 3; ledgers++)
        {
            await SeenAsync(keeper, market.Ledger, cancel);
            await market.CloseAsync(cancel);
        }

        await SeenAsync(keeper, market.Ledger, cancel);

        Assert.Equal(market.Ledger, keeper.View!.Ledger.Value);
        await stop.CancelAsync();
        await running;
    }

    private static async Task SeenAsync(KeeperRunner keeper, uint ledger, CancellationToken cancel)
    {
        while (keeper.View is not { } view || view.Ledger < new LedgerNumber(ledger))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancel);
        }
    }
}
