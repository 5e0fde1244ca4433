using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;

namespace Nectar.Tests.Core.Journal;

/// <summary>A journal of its own file with the real wiring.</summary>
internal sealed class JournalFixture : IAsyncDisposable
{
    private readonly ServiceProvider provider;
    private readonly string folder;
    private readonly bool isOwner;

    private JournalFixture(string folder, bool isOwner, Action<JournalOptions>? configure)
    {
        (this.folder, this.isOwner) = (folder, isOwner);
        var services = new ServiceCollection();
        services.AddNectarJournal(o =>
        {
            o.File = File;
            configure?.Invoke(o);
        });
        provider = services.BuildServiceProvider();
    }

    public string File => Path.Combine(folder, "journal.db");

    public IKeeperJournal Journal => provider.GetRequiredService<IKeeperJournal>();

    public JournalQueries Queries => provider.GetRequiredService<JournalQueries>();

    public LiveFeed Feed => provider.GetRequiredService<LiveFeed>();

    public FeedReader Reader => provider.GetRequiredService<FeedReader>();

    public IServiceProvider Services => provider;

    public static async Task<JournalFixture> OpenAsync(Action<JournalOptions>? configure = null, string? folder = null)
    {
        var fixture = new JournalFixture(folder ?? Directory.CreateTempSubdirectory("nectar-journal-").FullName, folder is null, configure);
        await fixture.provider.GetRequiredService<JournalDatabase>().OpenAsync(TestContext.Current.CancellationToken);
        return fixture;
    }

    /// <summary>A copy of the files as a killed process would leave them: nothing flushed, nothing closed.</summary>
    public string CopyAsKilled()
    {
        var copy = Directory.CreateTempSubdirectory("nectar-killed-").FullName;
        foreach (var file in Directory.GetFiles(folder))
        {
            System.IO.File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        if (isOwner)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
