using Microsoft.Extensions.Options;

namespace Nectar.Core.Journal;

/// <summary>
/// The newest lines in memory and those who watch for more. What a watcher finds here and what comes after it are cut
/// under one lock, so that nothing falls between them and nothing comes twice.
/// </summary>
public sealed class LiveFeed(IOptions<JournalOptions> options)
{
    private readonly Lock door = new();
    private readonly Queue<FeedLine> ring = new();
    private readonly HashSet<FeedWatch> watches = [];

    /// <summary>The newest line's id; 0 before the first.</summary>
    public long LastId { get; private set; }

    /// <summary>How many watch.</summary>
    public int Watchers
    {
        get
        {
            lock (door)
            {
                return watches.Count;
            }
        }
    }

    /// <summary>The newest lines in memory, oldest first.</summary>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<FeedLine> Newest(int count)
    {
        lock (door)
        {
            return [.. ring.Skip(Math.Max(0, ring.Count - count))];
        }
    }

    /// <summary>Hands a saved line to everybody. Lines come in the order of their ids.</summary>
    internal void Publish(FeedLine line)
    {
        lock (door)
        {
            LastId = line.Id;
            ring.Enqueue(line);
            if (ring.Count > options.Value.RingSize)
            {
                ring.Dequeue();
            }

            // A watcher that does not keep up is let go: it reads on from the database, so that nothing is lost.
            watches.RemoveWhere(watch => !watch.Offer(line));
        }
    }

    /// <summary>Begins to watch. The lines in memory and the stream that follows them join without gap or double.</summary>
    internal (IReadOnlyList<FeedLine> InMemory, long LastId, FeedWatch Watch) Watch()
    {
        lock (door)
        {
            var watch = new FeedWatch(options.Value.WatcherBuffer);
            watches.Add(watch);
            return ([.. ring], LastId, watch);
        }
    }

    /// <summary>Ends a watch.</summary>
    internal void End(FeedWatch watch)
    {
        lock (door)
        {
            watches.Remove(watch);
        }
    }
}
