namespace Nectar.Core.Alerts;

/// <summary>Whether a signal is told. There is no other way.</summary>
public abstract record AlertDecision
{
    private AlertDecision()
    {
    }

    /// <summary>It is told.</summary>
    /// <param name="Times">How often the thing happened since it was last told, this time included.</param>
    public sealed record Tell(long Times) : AlertDecision;

    /// <summary>Its rule is off.</summary>
    public sealed record Off : AlertDecision;

    /// <summary>It was told already, or counted.</summary>
    public sealed record Duplicate : AlertDecision;

    /// <summary>It did not happen often enough yet.</summary>
    /// <param name="Times">How often it did.</param>
    public sealed record BelowThreshold(long Times) : AlertDecision;

    /// <summary>Its rule is silenced for a while. It counts, and a state that still lasts then is told once the time is over.</summary>
    /// <param name="Until">Until when.</param>
    public sealed record Silenced(DateTimeOffset Until) : AlertDecision;

    /// <summary>The same thing was told a short while ago. A state that still lasts then is told once the time is over.</summary>
    /// <param name="Until">Until when it is silent.</param>
    public sealed record CoolingOff(DateTimeOffset Until) : AlertDecision;
}
