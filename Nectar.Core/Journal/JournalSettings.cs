namespace Nectar.Core.Journal;

/// <summary>A keeper's settings as an operator left them.</summary>
internal sealed class JournalSettings
{
    /// <summary>The keeper's account, a strkey.</summary>
    public required string Keeper { get; init; }

    /// <summary>Whether it begins nothing new.</summary>
    public required bool IsPaused { get; set; }

    /// <summary>Whether it sends nothing.</summary>
    public required bool IsDryRun { get; set; }

    /// <summary>What a fill must bring for each unit of cost, all seven decimals.</summary>
    public required string MinProfit { get; set; }

    /// <summary>The longest pause between two looks.</summary>
    public required int PollSeconds { get; set; }

    /// <summary>How often it was changed.</summary>
    public required long Version { get; set; }
}
