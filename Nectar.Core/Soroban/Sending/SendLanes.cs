using System.Threading.Channels;
using Nectar.Core.Soroban.Keys;

namespace Nectar.Core.Soroban.Sending;

/// <summary>The lanes of one sender: its own account, or the channel accounts that lend it theirs.</summary>
internal sealed class SendLanes
{
    private readonly Channel<SendLane> free = Channel.CreateUnbounded<SendLane>();

    public SendLanes(IEnumerable<KeyPair> keys)
    {
        foreach (var key in keys)
        {
            Return(new SendLane(key));
        }
    }

    /// <summary>Waits for a free lane; first come, first served.</summary>
    public ValueTask<SendLane> TakeAsync(CancellationToken cancel) => free.Reader.ReadAsync(cancel);

    public void Return(SendLane lane)
    {
        if (!free.Writer.TryWrite(lane))
        {
            throw new InvalidOperationException("an unbounded channel that is never completed takes every lane");
        }
    }
}
