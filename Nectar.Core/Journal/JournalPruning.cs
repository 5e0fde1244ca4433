using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Nectar.Core.Journal;

/// <summary>Drops the oldest lines and closed cases beyond what is kept. Whatever belongs to an open case stays.</summary>
internal sealed class JournalPruning(IDbContextFactory<JournalDbContext> contexts, IOptions<JournalOptions> options)
{
    private long next;

    /// <summary>Prunes where enough lines have come since the last time.</summary>
    /// <param name="newest">The newest line's id.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task AfterAsync(long newest, CancellationToken cancel)
    {
        if (newest < next)
        {
            return;
        }

        next = newest + options.Value.PruneEvery;
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var oldestCase = await context.Cases.Where(c => !c.IsOpen).OrderByDescending(c => c.FirstLine)
                .Skip(options.Value.KeptCases).Select(c => (long?)c.FirstLine).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
            if (oldestCase is { } bound)
            {
                await context.Cases.Where(c => !c.IsOpen && c.FirstLine <= bound).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
            }

            var oldest = newest - options.Value.KeptLines;
            await context.Lines
                .Where(l => l.Id <= oldest && !context.Cases.Any(c => c.Id == l.CaseId && c.IsOpen))
                .ExecuteDeleteAsync(cancel).ConfigureAwait(false);
        }
    }
}
