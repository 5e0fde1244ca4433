namespace Nectar.Core.Contracts.Values;

/// <summary>Makes amounts, so that <c>[]</c> can be written for none of them.</summary>
public static class AmountsBuilder
{
    /// <summary>Takes keys with their amounts.</summary>
    /// <exception cref="ArgumentException">A key is there twice.</exception>
    public static Amounts<TKey> Create<TKey>(params ReadOnlySpan<KeyValuePair<TKey, Int128>> amounts)
        where TKey : struct, IComparable<TKey>, IEquatable<TKey> => new(amounts.ToArray());

    /// <summary>Takes keys with their amounts.</summary>
    /// <exception cref="ArgumentException">A key is there twice.</exception>
    public static Amounts<TKey> Of<TKey>(params ReadOnlySpan<(TKey Key, Int128 Amount)> amounts)
        where TKey : struct, IComparable<TKey>, IEquatable<TKey>
    {
        var pairs = new List<KeyValuePair<TKey, Int128>>();
        foreach (var (key, amount) in amounts)
        {
            pairs.Add(KeyValuePair.Create(key, amount));
        }

        return new Amounts<TKey>(pairs);
    }
}
