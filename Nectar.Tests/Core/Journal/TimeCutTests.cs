using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Journal;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Journal;

public sealed class TimeCutTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 60)]
    [InlineData(3, 2_000)]
    [InlineData(4, 60_000)]
    public async Task A_cut_is_before_the_first_row_that_is_later_whatever_was_dropped_and_though_clocks_were_set_back(int seed, int setBackMilliseconds)
    {
        await using var fixture = await JournalFixture.OpenAsync();
        var random = new Random(seed);
        var rows = new List<TimeCut.Stamp>();
        var (id, at) = (0L, 1_000_000L);
        for (var n = 0; n < 700; n++)
        {
            id += random.Next(5) == 0 ? random.Next(1, 40) : 1;
            at += random.Next(3) == 0 ? 0 : random.Next(400);
            at -= setBackMilliseconds > 0 && random.Next(50) == 0 ? random.Next(setBackMilliseconds) : 0;
            rows.Add(new TimeCut.Stamp { Id = id, At = at });
        }

        await using var context = await AddAsync(fixture, rows);
        var stamps = context.Lines.Select(l => new TimeCut.Stamp { Id = l.Id, At = l.AtMilliseconds });
        foreach (var until in rows.Select(r => r.At).Where((_, n) => n % 9 == 0).SelectMany(a => new[] { a, a + 1 }).Append(0).Append(long.MaxValue))
        {
            var expected = rows.TakeWhile(r => r.At < until).LastOrDefault()?.Id ?? 0;

            var cut = await TimeCut.FindAsync(stamps, until, Cancel);

            Assert.Equal(expected, rows.LastOrDefault(r => r.Id <= cut)?.Id ?? 0);
        }
    }

    [Fact]
    public async Task Without_a_row_nothing_is_before_any_moment()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        await using var context = await AddAsync(fixture, []);

        Assert.Equal(0, await TimeCut.FindAsync(context.Lines.Select(l => new TimeCut.Stamp { Id = l.Id, At = l.AtMilliseconds }), long.MaxValue, Cancel));
    }

    private static async Task<JournalDbContext> AddAsync(JournalFixture fixture, IEnumerable<TimeCut.Stamp> rows)
    {
        var context = await fixture.Services.GetRequiredService<IDbContextFactory<JournalDbContext>>().CreateDbContextAsync(Cancel);
        context.Lines.AddRange(rows.Select(r => new JournalLine { Id = r.Id, AtMilliseconds = r.At, Ledger = 1, Keeper = Samples.Alpha.ToString(), Kind = "cycle", Json = "{}" }));
        await context.SaveChangesAsync(Cancel);
        return context;
    }
}
