using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Journal;

public sealed class PositionJournalTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_borrowers_samples_come_back_as_they_were_oldest_first_and_no_other_pools()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        var journal = fixture.Services.GetRequiredService<PositionJournal>();
        PositionSample[] own =
        [
            Sample("anna", 1, 12_000_000),
            Sample("anna", 2, 9_999_999) with { Health = new Ratio(Int128.MaxValue / 2), Debt = new Worth(1) },
            new("anna", new LedgerNumber(3), Samples.Now, null, null, default),
        ];
        await journal.RecordAsync(Samples.Pool, [own[0], Sample("bert", 1, 13_000_000)], Cancel);
        await journal.RecordAsync(Samples.Pool, own[1..], Cancel);
        await journal.RecordAsync(Samples.Xlm, [Sample("anna", 4, 20_000_000)], Cancel);

        Assert.Equal(own, await journal.HistoryAsync(Samples.Pool, "anna", 10, Cancel));
        Assert.Equal(own[1..], await journal.HistoryAsync(Samples.Pool, "anna", 2, Cancel));
        Assert.Empty(await journal.HistoryAsync(Samples.Pool, "carl", 10, Cancel));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task At_any_moment_everybody_stands_by_the_newest_sample_before_it_as_replaying_all_of_them_tells(int seed)
    {
        await using var fixture = await JournalFixture.OpenAsync();
        var (journal, random, all) = (fixture.Services.GetRequiredService<PositionJournal>(), new Random(seed), new List<PositionSample>());
        for (var second = 0; second < 30; second++)
        {
            var samples = Enumerable.Range(0, 8).Where(_ => random.Next(3) == 0).Select(n => random.Next(5) == 0
                ? new PositionSample($"borrower {n}", new LedgerNumber((uint)second + 1), Samples.Now.AddSeconds(second), null, null, default)
                : Sample($"borrower {n}", (uint)second + 1, random.Next(9_000_000, 20_000_000)) with { At = Samples.Now.AddSeconds(second) }).ToList();
            all.AddRange(samples);
            await journal.RecordAsync(Samples.Pool, samples, Cancel);
            await journal.RecordAsync(Samples.Xlm, [.. samples.Select(s => s with { Debt = new Worth(1) })], Cancel);
        }

        Assert.Equal(1, (await journal.KeptSinceAsync(Cancel))!.FirstId);
        for (var second = 0; second <= 30; second++)
        {
            var until = Samples.Now.AddSeconds(second);
            var expected = all.Where(s => s.At < until).GroupBy(s => s.Borrower).Select(g => g.Last()).OrderBy(s => s.Borrower);

            Assert.Equal(expected, (await journal.StandingAsync(Samples.Pool, until, Cancel)).OrderBy(s => s.Borrower));
        }
    }

    [Fact]
    public async Task No_more_samples_are_kept_than_asked_for_however_many_borrowers_there_are()
    {
        await using var fixture = await JournalFixture.OpenAsync(o => (o.KeptSamples, o.PruneEvery) = (1_000, 100));
        var journal = fixture.Services.GetRequiredService<PositionJournal>();
        for (var ledger = 1u; ledger <= 5; ledger++)
        {
            await journal.RecordAsync(Samples.Pool, [.. Enumerable.Range(0, 1_000).Select(n => Sample($"borrower {n}", ledger, 12_000_000))], Cancel);
        }

        await using var context = await fixture.Services.GetRequiredService<IDbContextFactory<JournalDbContext>>().CreateDbContextAsync(Cancel);
        Assert.InRange(await context.Samples.CountAsync(Cancel), 1_000, 1_100);
        Assert.Equal(1_000, await context.Positions.CountAsync(Cancel));
        Assert.Equal(Sample("borrower 999", 5, 12_000_000), Assert.Single(await journal.HistoryAsync(Samples.Pool, "borrower 999", 10, Cancel)));
    }

    [Fact]
    public async Task Cases_from_before_samples_were_kept_are_found_by_their_borrower()
    {
        await using var fixture = await JournalFixture.OpenAsync();
        await using var context = await fixture.Services.GetRequiredService<IDbContextFactory<JournalDbContext>>().CreateDbContextAsync(Cancel);
        await context.GetService<IMigrator>().MigrateAsync("20261128222000_Silences", Cancel);
        var old = Samples.Case(Guid.CreateVersion7(Samples.Now), new CaseState.Detected());
        await context.Database.ExecuteSqlAsync($"INSERT INTO Cases (Id, Keeper, IsOpen, FirstLine, Json) VALUES ({old.Id}, {old.Keeper.ToString()}, 1, 1, {KeeperJson.Write(old)})", Cancel);

        await context.Database.MigrateAsync(Cancel);

        Assert.Equal(old, Assert.Single(await fixture.Queries.CasesOfAsync(Samples.Borrower, 10, Cancel)));
        Assert.Empty(await fixture.Queries.CasesOfAsync("somebody else", 10, Cancel));
    }

    private static PositionSample Sample(string borrower, uint ledger, long health) =>
        new(borrower, new LedgerNumber(ledger), Samples.Now, new Ratio(health), new Worth(1_000_0000000), new Worth(900_0000000));
}
