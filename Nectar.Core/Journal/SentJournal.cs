using Microsoft.EntityFrameworkCore;
using Nectar.Core.Units;

namespace Nectar.Core.Journal;

/// <summary>
/// What visitors have sent and whose end no page has seen yet: for each account the last of it, until it ends or its time is
/// over. It holds nothing that the transaction itself does not tell everybody.
/// </summary>
public sealed class SentJournal
{
    private readonly int kept;
    private readonly IDbContextFactory<JournalDbContext> contexts;

    /// <param name="contexts">The database.</param>
    /// <param name="kept">How many notes are kept, those that last the longest.</param>
    internal SentJournal(IDbContextFactory<JournalDbContext> contexts, int kept = 10_000) => (this.contexts, this.kept) = (contexts, kept);

    /// <summary>Keeps a note in the place of the account's last one. Whoever calls it knows that the account signed.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="hash">The transaction.</param>
    /// <param name="note">What pages will want to know.</param>
    /// <param name="now">The time: what is over is dropped.</param>
    /// <param name="until">From when on the note is of no use.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task KeepAsync(AccountId account, TransactionHash hash, string note, DateTimeOffset now, DateTimeOffset until, CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var (key, over) = (account.ToString(), now.ToUnixTimeMilliseconds());
            await context.Sent.Where(s => s.UntilMilliseconds <= over).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
            if (await context.Sent.FindAsync([key], cancel).ConfigureAwait(false) is not { } row)
            {
                row = new JournalSent { Account = key, Hash = "", Note = "", UntilMilliseconds = 0 };
                context.Sent.Add(row);
            }

            (row.Hash, row.Note, row.UntilMilliseconds) = (hash.ToString(), note, until.ToUnixTimeMilliseconds());
            await context.SaveChangesAsync(cancel).ConfigureAwait(false);
            var beyond = await context.Sent.OrderByDescending(s => s.UntilMilliseconds).ThenBy(s => s.Account).Skip(kept).Select(s => s.Account).ToListAsync(cancel).ConfigureAwait(false);
            if (beyond.Count > 0)
            {
                await context.Sent.Where(s => beyond.Contains(s.Account)).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>An account's note; null where there is none, or its time is over.</summary>
    public async Task<string?> FindAsync(AccountId account, DateTimeOffset now, CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var (key, over) = (account.ToString(), now.ToUnixTimeMilliseconds());
            return await context.Sent.Where(s => s.Account == key && s.UntilMilliseconds > over).Select(s => s.Note).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Forgets a transaction whose end was seen; a newer one of the same account stays.</summary>
    public async Task ForgetAsync(AccountId account, TransactionHash hash, CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var (key, transaction) = (account.ToString(), hash.ToString());
            await context.Sent.Where(s => s.Account == key && s.Hash == transaction).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
        }
    }
}
