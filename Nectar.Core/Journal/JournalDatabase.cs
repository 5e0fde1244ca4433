using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Nectar.Core.Journal;

/// <summary>The database file: made or brought up to date before anything is read or written.</summary>
public sealed class JournalDatabase
{
    private readonly IDbContextFactory<JournalDbContext> contexts;
    private readonly JournalQueries queries;
    private readonly LiveFeed feed;
    private readonly JournalOptions options;

    internal JournalDatabase(
        IDbContextFactory<JournalDbContext> contexts, JournalQueries queries, LiveFeed feed, IOptions<JournalOptions> options) =>
        (this.contexts, this.queries, this.feed, this.options) = (contexts, queries, feed, options.Value);

    /// <summary>Makes or migrates the file and fills the feed's memory with its newest lines. Called once, before anything else.</summary>
    public async Task OpenAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.File))!);
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            await context.Database.MigrateAsync(cancel).ConfigureAwait(false);
        }

        foreach (var line in await queries.NewestLinesAsync(options.RingSize, cancel).ConfigureAwait(false))
        {
            feed.Publish(line);
        }
    }
}
