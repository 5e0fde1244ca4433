using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Nectar.Core.Journal;

namespace Nectar.Web.Live;

/// <summary>
/// The live log for browsers and scripts: <c>/hubs/log</c>. A client streams <c>Lines(since)</c> and, after a break,
/// streams it again with the last id it has; so that no line is lost and none comes twice.
/// </summary>
public sealed class LogHub(FeedReader reader, LiveFeed feed, NetworkStart start, IHostApplicationLifetime lifetime, TimeProvider time) : Hub
{
    private const int BatchSize = 500;
    private static readonly TimeSpan batchTime = TimeSpan.FromMilliseconds(100);

    /// <summary>The newest line's id; 0 before the first.</summary>
    public long Newest() => feed.LastId;

    /// <summary>All lines with greater ids, oldest first, in batches of at most one every 100 ms; then as they come.</summary>
    /// <param name="since">The last id that the client has; 0 for everything kept, −1 for only what is new.</param>
    /// <param name="cancel">The client ends it.</param>
    public async IAsyncEnumerable<IReadOnlyList<LogLine>> Lines(long since, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancel, lifetime.ApplicationStopping, Context.ConnectionAborted);
        var lines = Channel.CreateBounded<FeedLine>(BatchSize);
        var pump = PumpAsync(reader.FollowAsync(since < 0 ? feed.LastId : since, ends.Token), lines.Writer, ends.Token);
        while (await WaitAsync(lines.Reader, ends.Token))
        {
            var batch = new List<LogLine>();
            var symbols = start.Symbols;
            while (batch.Count < BatchSize && lines.Reader.TryRead(out var line))
            {
                batch.Add(LogLines.Of(line, symbols));
            }

            yield return batch;
            await Task.Delay(batchTime, time, ends.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await pump;
    }

    private static async Task PumpAsync(IAsyncEnumerable<FeedLine> from, ChannelWriter<FeedLine> to, CancellationToken cancel)
    {
        try
        {
            await foreach (var line in from)
            {
                await to.WriteAsync(line, cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The client left or the application stops: nothing is owed to anybody.
        }
        finally
        {
            to.TryComplete();
        }
    }

    private static async Task<bool> WaitAsync(ChannelReader<FeedLine> lines, CancellationToken cancel)
    {
        try
        {
            return await lines.WaitToReadAsync(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}
