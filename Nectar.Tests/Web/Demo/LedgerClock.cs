namespace Nectar.Tests.Web.Demo;

/// <summary>A clock that goes on when a test says so, and whose timers run by the machine's all the same: waits end, and no ledger's time depends on them.</summary>
internal sealed class LedgerClock : TimeProvider
{
    private static readonly DateTimeOffset start = new(2026, 2, 22, 0, 0, 0, TimeSpan.Zero);
    private long ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => start + TimeSpan.FromTicks(GetTimestamp());

    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime, period);
}
