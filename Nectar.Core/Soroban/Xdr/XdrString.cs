using System.Text;

namespace Nectar.Core.Soroban.Xdr;

/// <summary>
/// Text as the protocol has it: bytes that are meant to be read, in no promised encoding. Equal by value; the default
/// is the empty text.
/// </summary>
public readonly struct XdrString : IEquatable<XdrString>
{
    private readonly XdrBytes bytes;

    /// <summary>Copies the bytes.</summary>
    public XdrString(ReadOnlySpan<byte> bytes) => this.bytes = new XdrBytes(bytes);

    /// <summary>How many bytes it has.</summary>
    public int Length => bytes.Length;

    /// <summary>The bytes, without a copy.</summary>
    public ReadOnlySpan<byte> Span => bytes.Span;

    /// <summary>The UTF-8 bytes of the text.</summary>
    public static implicit operator XdrString(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Whether both hold the same bytes.</summary>
    public static bool operator ==(XdrString left, XdrString right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(XdrString left, XdrString right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(XdrString other) => bytes == other.bytes;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is XdrString other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => bytes.GetHashCode();

    /// <summary>The text with whatever is not printable ASCII escaped as in SEP-51 (<c>\n</c>, <c>\xc3</c>).</summary>
    public override string ToString() => XdrEscape.Escape(Span);
}
