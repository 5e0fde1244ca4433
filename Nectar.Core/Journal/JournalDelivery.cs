namespace Nectar.Core.Journal;

/// <summary>A delivery of an alert; targets stand in it masked.</summary>
internal sealed class JournalDelivery
{
    /// <summary>1 or more, growing.</summary>
    public long Id { get; init; }

    /// <summary>When, in Unix milliseconds.</summary>
    public required long AtMilliseconds { get; init; }

    /// <summary>By which rule, in words.</summary>
    public required string Rule { get; init; }

    /// <summary>How.</summary>
    public required string Channel { get; init; }

    /// <summary>Where to, masked.</summary>
    public required string Target { get; init; }

    /// <summary>What was told.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it was taken.</summary>
    public required bool IsDelivered { get; init; }

    /// <summary>How it ended.</summary>
    public required string Outcome { get; init; }
}
