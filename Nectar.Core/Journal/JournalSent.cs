namespace Nectar.Core.Journal;

/// <summary>What a visitor's account has sent last and whose end nobody has seen yet.</summary>
internal sealed class JournalSent
{
    /// <summary>The account, a strkey.</summary>
    public required string Account { get; init; }

    /// <summary>The transaction's hash, in hex.</summary>
    public required string Hash { get; set; }

    /// <summary>What pages know of it, in their words.</summary>
    public required string Note { get; set; }

    /// <summary>From when on it is dropped, in Unix milliseconds.</summary>
    public required long UntilMilliseconds { get; set; }
}
