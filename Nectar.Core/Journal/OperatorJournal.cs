using Microsoft.EntityFrameworkCore;
using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Core.Operators;
using Nectar.Core.Units;

namespace Nectar.Core.Journal;

/// <summary>What operators set and did. A change and its row of the audit log are saved both or neither; the audit log only grows.</summary>
public sealed class OperatorJournal
{
    private readonly IDbContextFactory<JournalDbContext> contexts;

    internal OperatorJournal(IDbContextFactory<JournalDbContext> contexts) => this.contexts = contexts;

    /// <summary>A keeper's settings as they were left; null where nobody changed any.</summary>
    public async Task<KeeperSettings?> SettingsAsync(AccountId keeper, CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var account = keeper.ToString();
            return await context.Settings.AsNoTracking().FirstOrDefaultAsync(s => s.Keeper == account, cancel).ConfigureAwait(false) is { } row
                ? new KeeperSettings(row.IsPaused, row.IsDryRun, Ratio.Parse(row.MinProfit), TimeSpan.FromSeconds(row.PollSeconds), row.Version)
                : null;
        }
    }

    /// <summary>Saves settings and the row that tells of it; false, and nothing is saved, where somebody was faster.</summary>
    /// <param name="keeper">The keeper.</param>
    /// <param name="next">The settings; their version is one more than the version that they follow.</param>
    /// <param name="entry">Who did it.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<bool> ChangeAsync(AccountId keeper, KeeperSettings next, AuditEntry entry, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(entry);
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var transaction = await context.Database.BeginTransactionAsync(cancel).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                var row = await context.Settings.FindAsync([keeper.ToString()], cancel).ConfigureAwait(false);
                if ((row?.Version ?? 0) != next.Version - 1)
                {
                    return false;
                }

                if (row is null)
                {
                    context.Settings.Add(RowOf(keeper, next));
                }
                else
                {
                    context.Entry(row).CurrentValues.SetValues(RowOf(keeper, next));
                }

                context.Audits.Add(RowOf(entry));
                await context.SaveChangesAsync(cancel).ConfigureAwait(false);
                await transaction.CommitAsync(cancel).ConfigureAwait(false);
                return true;
            }
        }
    }

    /// <summary>Adds a row that tells of something that changed no settings.</summary>
    public async Task TellAsync(AuditEntry entry, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            context.Audits.Add(RowOf(entry));
            await context.SaveChangesAsync(cancel).ConfigureAwait(false);
        }
    }

    /// <summary>The newest rows of the audit log, newest first.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<AuditEntry>> AuditAsync(int count, CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var rows = await context.Audits.AsNoTracking().OrderByDescending(a => a.Id).Take(count).ToListAsync(cancel).ConfigureAwait(false);
            return [.. rows.Select(a => new AuditEntry(DateTimeOffset.FromUnixTimeMilliseconds(a.AtMilliseconds), a.Who, a.What, a.Target, a.Before, a.After))];
        }
    }

    /// <summary>The settings that a keeper had right before a moment, as the audit log tells; null where nobody has ever changed any.</summary>
    /// <param name="keeper">The keeper's name.</param>
    /// <param name="until">The first moment whose changes are no longer counted.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<KeeperSettings?> SettingsBeforeAsync(string keeper, DateTimeOffset until, CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var moment = until.ToUnixTimeMilliseconds();
            var changes = context.Audits.AsNoTracking().Where(a => a.Target == keeper && a.After != "");
            var last = await changes.Where(a => a.AtMilliseconds < moment).OrderByDescending(a => a.Id).Select(a => a.After).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
            // What the next change found is what was there until then.
            var told = last ?? await changes.Where(a => a.AtMilliseconds >= moment).OrderBy(a => a.Id).Select(a => a.Before).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
            return told is null ? null : KeeperSettings.Parse(told);
        }
    }

    private static JournalSettings RowOf(AccountId keeper, KeeperSettings settings) => new()
    {
        Keeper = keeper.ToString(),
        IsPaused = settings.IsPaused,
        IsDryRun = settings.IsDryRun,
        MinProfit = settings.MinProfit.ToExactString(),
        PollSeconds = (int)settings.PollInterval.TotalSeconds,
        Version = settings.Version,
    };

    internal static JournalAudit RowOf(AuditEntry entry) => new()
    {
        AtMilliseconds = entry.At.ToUnixTimeMilliseconds(),
        Who = entry.Who,
        What = entry.What,
        Target = entry.Target,
        Before = entry.Before,
        After = entry.After,
    };
}
