using Nectar.LocalNet.Http;

namespace Nectar.Benchmarks.Network;

/// <summary>How long an empty network takes until it listens.</summary>
internal static class Starts
{
    private const int Turns = 5;

    /// <summary>Without a saved compilation of the host, and with one; the shortest of several.</summary>
    public static async Task<(TimeSpan Cold, TimeSpan Warm)> TimeAsync(CancellationToken cancel)
    {
        var (cold, warm) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var i = 0; i < Turns; i++)
        {
            var folder = Directory.CreateTempSubdirectory("nectar-benchmark-");
            try
            {
                cold = Least(cold, await OnceAsync(folder, cancel).ConfigureAwait(false));
                warm = Least(warm, await OnceAsync(folder, cancel).ConfigureAwait(false));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        return (cold, warm);
    }

    private static async Task<TimeSpan> OnceAsync(DirectoryInfo cache, CancellationToken cancel)
    {
        var began = TimeProvider.System.GetTimestamp();
        var network = await LocalNetApplication.StartAsync(new ServeOptions { Port = 0, Accounts = 0, CacheFolder = cache }, TimeProvider.System, cancel).ConfigureAwait(false);
        var taken = TimeProvider.System.GetElapsedTime(began);
        await network.StopAsync(cancel).ConfigureAwait(false);
        await network.DisposeAsync().ConfigureAwait(false);
        return taken;
    }

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
