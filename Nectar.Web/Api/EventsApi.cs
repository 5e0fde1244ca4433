using System.Globalization;
using System.Text.Json;
using Nectar.Core.Journal;
using Nectar.Web.Live;

namespace Nectar.Web.Api;

/// <summary>
/// <c>GET /api/events</c>: server-sent events as the first Nectar sent them, <c>data: {"msg":"…"}</c>, with an id each, a
/// comment every 15 s, and everything after <c>Last-Event-ID</c> (or <c>?since=</c>) first.
/// </summary>
internal static class EventsApi
{
    private static readonly TimeSpan heartbeat = TimeSpan.FromSeconds(15);

    public static void MapEventsApi(this IEndpointRouteBuilder routes) => routes.MapGet("/api/events", GetAsync);

    private static async Task GetAsync(
        HttpContext context, FeedReader reader, LiveFeed feed, LiveClients clients, NetworkStart start, TimeProvider time, IHostApplicationLifetime lifetime)
    {
        if (!TryReadSince(context.Request, feed.LastId, out var since, out var given))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync($"'{given}' is no event id: a whole number from 0 is needed", context.RequestAborted);
            return;
        }

        using var place = clients.Events.TryEnter();
        if (place is null)
        {
            await ClientLimit.RefuseAsync(context);
            return;
        }

        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache, no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            // At once, so that a client's open event does not wait for the first line.
            await WriteAsync(context.Response, "retry: 2000\n\n", ends.Token);
            await StreamAsync(context.Response, reader.FollowAsync(since, ends.Token), start, time, ends);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The client left or the application stops.
        }
    }

    private static async Task StreamAsync(
        HttpResponse response, IAsyncEnumerable<FeedLine> lines, NetworkStart start, TimeProvider time, CancellationTokenSource ends)
    {
        var cancel = ends.Token;
        await using var reader = lines.GetAsyncEnumerator(cancel);
        var next = Task.FromResult(true);
        try
        {
            while (true)
            {
                next = reader.MoveNextAsync().AsTask();
                while (await Task.WhenAny(next, Task.Delay(heartbeat, time, cancel)) != next)
                {
                    cancel.ThrowIfCancellationRequested();
                    await WriteAsync(response, ": heartbeat\n\n", cancel);
                }

                if (!await next)
                {
                    return;
                }

                var line = reader.Current;
                var data = JsonSerializer.Serialize(new { msg = OriginalMessage.Of(line, start.Symbols) }, OriginalShape.Options);
                await WriteAsync(response, string.Create(CultureInfo.InvariantCulture, $"id: {line.Id}\ndata: {data}\n\n"), cancel);
            }
        }
        finally
        {
            // A reader that is still waiting for a line cannot be let go of.
            await ends.CancelAsync();
            await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken cancel)
    {
        await response.WriteAsync(text, cancel);
        await response.Body.FlushAsync(cancel);
    }

    private static bool TryReadSince(HttpRequest request, long newest, out long since, out string given)
    {
        given = request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } header ? header : request.Query["since"].ToString();
        since = newest;
        return given.Length == 0 || long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out since);
    }
}
