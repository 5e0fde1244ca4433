using Nectar.Core.Journal;

namespace Nectar.Web.Hosting;

/// <summary>Opens the journal before anything runs. The embedded network begins anew with each start, and its journal with it.</summary>
internal sealed class JournalFile(Configuration configuration, JournalDatabase database)
{
    // The database, and what SQLite keeps beside it.
    private static readonly string[] endings = ["", "-wal", "-shm"];

    public Task OpenAsync(CancellationToken cancel)
    {
        if (configuration.Environment.Keeper is null)
        {
            foreach (var ending in endings)
            {
                // On a first run there is not even the folder.
                var file = configuration.JournalFile + ending;
                if (File.Exists(file))
                {
                    File.Delete(file);
                }
            }
        }

        return database.OpenAsync(cancel);
    }
}
