using System.Security.Cryptography;
using System.Text;

namespace Nectar.Core.Operators;

/// <summary>A key that operators sign in with. Only its hash is kept, and comparing takes as long whatever is compared.</summary>
public sealed class OperatorKey
{
    /// <summary>The fewest characters that a key may have.</summary>
    public const int LeastLength = 16;

    private readonly byte[] hash;

    /// <summary>Takes a key.</summary>
    /// <exception cref="ArgumentException">It is too short; the message does not repeat it.</exception>
    public OperatorKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        hash = key.Length >= LeastLength ? Hash(key) : throw new ArgumentException($"{key.Length} characters given, {LeastLength} are needed", nameof(key));
    }

    /// <summary>Tells one key from another without giving it away: the first 8 bytes of its hash's hash.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(hash).AsSpan(0, 8));

    /// <summary>Whether it is this key.</summary>
    public bool Matches(string? given) => CryptographicOperations.FixedTimeEquals(hash, Hash(given ?? ""));

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
