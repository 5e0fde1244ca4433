using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Journal;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Journal;

public sealed class SentJournalTests
{
    private static readonly TransactionHash other = new(Enumerable.Repeat((byte)8, 32).ToArray());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_accounts_note_is_there_until_its_time_is_over_and_is_its_own_alone()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        var journal = fixture.Services.GetRequiredService<SentJournal>();
        await journal.KeepAsync(Samples.Alpha, Samples.Hash, "a note", Samples.Now, Samples.Now.AddSeconds(10), Cancel);

        Assert.Equal("a note", await journal.FindAsync(Samples.Alpha, Samples.Now.AddSeconds(9), Cancel));
        Assert.Null(await journal.FindAsync(Samples.Alpha, Samples.Now.AddSeconds(10), Cancel));
        Assert.Null(await journal.FindAsync(Samples.Beta, Samples.Now, Cancel));
    }

    [Fact]
    public async Task The_last_note_takes_the_place_of_the_one_before_and_whoever_sees_the_earlier_end_does_not_forget_it()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        var journal = fixture.Services.GetRequiredService<SentJournal>();
        await journal.KeepAsync(Samples.Alpha, Samples.Hash, "first", Samples.Now, Samples.Now.AddSeconds(10), Cancel);
        await journal.KeepAsync(Samples.Alpha, other, "second", Samples.Now, Samples.Now.AddSeconds(20), Cancel);

        await journal.ForgetAsync(Samples.Alpha, Samples.Hash, Cancel);
        Assert.Equal("second", await journal.FindAsync(Samples.Alpha, Samples.Now, Cancel));
        await journal.ForgetAsync(Samples.Alpha, other, Cancel);
        Assert.Null(await journal.FindAsync(Samples.Alpha, Samples.Now, Cancel));
    }

    [Fact]
    public async Task No_more_notes_are_kept_than_there_is_room_for_and_none_whose_time_is_over()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        var contexts = fixture.Services.GetRequiredService<IDbContextFactory<JournalDbContext>>();
        var journal = new SentJournal(contexts, kept: 3);
        for (byte seed = 1; seed <= 5; seed++)
        {
            await journal.KeepAsync(Samples.KeyOf(seed).AccountId, Samples.Hash, $"note {seed}", Samples.Now, Samples.Now.AddSeconds(seed), Cancel);
        }

        Assert.Equal(["note 3", "note 4", "note 5"], await NotesAsync());
        await journal.KeepAsync(Samples.KeyOf(6).AccountId, Samples.Hash, "note 6", Samples.Now.AddSeconds(4), Samples.Now.AddSeconds(9), Cancel);
        Assert.Equal(["note 5", "note 6"], await NotesAsync());

        async Task<List<string>> NotesAsync()
        {
            await using var context = await contexts.CreateDbContextAsync(Cancel);
            return await context.Sent.OrderBy(s => s.UntilMilliseconds).Select(s => s.Note).ToListAsync(Cancel);
        }
    }
}
