using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.SignalR;
using Nectar.Core.Journal;

namespace Nectar.Web.Live;

/// <summary>
/// The live log for browsers and scripts: <c>/hubs/log</c>. A client streams <c>Lines(since)</c> and, after a break,
/// streams it again with the last id it has; so that no line is lost and none comes twice.
/// </summary>
public sealed class LogHub(FeedReader reader, LiveFeed feed, NetworkStart start, IHostApplicationLifetime lifetime, TimeProvider time) : Hub
{
    /// <summary>The newest line's id; 0 before the first.</summary>
    public long Newest() => feed.LastId;

    /// <summary>All lines with greater ids, oldest first, in batches of at most one every 100 ms; then as they come.</summary>
    /// <param name="since">The last id that the client has; 0 for everything kept, −1 for only what is new.</param>
    /// <param name="cancel">The client ends it.</param>
    public async IAsyncEnumerable<IReadOnlyList<LogLine>> Lines(long since, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancel, lifetime.ApplicationStopping, Context.ConnectionAborted);
        await foreach (var batch in LineBatches.OfAsync(reader.FollowAsync(since < 0 ? feed.LastId : since, ends.Token), () => start.Symbols, time, ends.Token))
        {
            yield return batch;
        }
    }
}
