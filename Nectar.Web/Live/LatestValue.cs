namespace Nectar.Web.Live;

/// <summary>The last value of something that is read again and again, and what went wrong since.</summary>
/// <param name="time">The clock.</param>
/// <param name="freshFor">How old a value may be and still count as live.</param>
public sealed class LatestValue<T>(TimeProvider time, TimeSpan freshFor)
    where T : class
{
    private sealed record State(T? Value, DateTimeOffset At, string? Fault);

    private volatile State state = new(null, default, null);

    /// <summary>A reading went well.</summary>
    public void Set(T value) => state = new State(value, time.GetUtcNow(), null);

    /// <summary>A reading failed; the last value stays.</summary>
    public void Fail(string reason) => state = state with { Fault = reason };

    /// <summary>The value as of now.</summary>
    /// <param name="doing">What is being waited for as long as there was none.</param>
    public Reading<T> Read(string doing)
    {
        var (value, at, fault) = state;
        if (value is null)
        {
            return fault is null ? new Reading<T>.Loading(doing) : new Reading<T>.Unavailable(fault);
        }

        var age = time.GetUtcNow() - at;
        return age <= freshFor
            ? new Reading<T>.Live(value, at)
            : new Reading<T>.Stale(value, at, age, fault ?? "no newer reading has come");
    }
}
