namespace Nectar.Web.Live;

/// <summary>
/// Something read from the chain or the journal, as honest as it is fresh. Pages never show a value without saying which
/// of the four it is.
/// </summary>
public abstract record Reading<T>
{
    private Reading()
    {
    }

    /// <summary>Nothing has been read yet.</summary>
    /// <param name="Doing">What is being waited for.</param>
    public sealed record Loading(string Doing) : Reading<T>;

    /// <summary>Fresh.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="At">When it was read.</param>
    public sealed record Live(T Value, DateTimeOffset At) : Reading<T>;

    /// <summary>Older than it should be; the value is kept.</summary>
    /// <param name="Value">The last value.</param>
    /// <param name="At">When it was read.</param>
    /// <param name="Age">How old that is.</param>
    /// <param name="Reason">Why there is none newer.</param>
    public sealed record Stale(T Value, DateTimeOffset At, TimeSpan Age, string Reason) : Reading<T>;

    /// <summary>There is none, and it is known why.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Unavailable(string Reason) : Reading<T>;

    /// <summary>The value, whatever its age; the default where there is none.</summary>
    public T? ValueOrDefault => this switch
    {
        Live live => live.Value,
        Stale stale => stale.Value,
        _ => default,
    };

    /// <summary>When the value was read, whatever its age; null where there is none.</summary>
    public DateTimeOffset? ReadAt => this switch
    {
        Live live => live.At,
        Stale stale => stale.At,
        _ => null,
    };

    /// <summary>The same reading of a part of the value.</summary>
    public Reading<TPart> Select<TPart>(Func<T, TPart> part) => this switch
    {
        Live r => new Reading<TPart>.Live(part(r.Value), r.At),
        Stale r => new Reading<TPart>.Stale(part(r.Value), r.At, r.Age, r.Reason),
        Unavailable r => new Reading<TPart>.Unavailable(r.Reason),
        Loading r => new Reading<TPart>.Loading(r.Doing),
        _ => throw new InvalidOperationException($"{GetType()} is no reading"),
    };
}
