namespace Nectar.LocalNet.Closing;

/// <summary>A network's own clock: it goes as fast as the <see cref="TimeProvider"/>, can be moved forward, and never goes back.</summary>
internal sealed class NetworkClock
{
    private readonly TimeProvider time;
    private readonly long startTimestamp;
    private DateTimeOffset start;

    public NetworkClock(TimeProvider time, DateTimeOffset? start)
    {
        this.time = time;
        this.start = start ?? time.GetUtcNow();
        startTimestamp = time.GetTimestamp();
        if (this.start < DateTimeOffset.UnixEpoch)
        {
            throw new ArgumentOutOfRangeException(nameof(start), start, "a network's clock starts in 1970 or later");
        }
    }

    public DateTimeOffset Now => start + time.GetElapsedTime(startTimestamp);

    /// <summary>Seconds since 1970, rounded down.</summary>
    public ulong Seconds => (ulong)Now.ToUnixTimeSeconds();

    /// <exception cref="ArgumentOutOfRangeException">So many seconds from now it is later than the year 9999.</exception>
    public void ThrowIfBeyond(ulong seconds)
    {
        if ((DateTimeOffset.MaxValue - Now).TotalSeconds <= seconds + 1d)
        {
            throw new ArgumentOutOfRangeException(nameof(seconds), seconds, $"the clock stands at {Now:O} and cannot pass the year 9999");
        }
    }

    public void Forward(ulong seconds)
    {
        ThrowIfBeyond(seconds);
        start += TimeSpan.FromSeconds((long)seconds);
    }

    public void ForwardTo(ulong unixSeconds)
    {
        var now = Seconds;
        if (unixSeconds > now)
        {
            Forward(unixSeconds - now);
        }
    }
}
