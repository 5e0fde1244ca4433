using System.Threading.Channels;

namespace Nectar.Core.Journal;

/// <summary>One watcher's bounded queue. It ends where the watcher fell too far behind.</summary>
internal sealed class FeedWatch(int capacity)
{
    private readonly Channel<FeedLine> lines = Channel.CreateBounded<FeedLine>(new BoundedChannelOptions(capacity)
    {
        SingleReader = true,
        SingleWriter = true,
    });

    /// <summary>The lines; ended when the queue was full once.</summary>
    public ChannelReader<FeedLine> Lines => lines.Reader;

    /// <summary>Adds a line; false where there is no room, and then there will be none.</summary>
    public bool Offer(FeedLine line)
    {
        if (lines.Writer.TryWrite(line))
        {
            return true;
        }

        lines.Writer.TryComplete();
        return false;
    }
}
