namespace Nectar.Core.Soroban.Xdr;

public readonly partial struct AssetCode12
{
    /// <summary>Reads a code of at most 12 characters, escaped as in SEP-51.</summary>
    /// <exception cref="XdrException">It is longer, or escaped wrongly.</exception>
    public static AssetCode12 Parse(string text)
    {
        var code = XdrEscape.Unescape(text, nameof(AssetCode12));
        return code.Length <= Size
            ? new AssetCode12([.. code, .. new byte[Size - code.Length]])
            : throw new XdrException(nameof(AssetCode12), $"'{text}' is longer than {Size} characters");
    }

    /// <summary>The code without the zeros behind it, but at least five characters, since a shorter code is an <see cref="AssetCode4"/>, escaped as in SEP-51.</summary>
    public override string ToString() => XdrEscape.Escape(Span[..Math.Max(5, Span.TrimEnd((byte)0).Length)]);
}
