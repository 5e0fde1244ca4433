using System.Runtime.CompilerServices;

namespace Nectar.Core.Journal;

/// <summary>Follows the journal from any id on: from the database what is older than the feed's memory, then live.</summary>
public sealed class FeedReader(LiveFeed feed, JournalQueries queries)
{
    private const int PageSize = 500;

    /// <summary>
    /// Every line that is kept with a greater id, each once, in order, without end. A reader that is slow for a while gets
    /// its lines later, never fewer.
    /// </summary>
    /// <param name="since">The last id that the reader has; 0 for everything kept.</param>
    /// <param name="cancel">Ends it.</param>
    public async IAsyncEnumerable<FeedLine> FollowAsync(long since, [EnumeratorCancellation] CancellationToken cancel)
    {
        // Ids begin at 1. One from before a journal that was begun anew would wait for ever.
        var last = Math.Max(0, since > feed.LastId ? 0 : since);
        while (true)
        {
            var (inMemory, lastId, watch) = feed.Watch();
            try
            {
                var firstInMemory = inMemory.Count > 0 ? inMemory[0].Id : lastId + 1;
                while (last < firstInMemory - 1
                    && await queries.LinesAfterAsync(last, firstInMemory, PageSize, cancel).ConfigureAwait(false) is { Count: > 0 } page)
                {
                    foreach (var line in page)
                    {
                        yield return line;
                        last = line.Id;
                    }
                }

                foreach (var line in inMemory.Where(l => l.Id > last))
                {
                    yield return line;
                    last = line.Id;
                }

                await foreach (var line in watch.Lines.ReadAllAsync(cancel).ConfigureAwait(false))
                {
                    yield return line;
                    last = line.Id;
                }
            }
            finally
            {
                feed.End(watch);
            }
        }
    }
}
