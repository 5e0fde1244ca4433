namespace Nectar.Core.Alerts;

/// <summary>
/// Remembers what was told, and decides by it alone whether a signal is news: each occurrence counts once, a lasting state
/// is told once, and after something was told the same thing is silent for its cool-off. One caller at a time.
/// </summary>
public sealed class AlertBook
{
    // Longer than any cool-off, so that nothing is told again too soon.
    private static readonly TimeSpan remembers = TimeSpan.FromDays(2);
    private readonly Dictionary<string, Memory> memories = [];

    /// <summary>Judges a signal.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="setting">Its rule's setting.</param>
    /// <param name="now">Now.</param>
    public AlertDecision Judge(AlertSignal signal, AlertSetting setting, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(signal);
        ArgumentNullException.ThrowIfNull(setting);
        if (!setting.IsOn)
        {
            return new AlertDecision.Off();
        }

        var memory = memories.TryGetValue(signal.Key, out var known) ? known : memories[signal.Key] = new Memory();
        memory.SeenAt = now;
        var isState = signal.Occurrence is null;
        if (isState ? memory.IsTold : memory.LastOccurrence == signal.Occurrence)
        {
            return new AlertDecision.Duplicate();
        }

        memory.LastOccurrence = signal.Occurrence;
        memory.Times += isState ? 0 : 1;
        // A state's threshold is part of whether there is a signal; what merely happens is counted here.
        if (!isState && memory.Times < setting.Threshold)
        {
            return new AlertDecision.BelowThreshold(memory.Times);
        }

        if (setting.SilentUntil is { } until && now < until)
        {
            return new AlertDecision.Silenced(until);
        }

        if (memory.ToldAt is { } told && now < told + setting.CoolOff)
        {
            return new AlertDecision.CoolingOff(told + setting.CoolOff);
        }

        var times = Math.Max(1, memory.Times);
        (memory.ToldAt, memory.Times, memory.IsTold) = (now, 0, isState);
        return new AlertDecision.Tell(times);
    }

    /// <summary>Ends the states that no longer last: when one begins again, it is news. Forgets what was not seen for two days.</summary>
    /// <param name="lasting">The keys of those that last.</param>
    /// <param name="now">Now.</param>
    public void End(IReadOnlySet<string> lasting, DateTimeOffset now)
    {
        foreach (var key in memories.Where(m => m.Value.SeenAt < now - remembers && !lasting.Contains(m.Key)).Select(m => m.Key).ToList())
        {
            memories.Remove(key);
        }

        foreach (var (key, memory) in memories)
        {
            memory.IsTold &= lasting.Contains(key);
        }
    }

    private sealed class Memory
    {
        public DateTimeOffset SeenAt { get; set; }

        public string? LastOccurrence { get; set; }

        public long Times { get; set; }

        public bool IsTold { get; set; }

        public DateTimeOffset? ToldAt { get; set; }
    }
}
