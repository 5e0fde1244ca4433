using System.Collections;
using System.Runtime.CompilerServices;

namespace Nectar.Core.Soroban.Xdr;

/// <summary>An immutable list with value equality. The default is the empty list.</summary>
/// <typeparam name="T">The elements, equal by value themselves.</typeparam>
[CollectionBuilder(typeof(XdrArray), nameof(XdrArray.Create))]
public readonly struct XdrArray<T> : IReadOnlyList<T>, IEquatable<XdrArray<T>>
{
    private readonly T[]? items;

    private XdrArray(T[] items) => this.items = items;

    /// <summary>How many elements it has.</summary>
    public int Count => items?.Length ?? 0;

    /// <summary>The elements, without a copy.</summary>
    public ReadOnlySpan<T> Span => items;

    /// <summary>The element at a place from 0.</summary>
    public T this[int index] => Span[index];

    /// <summary>Whether both hold equal elements in the same order.</summary>
    public static bool operator ==(XdrArray<T> left, XdrArray<T> right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(XdrArray<T> left, XdrArray<T> right) => !left.Equals(right);

    /// <summary>The elements in order.</summary>
    public ReadOnlySpan<T>.Enumerator GetEnumerator() => Span.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (items ?? []).GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(XdrArray<T> other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is XdrArray<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in this)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>Takes the array as it is; the caller forgets it.</summary>
    internal static XdrArray<T> Own(T[] items) => new(items);
}
