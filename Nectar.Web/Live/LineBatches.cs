using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Nectar.Core.Journal;
using Nectar.Core.Units;

namespace Nectar.Web.Live;

/// <summary>Lines as hubs send them: in batches of at most one each 100 ms.</summary>
internal static class LineBatches
{
    private const int Size = 500;
    private static readonly TimeSpan apart = TimeSpan.FromMilliseconds(100);

    /// <summary>All lines, in order; ends with them, or quietly when it is cancelled.</summary>
    /// <param name="from">The lines.</param>
    /// <param name="symbols">Gives the names of tokens as of now.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancel">The client left, or the application stops.</param>
    public static async IAsyncEnumerable<IReadOnlyList<LogLine>> OfAsync(
        IAsyncEnumerable<FeedLine> from, Func<IReadOnlyDictionary<ContractId, string>> symbols, TimeProvider time, [EnumeratorCancellation] CancellationToken cancel)
    {
        var lines = Channel.CreateBounded<FeedLine>(Size);
        var pump = PumpAsync(from, lines.Writer, cancel);
        while (await WaitAsync(lines.Reader, cancel))
        {
            var batch = new List<LogLine>();
            var names = symbols();
            while (batch.Count < Size && lines.Reader.TryRead(out var line))
            {
                batch.Add(LogLines.Of(line, names));
            }

            yield return batch;
            await Task.Delay(apart, time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
