using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.SignalR;
using Nectar.Web.Live;

namespace Nectar.Web.Sandbox;

/// <summary>The log of one run, <c>/hubs/sandbox</c>: as the live log's hub, but it has an end.</summary>
internal sealed class SandboxHub(SandboxBook book, IHostApplicationLifetime lifetime, TimeProvider time) : Hub
{
    /// <summary>The newest line's id; 0 before the first, −1 where there is no such run. The page's script asks for it before it follows.</summary>
    public long Newest(string run) => book.Find(run)?.Journal.Lines.Count ?? -1;

    /// <summary>All lines of a run with greater ids, oldest first; then as they come, until it has ended.</summary>
    /// <param name="run">The run's id.</param>
    /// <param name="since">The last id that the client has; 0 for all.</param>
    /// <param name="cancel">The client ends it.</param>
    public async IAsyncEnumerable<IReadOnlyList<LogLine>> Lines(string run, long since, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (book.Find(run) is not { } found)
        {
            yield break;
        }

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancel, lifetime.ApplicationStopping, Context.ConnectionAborted);
        await foreach (var batch in LineBatches.OfAsync(found.Journal.FollowAsync(since, ends.Token), () => found.Symbols, time, ends.Token))
        {
            yield return batch;
        }
    }
}
