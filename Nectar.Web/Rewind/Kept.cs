namespace Nectar.Web.Rewind;

/// <summary>A part of a past moment, or why it is not kept that far back.</summary>
public abstract record Kept<T>
{
    private Kept()
    {
    }

    /// <summary>The part; the default where it is not kept.</summary>
    public T? ValueOrDefault => this is There there ? there.Value : default;

    /// <summary>It is kept.</summary>
    /// <param name="Value">The part.</param>
    public sealed record There(T Value) : Kept<T>;

    /// <summary>It is not.</summary>
    /// <param name="Reason">Why, and since when it is.</param>
    public sealed record Gone(string Reason) : Kept<T>;
}
