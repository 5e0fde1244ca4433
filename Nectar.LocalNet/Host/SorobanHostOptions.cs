namespace Nectar.LocalNet.Host;

/// <summary>How the host runs.</summary>
public sealed record SorobanHostOptions
{
    /// <summary>Where compiled code is kept between runs: by default <c>nectar</c> in the user's local cache folder.</summary>
    public string CacheFolder { get; init; } = DefaultCacheFolder();

    /// <summary>How many calls of one kind (apply, simulate) can run side by side: by default as many as there are processors.</summary>
    public int WorkersPerLane { get; init; } = Environment.ProcessorCount;

    // XDG's cache folder where there is one, as the folder for local application data is kept across reinstallations.
    private static string DefaultCacheFolder()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(cache))
        {
            cache = OperatingSystem.IsLinux()
                ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache")
                : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        }

        // A process without a home (some containers) keeps it beside other temporary files.
        return Path.Combine(Path.IsPathRooted(cache) ? cache : Path.GetTempPath(), "nectar");
    }
}
