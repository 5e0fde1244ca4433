namespace Nectar.Core.Soroban.Xdr;

public readonly partial struct AssetCode4
{
    /// <summary>Reads a code of at most 4 characters, escaped as in SEP-51.</summary>
    /// <exception cref="XdrException">It is longer, or escaped wrongly.</exception>
    public static AssetCode4 Parse(string text)
    {
        var code = XdrEscape.Unescape(text, nameof(AssetCode4));
        return code.Length <= Size
            ? new AssetCode4([.. code, .. new byte[Size - code.Length]])
            : throw new XdrException(nameof(AssetCode4), $"'{text}' is longer than {Size} characters");
    }

    /// <summary>The code without the zeros behind it, escaped as in SEP-51.</summary>
    public override string ToString() => XdrEscape.Escape(Span.TrimEnd((byte)0));
}
