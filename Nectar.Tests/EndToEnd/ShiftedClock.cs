namespace Nectar.Tests.EndToEnd;

/// <summary>The machine's clock, some time ahead: what was fresh is old at once.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
