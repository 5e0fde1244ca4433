using Nectar.Core.Journal;

namespace Nectar.Web.Hosting;

/// <summary>Opens the journal before anything runs. The embedded network begins anew with each start, and its journal with it.</summary>
internal sealed class JournalFile(Configuration configuration, JournalDatabase database)
{
    public Task OpenAsync(CancellationToken cancel)
    {
        if (configuration.Environment.Keeper is null)
        {
            foreach (var ending in new[] { "", "-wal", "-shm" })
            {
                File.Delete(configuration.JournalFile + ending);
            }
        }

        return database.OpenAsync(cancel);
    }
}
