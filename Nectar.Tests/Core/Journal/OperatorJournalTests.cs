using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Core.Operators;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Journal;

public sealed class OperatorJournalTests
{
    private static readonly KeeperSettings first = new(true, false, new Ratio(10_050_000), TimeSpan.FromSeconds(42), 1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Settings_and_their_row_of_the_audit_log_outlive_the_process()
    {
        await using var journal = await JournalFixture.OpenAsync();
        Assert.Null(await Of(journal).SettingsAsync(Samples.Alpha, Cancel));
        Assert.True(await Of(journal).ChangeAsync(Samples.Alpha, first, Entry("pause"), Cancel));
        var copy = journal.CopyAsKilled();

        await using var next = await JournalFixture.OpenAsync(folder: copy);

        Assert.Equal(first, await Of(next).SettingsAsync(Samples.Alpha, Cancel));
        Assert.Equal([Entry("pause")], await Of(next).AuditAsync(10, Cancel));
        Directory.Delete(copy, recursive: true);
    }

    [Fact]
    public async Task Of_two_who_change_the_same_version_the_second_changes_and_writes_nothing()
    {
        await using var journal = await JournalFixture.OpenAsync();
        await Of(journal).ChangeAsync(Samples.Alpha, first, Entry("pause"), Cancel);

        Assert.False(await Of(journal).ChangeAsync(Samples.Alpha, first with { IsPaused = false }, Entry("resume"), Cancel));

        Assert.Equal(first, await Of(journal).SettingsAsync(Samples.Alpha, Cancel));
        Assert.Equal(["pause"], (await Of(journal).AuditAsync(10, Cancel)).Select(a => a.What));
    }

    [Fact]
    public async Task At_any_moment_a_keeper_had_the_settings_of_the_last_change_before_it_or_those_that_the_first_change_found()
    {
        await using var journal = await JournalFixture.OpenAsync();
        var configured = first with { IsPaused = false };
        Assert.Null(await Of(journal).SettingsBeforeAsync("alpha", Samples.Now, Cancel));
        await Of(journal).TellAsync(new AuditEntry(Samples.Now, "operator key", "sign in", "alpha", "", ""), Cancel);
        await ChangeAsync(10, configured, first);
        await ChangeAsync(20, first, first with { IsDryRun = true });

        foreach (var (second, expected) in new[] { (0, configured), (10, configured), (11, first), (20, first), (21, first with { IsDryRun = true }), (99, first with { IsDryRun = true }) })
        {
            Assert.Equal((second, expected with { Version = 0 }), (second, await Of(journal).SettingsBeforeAsync("alpha", Samples.Now.AddSeconds(second), Cancel)));
        }

        Assert.Null(await Of(journal).SettingsBeforeAsync("beta", Samples.Now.AddSeconds(99), Cancel));

        Task ChangeAsync(int second, KeeperSettings before, KeeperSettings after) =>
            Of(journal).TellAsync(new AuditEntry(Samples.Now.AddSeconds(second), "operator key", "change", "alpha", before.ToString(), after.ToString()), Cancel);
    }

    [Theory]
    [InlineData("UPDATE Audits SET Who = 'nobody'")]
    [InlineData("DELETE FROM Audits")]
    public async Task The_database_refuses_to_change_or_delete_a_row_of_the_audit_log(string statement)
    {
        await using var journal = await JournalFixture.OpenAsync();
        await Of(journal).TellAsync(Entry("sign in"), Cancel);
        await using var connection = new SqliteConnection($"Data Source={journal.File}");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are those above.
        command.CommandText = statement;
#pragma warning restore CA2100

        var refused = await Assert.ThrowsAsync<SqliteException>(() => command.ExecuteNonQueryAsync(Cancel));

        Assert.Contains("the audit log only grows", refused.Message, StringComparison.Ordinal);
        Assert.Single(await Of(journal).AuditAsync(10, Cancel));
    }

    private static OperatorJournal Of(JournalFixture journal) => journal.Services.GetRequiredService<OperatorJournal>();

    private static AuditEntry Entry(string what) => new(Samples.Now, "operator key", what, "alpha", "running", "paused");
}
