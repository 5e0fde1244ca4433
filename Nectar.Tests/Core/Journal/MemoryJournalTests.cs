using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Journal;

public sealed class MemoryJournalTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ids_grow_from_one_and_a_case_is_as_it_was_written_last()
    {
        var journal = new MemoryJournal();
        var id = Guid.CreateVersion7(Samples.Now);

        Assert.Equal(1, await journal.AppendAsync(Samples.Detected(id), Samples.Case(id, new CaseState.Detected()), Cancel));
        Assert.Equal(2, await journal.AppendAsync(Samples.Liquidated(id), Samples.Case(id, new CaseState.Returned()), Cancel));
        Assert.Equal(new CaseState.Returned(), Assert.Single(journal.Cases).State);
        Assert.Empty(await journal.OpenCasesAsync(journal.Cases[0].Keeper, Cancel));
    }

    [Fact]
    public async Task Who_follows_gets_what_is_there_then_what_comes_and_ends_with_the_journal()
    {
        var journal = new MemoryJournal();
        for (var i = 1; i <= 3; i++)
        {
            await journal.AppendAsync(Samples.Line(i), null, Cancel);
        }

        var read = new List<long>();
        await foreach (var line in journal.FollowAsync(1, Cancel))
        {
            read.Add(line.Id);
            if (line.Id == 3)
            {
                await journal.AppendAsync(Samples.Line(4), null, Cancel);
            }
            else if (line.Id == 4)
            {
                journal.Complete();
            }
        }

        Assert.Equal([2, 3, 4], read);
    }

    [Fact]
    public async Task What_came_before_the_end_is_read_by_those_who_come_after_it()
    {
        var journal = new MemoryJournal();
        await journal.AppendAsync(Samples.Line(1), null, Cancel);
        journal.Complete();

        Assert.Equal([1L], await journal.FollowAsync(0, Cancel).Select(l => l.Id).ToListAsync(Cancel));
    }
}
