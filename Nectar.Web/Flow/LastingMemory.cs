using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Nectar.Core.Journal;
using Nectar.Core.Units;

namespace Nectar.Web.Flow;

/// <summary>
/// Keeps the note in the browser and in the journal, so that a phone that lost its storage, or another one with the same
/// wallet, finds it by the account. Only what its account has signed gets here, and a journal that cannot be written keeps
/// nobody from sending.
/// </summary>
/// <param name="browser">The visitor's browser.</param>
/// <param name="journal">The journal.</param>
/// <param name="validFor">How long a transaction may still be included.</param>
/// <param name="time">The clock.</param>
/// <param name="log">For operators.</param>
internal sealed class LastingMemory(IFlowMemory browser, SentJournal journal, TimeSpan validFor, TimeProvider time, ILogger log) : IFlowMemory
{
    // Whoever comes back within an hour shall still see how it ended.
    private static readonly TimeSpan margin = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task KeepAsync(SentNote note)
    {
        var now = time.GetUtcNow();
        await TryAsync(() => journal.KeepAsync(note.Account, note.Hash, note.Write(), now, now + validFor + margin, CancellationToken.None));
        await browser.KeepAsync(note);
    }

    /// <inheritdoc/>
    public async Task<SentNote?> FindAsync(AccountId? account)
    {
        if (await browser.FindAsync(account) is { } note)
        {
            return note;
        }

        string? kept = null;
        if (account is { } known)
        {
            await TryAsync(async () => kept = await journal.FindAsync(known, time.GetUtcNow(), CancellationToken.None));
        }

        return SentNote.Read(kept);
    }

    /// <inheritdoc/>
    public async Task ForgetAsync(SentNote note)
    {
        await TryAsync(() => journal.ForgetAsync(note.Account, note.Hash, CancellationToken.None));
        await browser.ForgetAsync(note);
    }

    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (e is DbException or DbUpdateException)
        {
            FlowLog.JournalNotUsed(log, e.Message);
        }
    }
}
