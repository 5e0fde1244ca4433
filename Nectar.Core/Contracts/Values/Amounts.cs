using System.Collections;
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
    // Few as a rule, and read far more often than made: in the order of the keys.
    private readonly KeyValuePair<TKey, Int128>[] amounts;

    /// <summary>Takes the amounts.</summary>
    /// <exception cref="ArgumentException">A key is there twice.</exception>
    public Amounts(IEnumerable<KeyValuePair<TKey, Int128>> amounts)
    {
        this.amounts = [.. amounts.OrderBy(a => a.Key)];
        for (var i = 1; i < this.amounts.Length; i++)
        {
            if (this.amounts[i].Key.Equals(this.amounts[i - 1].Key))
            {
                throw new ArgumentException($"the key {this.amounts[i].Key} is there twice", nameof(amounts));
            }
        }
    }

    /// <summary>How many keys there are.</summary>
    public int Count => amounts.Length;

    /// <summary>The keys in order.</summary>
    public IEnumerable<TKey> Keys => amounts.Select(a => a.Key);

    /// <summary>Keys and amounts in the order of the keys, for loops that must not allocate.</summary>
    public ReadOnlySpan<KeyValuePair<TKey, Int128>> Span => amounts;

    /// <summary>The amount of a key; 0 where it is not there.</summary>
    public Int128 this[TKey key] => IndexOf(key) is >= 0 and var at ? amounts[at].Value : 0;

    /// <summary>Whether the key is there, be it with 0.</summary>
    public bool Has(TKey key) => IndexOf(key) >= 0;

    /// <summary>The same with one amount set.</summary>
    public Amounts<TKey> With(TKey key, Int128 amount) => new(Others(key).Append(new(key, amount)));

    /// <summary>The same without a key.</summary>
    public Amounts<TKey> Without(TKey key) => new(Others(key));

    /// <summary>Keys and amounts in the order of the keys.</summary>
    public IEnumerator<KeyValuePair<TKey, Int128>> GetEnumerator() => amounts.AsEnumerable().GetEnumerator();

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

    private IEnumerable<KeyValuePair<TKey, Int128>> Others(TKey key) => amounts.Where(a => !a.Key.Equals(key));

    private int IndexOf(TKey key)
    {
        for (var at = 0; at < amounts.Length; at++)
        {
            if (amounts[at].Key.Equals(key))
            {
                return at;
            }
        }

        return -1;
    }
}
