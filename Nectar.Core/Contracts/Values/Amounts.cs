using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Nectar.Core.Contracts.Values;

/// <summary>
/// Amounts by key, as contracts keep them in maps: immutable, in the host's order, equal by value. A key that is not there
/// has nothing.
/// </summary>
/// <typeparam name="TKey">What the amounts belong to; its order is the host's.</typeparam>
[CollectionBuilder(typeof(AmountsBuilder), nameof(AmountsBuilder.Create))]
[SuppressMessage("Naming", "CA1710", Justification = "The plural says it.")]
public sealed class Amounts<TKey> : IReadOnlyCollection<KeyValuePair<TKey, Int128>>, IEquatable<Amounts<TKey>>
    where TKey : struct, IComparable<TKey>, IEquatable<TKey>
{
    private readonly ImmutableSortedDictionary<TKey, Int128> amounts;

    /// <summary>Takes the amounts.</summary>
    /// <exception cref="ArgumentException">A key is there twice.</exception>
    public Amounts(IEnumerable<KeyValuePair<TKey, Int128>> amounts)
    {
        var builder = ImmutableSortedDictionary.CreateBuilder<TKey, Int128>();
        foreach (var (key, amount) in amounts)
        {
            builder.Add(key, amount);
        }

        this.amounts = builder.ToImmutable();
    }

    private Amounts(ImmutableSortedDictionary<TKey, Int128> amounts) => this.amounts = amounts;

    /// <summary>How many keys there are.</summary>
    public int Count => amounts.Count;

    /// <summary>The keys in order.</summary>
    public IEnumerable<TKey> Keys => amounts.Keys;

    /// <summary>The amount of a key; 0 where it is not there.</summary>
    public Int128 this[TKey key] => amounts.GetValueOrDefault(key);

    /// <summary>Whether the key is there, be it with 0.</summary>
    public bool Has(TKey key) => amounts.ContainsKey(key);

    /// <summary>The same with one amount set.</summary>
    public Amounts<TKey> With(TKey key, Int128 amount) => new(amounts.SetItem(key, amount));

    /// <summary>The same without a key.</summary>
    public Amounts<TKey> Without(TKey key) => new(amounts.Remove(key));

    /// <summary>Keys and amounts in the order of the keys.</summary>
    public IEnumerator<KeyValuePair<TKey, Int128>> GetEnumerator() => amounts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(Amounts<TKey>? other) => other is not null && amounts.SequenceEqual(other.amounts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Amounts<TKey>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (key, amount) in amounts)
        {
            hash.Add(key);
            hash.Add(amount);
        }

        return hash.ToHashCode();
    }

    /// <summary><c>{key: amount, …}</c>.</summary>
    public override string ToString() => $"{{{string.Join(", ", amounts.Select(a => $"{a.Key}: {a.Value}"))}}}";
}
