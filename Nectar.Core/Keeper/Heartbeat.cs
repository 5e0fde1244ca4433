namespace Nectar.Core.Keeper;

/// <summary>Whether a keeper lives, as far as its last sign of life tells. There is no other way.</summary>
public abstract record Heartbeat
{
    /// <summary>How many polls a keeper may miss before it is possibly down.</summary>
    public const int MissedPolls = 3;

    private Heartbeat()
    {
    }

    /// <summary>Judges.</summary>
    /// <param name="lastSign">When it last looked at the pool or wrote a line; null where it never did.</param>
    /// <param name="since">Since when a sign is expected of one that never gave any.</param>
    /// <param name="pollInterval">Its longest pause between two looks.</param>
    /// <param name="now">Now.</param>
    public static Heartbeat Judge(DateTimeOffset? lastSign, DateTimeOffset since, TimeSpan pollInterval, DateTimeOffset now)
    {
        var silence = now - (lastSign ?? since);
        var allowed = pollInterval * MissedPolls;
        return silence > allowed ? new PossiblyDown(silence, allowed) : lastSign is null ? new Awaited() : new Beating(silence);
    }

    /// <summary>No sign yet, and it is too early for one.</summary>
    public sealed record Awaited : Heartbeat;

    /// <summary>It gave a sign of late.</summary>
    /// <param name="Age">How long ago; below 0 by a clock's fault.</param>
    public sealed record Beating(TimeSpan Age) : Heartbeat;

    /// <summary>It has been silent for longer than it may be.</summary>
    /// <param name="Silence">For how long.</param>
    /// <param name="Allowed">How long it may be.</param>
    public sealed record PossiblyDown(TimeSpan Silence, TimeSpan Allowed) : Heartbeat;
}
