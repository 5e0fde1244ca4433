namespace Nectar.Core.Soroban.Xdr;

/// <summary>Makes lists, so that <c>[a, b]</c> can be written for them.</summary>
public static class XdrArray
{
    /// <summary>Copies the elements.</summary>
    public static XdrArray<T> Create<T>(params ReadOnlySpan<T> items) => XdrArray<T>.Own(items.ToArray());

    /// <summary>Copies the elements.</summary>
    public static XdrArray<T> ToXdrArray<T>(this IEnumerable<T> items) => XdrArray<T>.Own([.. items]);
}
