namespace Nectar.Core.Journal;

/// <summary>How an operator set a rule.</summary>
internal sealed class JournalAlertRule
{
    /// <summary>The rule's name.</summary>
    public required string Rule { get; init; }

    /// <summary>Whether it tells anybody.</summary>
    public required bool IsOn { get; set; }

    /// <summary>From what on.</summary>
    public required long Threshold { get; set; }

    /// <summary>How long it is silent about the same thing.</summary>
    public required long CoolOffSeconds { get; set; }

    /// <summary>Until when it tells nothing, in Unix milliseconds; null for no silence.</summary>
    public long? SilentUntilMilliseconds { get; set; }
}
