namespace Nectar.Core.Journal;

/// <summary>Where the journal lies and how much of it is kept.</summary>
public sealed class JournalOptions
{
    /// <summary>The SQLite file; its folder is made where it is missing.</summary>
    public required string File { get; set; }

    /// <summary>How many of the newest lines are kept, 1,000 or more; lines of open cases are kept beyond it. Default 200,000.</summary>
    public int KeptLines { get; set; } = 200_000;

    /// <summary>How many of the newest closed cases are kept, 10 or more. Default 10,000.</summary>
    public int KeptCases { get; set; } = 10_000;

    /// <summary>How many of the newest samples of positions are kept, 1,000 or more. Default 500,000.</summary>
    public int KeptSamples { get; set; } = 500_000;

    /// <summary>After how many new lines, or new samples, the old ones are dropped. Default 1,000.</summary>
    public int PruneEvery { get; set; } = 1_000;

    /// <summary>How many of the newest lines the live feed holds in memory. Default 2,000.</summary>
    public int RingSize { get; set; } = 2_000;

    /// <summary>How many lines may wait for one watcher before it has to read the database instead. Default 1,000.</summary>
    public int WatcherBuffer { get; set; } = 1_000;
}
