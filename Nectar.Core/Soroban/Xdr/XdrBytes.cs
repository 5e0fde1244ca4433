namespace Nectar.Core.Soroban.Xdr;

/// <summary>Immutable bytes with value equality. The default is no bytes.</summary>
public readonly struct XdrBytes : IEquatable<XdrBytes>
{
    private readonly byte[]? bytes;

    /// <summary>Copies the bytes.</summary>
    public XdrBytes(ReadOnlySpan<byte> bytes) => this.bytes = bytes.IsEmpty ? null : bytes.ToArray();

    /// <summary>How many there are.</summary>
    public int Length => bytes?.Length ?? 0;

    /// <summary>The bytes, without a copy.</summary>
    public ReadOnlySpan<byte> Span => bytes;

    /// <summary>Whether both hold the same bytes.</summary>
    public static bool operator ==(XdrBytes left, XdrBytes right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(XdrBytes left, XdrBytes right) => !left.Equals(right);

    /// <summary>A copy of the bytes.</summary>
    public byte[] ToArray() => Span.ToArray();

    /// <inheritdoc/>
    public bool Equals(XdrBytes other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is XdrBytes other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashOf(Span);

    /// <summary>Lower case hex.</summary>
    public override string ToString() => Convert.ToHexStringLower(Span);

    internal static int HashOf(ReadOnlySpan<byte> bytes)
    {
        var hash = default(HashCode);
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }
}
