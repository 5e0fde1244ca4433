using Nectar.Core.Keeper;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Journal;

public sealed class FeedReaderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 3)]
    [InlineData(2_000, 1_000)]
    public async Task Readers_that_come_at_any_time_from_any_id_get_every_later_line_once_and_in_order(int ring, int buffer)
    {
        const int Total = 300;
        await using var fixture = await JournalFixture.OpenAsync(o => (o.RingSize, o.WatcherBuffer) = (ring, buffer));
        var readers = new List<Task<List<long>>>();
        for (var n = 1; n <= Total; n++)
        {
            if (n % 20 == 1)
            {
                readers.Add(ReadAsync(fixture, since: (n * 7) % (int)(fixture.Feed.LastId + 1), until: Total));
            }

            await fixture.Journal.AppendAsync(Samples.Line(n), null, Cancel);
        }

        foreach (var ids in await Task.WhenAll(readers))
        {
            Assert.Equal(Enumerable.Range((int)ids[0], Total - (int)ids[0] + 1).Select(n => (long)n), ids);
        }

        Assert.Equal(0, fixture.Feed.Watchers);
    }

    [Fact]
    public async Task A_reader_who_sleeps_through_many_lines_gets_all_of_them_later()
    {
        await using var fixture = await JournalFixture.OpenAsync(o => (o.RingSize, o.WatcherBuffer) = (5, 2));
        await fixture.Journal.AppendAsync(Samples.Line(1), null, Cancel);
        await using var lines = fixture.Reader.FollowAsync(0, Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await lines.MoveNextAsync());

        for (var n = 2; n <= 60; n++)
        {
            await fixture.Journal.AppendAsync(Samples.Line(n), null, Cancel);
        }

        for (var n = 2; n <= 60; n++)
        {
            Assert.True(await lines.MoveNextAsync());
            Assert.Equal(n, lines.Current.Id);
        }
    }

    [Fact]
    public async Task An_id_that_this_journal_has_not_reached_is_from_another_one_and_reads_from_the_start()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        await fixture.Journal.AppendAsync(Samples.Line(1), null, Cancel);

        await using var lines = fixture.Reader.FollowAsync(5_000, Cancel).GetAsyncEnumerator(Cancel);

        Assert.True(await lines.MoveNextAsync());
        Assert.Equal(1, lines.Current.Id);
    }

    [Fact]
    public async Task After_a_restart_the_feed_holds_the_newest_lines_and_goes_on_from_them()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        for (var n = 1; n <= 10; n++)
        {
            await fixture.Journal.AppendAsync(Samples.Line(n), null, Cancel);
        }

        await using var next = await JournalFixture.OpenAsync(o => o.RingSize = 4, fixture.CopyAsKilled());

        Assert.Equal([7, 8, 9, 10], next.Feed.Newest(100).Select(l => l.Id));
        Assert.Equal(10, next.Feed.LastId);
        Assert.Equal(Enumerable.Range(3, 8).Select(n => (long)n), await ReadAsync(next, since: 2, until: 10));
    }

    private static async Task<List<long>> ReadAsync(JournalFixture fixture, long since, long until)
    {
        var ids = new List<long>();
        await foreach (var line in fixture.Reader.FollowAsync(since, Cancel))
        {
            ids.Add(line.Id);
            Assert.IsType<KeeperEvent.CycleFailed>(line.Happened);
            if (line.Id == until)
            {
                break;
            }
        }

        return ids;
    }
}
