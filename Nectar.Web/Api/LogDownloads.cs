using System.Globalization;
using System.Text;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Web.Live;

namespace Nectar.Web.Api;

/// <summary>
/// <c>GET /console/log.txt</c> and <c>/console/log.ndjson</c>: the newest kept lines as a file, oldest first, less what
/// <c>text</c>, <c>level</c> and <c>keeper</c> leave out. <c>count</c> says among how many of the newest it looks.
/// </summary>
internal static class LogDownloads
{
    private const int PageSize = 500;
    private const long DefaultCount = 10_000;
    private const long MaxCount = 200_000;

    public static void MapLogDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/console/log.txt", (HttpContext context, JournalQueries journal, LiveFeed feed, NetworkStart start) =>
            WriteAsync(context, journal, feed, start, "text/plain; charset=utf-8", "nectar-log.txt", (_, shown) => TextOf(shown)));
        routes.MapGet("/console/log.ndjson", (HttpContext context, JournalQueries journal, LiveFeed feed, NetworkStart start) =>
            WriteAsync(context, journal, feed, start, "application/x-ndjson", "nectar-log.ndjson", (line, _) => JsonOf(line)));
    }

    /// <summary>A line for people: time, ledger, keeper, what happened, and the case where it belongs to one.</summary>
    public static string TextOf(LogLine line)
    {
        var time = line.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var text = string.Create(CultureInfo.InvariantCulture, $"{time}  {line.Id}  ledger {line.Ledger}  {line.Keeper}  {line.Glyph} {line.Word}  {line.Text}{(line.CaseId is { } id ? $"  case {id}" : "")}");
        // What a server answered may hold anything; a line stays a line.
        return string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
    }

    /// <summary>The event itself with its id in front.</summary>
    public static string JsonOf(FeedLine line) => string.Create(CultureInfo.InvariantCulture, $"{{\"id\":{line.Id},{KeeperJson.Write(line.Happened)[1..]}");

    private static async Task WriteAsync(
        HttpContext context, JournalQueries journal, LiveFeed feed, NetworkStart start, string type, string file, Func<FeedLine, LogLine, string> write)
    {
        var query = context.Request.Query;
        if (Read(query, "level", "all", text => Enum.TryParse<LineLevel>(text, ignoreCase: true, out var level) && Enum.IsDefined(level) ? level : (LineLevel?)null) is not { } level)
        {
            await RefuseAsync(context, $"level={query["level"]}: must be all, events, warnings or errors");
            return;
        }

        if (Read(query, "count", DefaultCount.ToString(CultureInfo.InvariantCulture), text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= MaxCount ? n : (long?)null) is not { } count)
        {
            await RefuseAsync(context, $"count={query["count"]}: must be a whole number from 1 to {MaxCount}, by default {DefaultCount}");
            return;
        }

        var wanted = query["text"].ToString().Trim();
        if (LineFilter.Of(wanted, level, query["keeper"].ToString(), out var problem) is not { } filter)
        {
            await RefuseAsync(context, $"text={wanted}: {problem}");
            return;
        }

        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{file}\"";
        context.Response.Headers.CacheControl = "no-store";
        var last = Math.Max(0, feed.LastId - count);
        var end = feed.LastId + 1;
        var text = new StringBuilder();
        while (await journal.LinesAfterAsync(last, end, PageSize, context.RequestAborted) is { Count: > 0 } page)
        {
            foreach (var line in page)
            {
                var shown = LogLines.Of(line, start.Symbols);
                if (filter.Matches(shown))
                {
                    text.Append(write(line, shown)).Append('\n');
                }
            }

            last = page[^1].Id;
            await context.Response.WriteAsync(text.ToString(), context.RequestAborted);
            text.Clear();
        }
    }

    private static T? Read<T>(IQueryCollection query, string name, string byDefault, Func<string, T?> parse)
        where T : struct => parse(query[name].ToString() is { Length: > 0 } given ? given : byDefault);

    private static Task RefuseAsync(HttpContext context, string why)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsync(why, context.RequestAborted);
    }
}
