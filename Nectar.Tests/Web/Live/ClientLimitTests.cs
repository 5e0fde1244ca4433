using Nectar.Web.Live;

namespace Nectar.Tests.Web.Live;

public sealed class ClientLimitTests
{
    [Fact]
    public async Task However_many_ask_at_once_no_more_than_the_limit_get_in()
    {
        var limit = new ClientLimit(50);

        var places = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => Task.Run(limit.TryEnter, TestContext.Current.CancellationToken)));

        Assert.Equal(50, places.Count(p => p is not null));
        Assert.Equal(50, limit.InUse);
    }

    [Fact]
    public void A_place_given_back_twice_counts_once()
    {
        var limit = new ClientLimit(2);
        var place = limit.TryEnter();
        using var other = limit.TryEnter();

        place!.Dispose();
        place.Dispose();

        Assert.Equal(1, limit.InUse);
    }
}
